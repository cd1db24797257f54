-- Cover letters, and the resolutions that they carry.

CREATE TABLE letter (
  region text NOT NULL,
  id uuid NOT NULL,
  -- the file that it stands in, alone or beside its resolution
  document_id uuid NOT NULL,
  number text NOT NULL,
  letter_date date,
  issuer text NOT NULL,
  -- facts, annex, requests, warnings and corrected fields in proto3 JSON
  detail jsonb NOT NULL,
  reader_version text NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  update_time timestamptz NOT NULL DEFAULT now(),
  version bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (region, id),
  UNIQUE (region, document_id),
  FOREIGN KEY (region, document_id) REFERENCES document (region, id)
);

CREATE TABLE letter_link (
  region text NOT NULL,
  letter_id uuid NOT NULL,
  resolution_id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'annex' CHECK (kind = 'annex'),
  state text NOT NULL CHECK (state IN ('proposed', 'linked', 'rejected')),
  origin text NOT NULL CHECK (origin IN ('same_file', 'match', 'person')),
  score float8 NOT NULL CHECK (score BETWEEN 0 AND 1),
  -- Russian sentences
  reasons text[] NOT NULL DEFAULT '{}',
  -- who linked or rejected it
  decider text NOT NULL DEFAULT '',
  decide_time timestamptz,
  PRIMARY KEY (region, letter_id, resolution_id),
  FOREIGN KEY (region, letter_id) REFERENCES letter (region, id) ON DELETE CASCADE,
  FOREIGN KEY (region, resolution_id) REFERENCES resolution (region, id) ON DELETE CASCADE,
  CHECK (origin <> 'match' OR state <> 'proposed' OR decide_time IS NULL)
);
-- A letter carries one resolution, whoever writes.
CREATE UNIQUE INDEX letter_link_one ON letter_link (region, letter_id) WHERE state = 'linked';
CREATE INDEX letter_link_resolution ON letter_link (region, resolution_id);

-- Letters that were read with their resolutions before they were kept apart. The id is made of the
-- resolution's, so that it keeps its place in time.
INSERT INTO letter (region, id, document_id, number, letter_date, issuer, detail, reader_version,
                    create_time)
  SELECT DISTINCT ON (r.region, r.document_id) r.region,
    (left(r.id::text, 24) || right(md5(r.id::text), 12))::uuid, r.document_id,
    coalesce(r.detail #>> '{letter,number}', ''),
    CASE WHEN r.detail #>> '{letter,date}' ~ '^\d{4}-\d\d-\d\d$'
         THEN (r.detail #>> '{letter,date}')::date END,
    coalesce(r.detail #>> '{letter,issuer}', ''),
    jsonb_build_object('facts', r.detail -> 'letter'), r.reader_version, r.create_time
  FROM resolution r WHERE r.detail ? 'letter' AND r.document_id IS NOT NULL
  ORDER BY r.region, r.document_id, r.id;
INSERT INTO letter_link (region, letter_id, resolution_id, state, origin, score)
  SELECT DISTINCT ON (r.region, r.document_id) r.region, l.id, r.id, 'linked', 'same_file', 1
  FROM resolution r JOIN letter l ON l.region = r.region AND l.document_id = r.document_id
  ORDER BY r.region, r.document_id, r.id;
