-- Projections of the other services' feeds. Everything here can be dropped and replayed.
-- A revision of 0 marks what is only known by hearsay: an assignment spoke of it before its own feed.

-- Names in the order people expect: «СОШ № 5» before «СОШ № 27».
CREATE COLLATION russian (provider = icu, locale = 'ru-u-kn-true');

CREATE TABLE resolution_fact (
  region       text   NOT NULL,
  id           uuid   NOT NULL,
  revision     bigint NOT NULL,
  display_name text   NOT NULL,
  state        text   NOT NULL,
  PRIMARY KEY (region, id)
);

CREATE TABLE point_fact (
  region     text    NOT NULL,
  resolution uuid    NOT NULL,
  id         uuid    NOT NULL,
  revision   bigint  NOT NULL,
  ordinal    integer NOT NULL,
  label      text    NOT NULL,
  text       text    NOT NULL,
  actionable boolean NOT NULL,
  PRIMARY KEY (region, resolution, id)
);
CREATE INDEX point_fact_order ON point_fact (region, resolution, ordinal, id);

-- `unnamed` keeps the row of assignments without a territory (id '') behind all others.
CREATE TABLE territory_name (
  region   text    NOT NULL,
  id       text    COLLATE "C" NOT NULL,
  revision bigint  NOT NULL,
  kind     text    NOT NULL,
  name     text    COLLATE russian NOT NULL,
  unnamed  boolean NOT NULL GENERATED ALWAYS AS (id = '') STORED,
  PRIMARY KEY (region, id)
);
CREATE INDEX territory_name_order ON territory_name (region, unnamed, name, id);

CREATE TABLE organisation_name (
  region   text    NOT NULL,
  id       text    COLLATE "C" NOT NULL,
  revision bigint  NOT NULL,
  kind     text    NOT NULL,
  name     text    COLLATE russian NOT NULL,
  unnamed  boolean NOT NULL GENERATED ALWAYS AS (id = '') STORED,
  PRIMARY KEY (region, id)
);
CREATE INDEX organisation_name_order ON organisation_name (region, unnamed, name, id);

-- One row an assignment, at its highest revision seen. No due date is 'infinity'.
CREATE TABLE assignment_fact (
  region        text    NOT NULL,
  id            uuid    NOT NULL,
  revision      bigint  NOT NULL,
  resolution    uuid    NOT NULL,
  point         uuid    NOT NULL,
  territory     text    COLLATE "C" NOT NULL,
  executor      text    COLLATE "C" NOT NULL,
  executor_kind text    NOT NULL,
  state         text    NOT NULL,
  due_date      date    NOT NULL,
  done_late     boolean NOT NULL,
  PRIMARY KEY (region, id)
) WITH (fillfactor = 90);
-- The late ones are the first entries of these; nothing else reads this table by a range.
CREATE INDEX assignment_fact_open ON assignment_fact (region, due_date, id)
  WHERE state IN ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED');
CREATE INDEX assignment_fact_open_resolution ON assignment_fact (region, resolution, due_date, id)
  WHERE state IN ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED');
CREATE INDEX assignment_fact_open_territory ON assignment_fact (region, territory, due_date, id)
  WHERE state IN ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED');

-- How many assignments share these properties. Kept by deltas in the transaction that changes the
-- facts. Whether a count is overdue depends on the day of reading and is never stored.
CREATE TABLE summary_count (
  region        text    NOT NULL,
  resolution    uuid    NOT NULL,
  point         uuid    NOT NULL,
  territory     text    COLLATE "C" NOT NULL,
  executor_kind text    NOT NULL,
  state         text    NOT NULL,
  due_date      date    NOT NULL,
  done_late     boolean NOT NULL,
  count         bigint  NOT NULL,
  PRIMARY KEY (region, resolution, point, territory, executor_kind, state, due_date, done_late)
) WITH (fillfactor = 70);
CREATE INDEX summary_count_territory ON summary_count (region, territory, resolution);
CREATE INDEX summary_count_empty ON summary_count (region) WHERE count = 0;

-- The same by executor, which would make the table above as long as the facts.
CREATE TABLE executor_count (
  region     text    NOT NULL,
  executor   text    COLLATE "C" NOT NULL,
  resolution uuid    NOT NULL,
  territory  text    COLLATE "C" NOT NULL,
  state      text    NOT NULL,
  due_date   date    NOT NULL,
  done_late  boolean NOT NULL,
  count      bigint  NOT NULL,
  PRIMARY KEY (region, executor, resolution, territory, state, due_date, done_late)
) WITH (fillfactor = 70);
CREATE INDEX executor_count_empty ON executor_count (region) WHERE count = 0;
