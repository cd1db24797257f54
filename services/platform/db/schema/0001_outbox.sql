-- Every event is written in the transaction of the change that it tells of, without a position.
-- The sequencer gives positions to committed rows, gap-free and in id order.
CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  position    bigint,
  subject     text        NOT NULL,
  revision    bigint      NOT NULL,
  type        text        NOT NULL,
  payload     jsonb       NOT NULL,
  traceparent text        NOT NULL DEFAULT '',
  actor       text        NOT NULL DEFAULT '',
  region      text        NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX outbox_position ON outbox (position) WHERE position IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox (id) WHERE position IS NULL;

-- One row: the last position given, and the last one that was deleted by retention.
CREATE TABLE outbox_state (
  single   boolean PRIMARY KEY DEFAULT true CHECK (single),
  head     bigint NOT NULL DEFAULT 0,
  trimmed  bigint NOT NULL DEFAULT 0
);
INSERT INTO outbox_state DEFAULT VALUES;

-- The first answer of every change, for its retries.
CREATE TABLE idempotency (
  principal    text        NOT NULL,
  method       text        NOT NULL,
  request_id   uuid        NOT NULL,
  request_hash bytea       NOT NULL,
  response     jsonb       NOT NULL,
  create_time  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, method, request_id)
);
CREATE INDEX idempotency_age ON idempotency (create_time);

-- How far this service has followed another's feed.
CREATE TABLE consumer_cursor (
  source      text PRIMARY KEY,
  cursor      bigint      NOT NULL,
  update_time timestamptz NOT NULL DEFAULT now()
);

-- Events that could not be applied after several tries.
CREATE TABLE dead_letter (
  source      text        NOT NULL,
  position    bigint      NOT NULL,
  type        text        NOT NULL,
  subject     text        NOT NULL,
  event       jsonb       NOT NULL,
  error       text        NOT NULL,
  tries       integer     NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (source, position)
);
