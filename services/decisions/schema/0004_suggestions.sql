-- Suggestions are decided on, and relations may name targets that are not here yet.

ALTER TABLE suggestion
  ADD COLUMN state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'dismissed')),
  -- the point that it became
  ADD COLUMN point_id uuid,
  -- who took or dismissed it
  ADD COLUMN decider text NOT NULL DEFAULT '',
  ADD COLUMN decide_time timestamptz,
  ADD COLUMN reason text NOT NULL DEFAULT '',
  ADD COLUMN version bigint NOT NULL DEFAULT 1,
  ADD FOREIGN KEY (region, resolution_id, point_id) REFERENCES point (region, resolution_id, id)
    ON DELETE SET NULL (point_id),
  ADD CHECK ((state = 'open') = (decide_time IS NULL)),
  ADD CHECK (state = 'taken' OR point_id IS NULL);
CREATE INDEX suggestion_point ON suggestion (region, resolution_id, point_id);

-- Of a relation that came with an exported file: where its target is, by SHA-256 of the target's
-- document and the ordinal of the point (0: the whole resolution).
ALTER TABLE relation
  ADD COLUMN target_sha256 text NOT NULL DEFAULT '',
  ADD COLUMN target_ordinal int NOT NULL DEFAULT 0 CHECK (target_ordinal >= 0);
