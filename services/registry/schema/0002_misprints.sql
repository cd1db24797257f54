-- Rows whose names have a word that is nearly the asked one. Words that some name has exactly are found
-- by `terms` (0001); a word that no name has may be misprinted, and then its trigrams lead to the
-- names. The threshold is low because one wrong letter in the middle of a short stem changes three of
-- its trigrams; which candidate is meant is decided by matching/, not here.

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
  WHERE char_length(w) >= 5 AND w !~ '[0-9]'
    AND NOT EXISTS (SELECT FROM organisation o WHERE o.region = asked_region AND o.terms @> ARRAY[w])
    AND NOT EXISTS (SELECT FROM official f WHERE f.region = asked_region AND f.terms @> ARRAY[w])
    AND NOT EXISTS (SELECT FROM addressee_class c WHERE c.region = asked_region AND c.terms @> ARRAY[w])
$$;

CREATE FUNCTION similar_organisations(asked_region text, words text[]) RETURNS SETOF uuid
STABLE LANGUAGE sql SET pg_trgm.word_similarity_threshold = '0.4' AS $$
  SELECT DISTINCT o.id FROM unknown_words(asked_region, words) w
  JOIN organisation o ON o.region = asked_region AND w OPERATOR(extensions.<%) terms_text(o.terms)
$$;

CREATE FUNCTION similar_officials(asked_region text, words text[]) RETURNS SETOF uuid
STABLE LANGUAGE sql SET pg_trgm.word_similarity_threshold = '0.4' AS $$
  SELECT DISTINCT f.id FROM unknown_words(asked_region, words) w
  JOIN official f ON f.region = asked_region AND w OPERATOR(extensions.<%) terms_text(f.terms)
$$;
