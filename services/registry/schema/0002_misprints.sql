-- Rows whose names have a word that is nearly the asked one. Words that some name has exactly are found
-- by `terms` (0001); a word that no name has may be misprinted, and then its trigrams lead to the
-- names. The threshold is low because one wrong letter in the middle of a short stem changes three of
-- its trigrams; which candidate is meant is decided by matching/, not here. The index is what makes it
-- cheap: comparing the word with every row's text takes a hundred times as long, so the planner is not
-- asked (OFFSET 0 keeps the region's rows from being walked instead).

-- The extension's library has to be loaded before its settings can be attached to a function.
DO $$ BEGIN PERFORM extensions.show_limit(); END $$;

CREATE FUNCTION terms_text(terms text[]) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN array_to_string(terms, ' ');

CREATE INDEX organisation_similar ON organisation
  USING gin (terms_text(terms) extensions.gin_trgm_ops);
CREATE INDEX official_similar ON official USING gin (terms_text(terms) extensions.gin_trgm_ops);

-- Of the words those long enough to be misprinted that no name of the region has.
CREATE FUNCTION unknown_words(asked_region text, words text[]) RETURNS SETOF text
STABLE LANGUAGE sql AS $$
  SELECT w FROM unnest(words) w
  WHERE char_length(w) >= 5 AND w !~ '[0-9]' AND w NOT IN (
    SELECT unnest(terms) FROM organisation WHERE region = asked_region AND terms && words
    UNION SELECT unnest(terms) FROM official WHERE region = asked_region AND terms && words
    UNION SELECT unnest(terms) FROM addressee_class WHERE region = asked_region AND terms && words)
$$;

CREATE FUNCTION similar_organisations(asked_region text, words text[]) RETURNS SETOF uuid
STABLE LANGUAGE sql SET pg_trgm.word_similarity_threshold = '0.4' SET enable_seqscan = off AS $$
  SELECT DISTINCT o.id FROM unknown_words(asked_region, words) w CROSS JOIN LATERAL (
    SELECT id, region FROM organisation WHERE w OPERATOR(extensions.<%) terms_text(terms) OFFSET 0) o
  WHERE o.region = asked_region
$$;

CREATE FUNCTION similar_officials(asked_region text, words text[]) RETURNS SETOF uuid
STABLE LANGUAGE sql SET pg_trgm.word_similarity_threshold = '0.4' SET enable_seqscan = off AS $$
  SELECT DISTINCT f.id FROM unknown_words(asked_region, words) w CROSS JOIN LATERAL (
    SELECT id, region FROM official WHERE w OPERATOR(extensions.<%) terms_text(terms) OFFSET 0) f
  WHERE f.region = asked_region
$$;
