-- Relations that persons add beside those that were read: confirmed or rejected, never proposed.
ALTER TABLE relation
  ADD COLUMN origin text NOT NULL DEFAULT 'read' CHECK (origin IN ('read', 'person')),
  ADD CHECK (origin = 'read' OR state <> 'proposed');
