-- What persons did to drafts: one row a call, written with the change and never again.
CREATE TABLE correction (
  region text NOT NULL,
  resolution_id uuid NOT NULL,
  -- a UUID of version 7: rises with time
  id uuid NOT NULL,
  action text NOT NULL,
  corrector text NOT NULL CHECK (corrector <> ''),
  create_time timestamptz NOT NULL DEFAULT now(),
  -- the points concerned, those that are gone among them
  points uuid[] NOT NULL,
  -- before, after and the rest of a Correction in proto3 JSON
  detail jsonb NOT NULL,
  PRIMARY KEY (region, resolution_id, id),
  FOREIGN KEY (region, resolution_id) REFERENCES resolution (region, id)
);

CREATE FUNCTION refuse_correction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of corrections is only added to' USING ERRCODE = '55000';
END $$;
CREATE TRIGGER correction_frozen BEFORE UPDATE OR DELETE ON correction
  FOR EACH ROW EXECUTE FUNCTION refuse_correction_change();
