-- What persons did to cover letters: one row a call, written with the change and never again. A row
-- outlives its letter, so it does not refer to it.
CREATE TABLE letter_correction (
  region text NOT NULL,
  letter_id uuid NOT NULL,
  -- a UUID of version 7: rises with time
  id uuid NOT NULL,
  action text NOT NULL,
  corrector text NOT NULL CHECK (corrector <> ''),
  create_time timestamptz NOT NULL DEFAULT now(),
  -- the rest of a Correction in proto3 JSON
  detail jsonb NOT NULL,
  PRIMARY KEY (region, letter_id, id)
);
CREATE TRIGGER letter_correction_frozen BEFORE UPDATE OR DELETE ON letter_correction
  FOR EACH ROW EXECUTE FUNCTION refuse_correction_change();
