-- Source documents, resolutions and their points. The region leads every key (design.md).

CREATE TABLE document (
  region text NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  encoding text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea NOT NULL,
  canonical_text text NOT NULL,
  creator text NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region, id),
  UNIQUE (region, sha256)
);
-- Files arrive packed or small: a second compression by the server only costs time.
ALTER TABLE document ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE resolution (
  region text NOT NULL,
  id uuid NOT NULL,
  document_id uuid,
  state text NOT NULL CHECK (state IN ('draft', 'in_review', 'adopted', 'superseded', 'revoked')),
  document_kind text NOT NULL,
  display_name text NOT NULL CHECK (display_name <> ''),
  territory text NOT NULL,
  -- event, letter and warnings in proto3 JSON
  detail jsonb NOT NULL,
  point_count int NOT NULL CHECK (point_count >= 0),
  actionable_count int NOT NULL CHECK (actionable_count >= 0),
  unresolved_count int NOT NULL CHECK (unresolved_count >= 0),
  revision int NOT NULL DEFAULT 0,
  content_hash text NOT NULL DEFAULT '',
  adopt_date date,
  revoke_reason text NOT NULL DEFAULT '',
  reader_version text NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  update_time timestamptz NOT NULL DEFAULT now(),
  version bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, document_id) REFERENCES document (region, id),
  CHECK (state IN ('draft', 'in_review') OR
         (revision > 0 AND content_hash ~ '^[0-9a-f]{64}$' AND adopt_date IS NOT NULL)),
  CHECK (state <> 'revoked' OR revoke_reason <> '')
);
CREATE INDEX resolution_document ON resolution (region, document_id);

CREATE TABLE point (
  region text NOT NULL,
  resolution_id uuid NOT NULL,
  id uuid NOT NULL,
  ordinal int NOT NULL CHECK (ordinal > 0),
  parent_id uuid,
  label text NOT NULL,
  body text NOT NULL CHECK (body <> ''),
  actionable boolean NOT NULL,
  -- addressees, responsible_from, deadline, span, confidence, rule and warnings in proto3 JSON
  detail jsonb NOT NULL,
  corrector text NOT NULL DEFAULT '',
  version bigint NOT NULL DEFAULT 1,
  search tsvector NOT NULL GENERATED ALWAYS AS
    (to_tsvector('pg_catalog.russian', translate(body, 'ёЁ', 'еЕ'))) STORED,
  PRIMARY KEY (region, resolution_id, id),
  UNIQUE (region, resolution_id, ordinal) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (region, resolution_id) REFERENCES resolution (region, id),
  FOREIGN KEY (region, resolution_id, parent_id) REFERENCES point (region, resolution_id, id)
    DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX point_search ON point USING gin (search);

-- An adopted text never changes (design.md), whoever writes the SQL.
CREATE FUNCTION refuse_point_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_region text := CASE WHEN TG_OP = 'DELETE' THEN OLD.region ELSE NEW.region END;
  row_resolution uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.resolution_id ELSE NEW.resolution_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.region, OLD.resolution_id) <> (NEW.region, NEW.resolution_id) THEN
    RAISE EXCEPTION 'a point stays in its resolution' USING ERRCODE = '55000';
  END IF;
  PERFORM FROM resolution
    WHERE region = row_region AND id = row_resolution AND state NOT IN ('draft', 'in_review');
  IF FOUND THEN
    RAISE EXCEPTION 'points of an adopted resolution are frozen' USING ERRCODE = '55000';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER point_frozen BEFORE INSERT OR UPDATE OR DELETE ON point
  FOR EACH ROW EXECUTE FUNCTION refuse_point_change();

CREATE FUNCTION refuse_resolution_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('draft', 'in_review') AND TG_OP = 'UPDATE' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('draft', 'in_review') THEN
      RETURN OLD;
    END IF;
  ELSIF NEW.state IN ('adopted', 'superseded', 'revoked') AND
      (OLD.document_kind, OLD.display_name, OLD.territory, OLD.detail, OLD.point_count,
       OLD.actionable_count, OLD.unresolved_count, OLD.revision, OLD.content_hash, OLD.adopt_date,
       OLD.document_id) IS NOT DISTINCT FROM
      (NEW.document_kind, NEW.display_name, NEW.territory, NEW.detail, NEW.point_count,
       NEW.actionable_count, NEW.unresolved_count, NEW.revision, NEW.content_hash, NEW.adopt_date,
       NEW.document_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an adopted resolution is frozen' USING ERRCODE = '55000';
END $$;
CREATE TRIGGER resolution_frozen BEFORE UPDATE OR DELETE ON resolution
  FOR EACH ROW EXECUTE FUNCTION refuse_resolution_change();
