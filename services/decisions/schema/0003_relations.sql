-- Relations to earlier resolutions, suggestions of the preamble, bands of points for finding
-- repetitions, and what a resolution is cited by.

-- Every resolution by the numbers and days that later acts cite it by, kept by a trigger whoever
-- writes. `value` is lower case without blanks, a day as YYYY-MM-DD.
CREATE TABLE citation (
  region text NOT NULL,
  what text NOT NULL CHECK (what IN ('number', 'day')),
  value text NOT NULL,
  resolution_id uuid NOT NULL,
  PRIMARY KEY (region, what, value, resolution_id),
  FOREIGN KEY (region, resolution_id) REFERENCES resolution (region, id) ON DELETE CASCADE
);
CREATE INDEX citation_resolution ON citation (region, resolution_id);

CREATE FUNCTION citation_number(printed text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(regexp_replace(printed, '\s', '', 'g'));

CREATE FUNCTION citations_of(detail jsonb, adopt_date date)
RETURNS TABLE (what text, value text) LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT n.what, n.value FROM (VALUES
    ('number', citation_number(detail #>> '{act,number}')),
    ('number', citation_number(detail #>> '{letter,number}')),
    ('day', detail #>> '{act,actDate}'),
    ('day', detail #>> '{letter,date}'),
    ('day', detail #>> '{event,startDate}'),
    ('day', detail #>> '{event,endDate}'),
    ('day', adopt_date::text)) AS n(what, value)
  WHERE n.value <> ''
$$;

CREATE FUNCTION note_citations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM citation WHERE region = NEW.region AND resolution_id = NEW.id;
  END IF;
  INSERT INTO citation (region, what, value, resolution_id)
    SELECT NEW.region, c.what, c.value, NEW.id FROM citations_of(NEW.detail, NEW.adopt_date) c;
  RETURN NULL;
END $$;
CREATE TRIGGER resolution_inserted AFTER INSERT ON resolution
  FOR EACH ROW EXECUTE FUNCTION note_citations();
CREATE TRIGGER resolution_cited AFTER UPDATE ON resolution FOR EACH ROW
  WHEN ((OLD.detail, OLD.adopt_date) IS DISTINCT FROM (NEW.detail, NEW.adopt_date))
  EXECUTE FUNCTION note_citations();
INSERT INTO citation (region, what, value, resolution_id)
  SELECT r.region, c.what, c.value, r.id FROM resolution r, citations_of(r.detail, r.adopt_date) c;

CREATE INDEX resolution_title ON resolution
  USING gin (to_tsvector('pg_catalog.russian', translate(display_name, 'ёЁ', 'еЕ')));

CREATE TABLE relation (
  region text NOT NULL,
  resolution_id uuid NOT NULL,
  id uuid NOT NULL,
  ordinal int NOT NULL CHECK (ordinal > 0),
  -- the point that says it; NULL for the preamble
  point_id uuid,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'rejected')),
  -- the target as read
  act text NOT NULL,
  number text NOT NULL,
  act_date date,
  issuer text NOT NULL,
  title text NOT NULL,
  label text NOT NULL,
  own boolean NOT NULL,
  span_begin bigint NOT NULL,
  span_end bigint NOT NULL,
  rule text NOT NULL,
  confidence float8 NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  -- what was found for it
  target_resolution_id uuid,
  target_point_id uuid,
  score float8 NOT NULL DEFAULT 0 CHECK (score BETWEEN 0 AND 1),
  -- who confirmed or rejected it
  decider text NOT NULL DEFAULT '',
  decide_time timestamptz,
  reason text NOT NULL DEFAULT '',
  version bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (region, resolution_id, id),
  FOREIGN KEY (region, resolution_id) REFERENCES resolution (region, id) ON DELETE CASCADE,
  FOREIGN KEY (region, resolution_id, point_id) REFERENCES point (region, resolution_id, id)
    ON DELETE CASCADE,
  FOREIGN KEY (region, target_resolution_id) REFERENCES resolution (region, id)
    ON DELETE SET NULL (target_resolution_id),
  FOREIGN KEY (region, target_resolution_id, target_point_id)
    REFERENCES point (region, resolution_id, id) ON DELETE SET NULL (target_point_id),
  CHECK (target_point_id IS NULL OR target_resolution_id IS NOT NULL),
  CHECK ((state = 'proposed') = (decide_time IS NULL))
);
CREATE INDEX relation_point ON relation (region, resolution_id, point_id);
CREATE INDEX relation_target ON relation (region, target_resolution_id, target_point_id);

CREATE TABLE suggestion (
  region text NOT NULL,
  resolution_id uuid NOT NULL,
  id uuid NOT NULL,
  ordinal int NOT NULL CHECK (ordinal > 0),
  body text NOT NULL CHECK (body <> ''),
  span_begin bigint NOT NULL,
  span_end bigint NOT NULL,
  rule text NOT NULL,
  confidence float8 NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (region, resolution_id, id),
  FOREIGN KEY (region, resolution_id) REFERENCES resolution (region, id) ON DELETE CASCADE
);

-- MinHash bands of each point's text (reader/duplicates/bands.h), mixed with the region, so that
-- the index needs no region: two points with a band in common may repeat each other.
CREATE TABLE point_bands (
  region text NOT NULL,
  resolution_id uuid NOT NULL,
  point_id uuid NOT NULL,
  bands bigint[] NOT NULL,
  PRIMARY KEY (region, resolution_id, point_id),
  FOREIGN KEY (region, resolution_id, point_id) REFERENCES point (region, resolution_id, id)
    ON DELETE CASCADE
);
-- Without a pending list, which every search would have to read through.
CREATE INDEX point_bands_gin ON point_bands USING gin (bands) WITH (fastupdate = off);

-- Points whose bands are to be made anew; the service works them off. A release that changes how
-- bands are made adds a migration that puts every point here.
CREATE TABLE point_without_bands (
  region text NOT NULL,
  resolution_id uuid NOT NULL,
  point_id uuid NOT NULL,
  PRIMARY KEY (region, resolution_id, point_id),
  FOREIGN KEY (region, resolution_id, point_id) REFERENCES point (region, resolution_id, id)
    ON DELETE CASCADE
);
INSERT INTO point_without_bands SELECT region, resolution_id, id FROM point;
