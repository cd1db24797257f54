-- Assignments, what they were issued from, and what happened to them. The region leads every key.

-- What all assignments of one point share, as it was adopted. Written once.
CREATE TABLE issued_point (
  region           text     NOT NULL,
  id               uuid     NOT NULL,
  resolution       uuid     NOT NULL,
  resolution_title text     NOT NULL,
  ordinal          integer  NOT NULL,
  label            text     NOT NULL,
  text             text     NOT NULL,
  content_hash     text     NOT NULL,
  -- rezon.common.v1.Deadline
  deadline_kind    smallint NOT NULL,
  start_date       date,
  end_date         date,
  printed          text     NOT NULL,
  recurrence       text     NOT NULL,
  rule             text     NOT NULL,
  PRIMARY KEY (region, id)
);

CREATE TABLE assignment (
  region           text        NOT NULL,
  id               uuid        NOT NULL,
  version          bigint      NOT NULL DEFAULT 1,
  -- numbers of rezon.assignments.v1.Assignment.State; previous_state is 0 before the first change
  state            smallint    NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 8),
  previous_state   smallint    NOT NULL DEFAULT 0,
  resolution       uuid        NOT NULL,
  point            uuid        NOT NULL,
  -- ids of registry; '' while nobody is confirmed, so that uniqueness holds for that too
  executor         text        NOT NULL,
  executor_name    text        NOT NULL,
  executor_kind    text        NOT NULL,
  territory        text        NOT NULL,
  territory_name   text        NOT NULL,
  addressee_phrase text        NOT NULL,
  -- 'infinity' for standing tasks, so that they sort last and keyset pages need no case for NULL
  due_date         date        NOT NULL DEFAULT 'infinity',
  last_report      text        NOT NULL DEFAULT '',
  report_time      timestamptz,
  accept_time      timestamptz,
  decision_comment text        NOT NULL DEFAULT '',
  create_time      timestamptz NOT NULL DEFAULT now(),
  update_time      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, point) REFERENCES issued_point (region, id)
) WITH (fillfactor = 90);
-- Exactly one assignment for a point and an executor, whatever is retried.
CREATE UNIQUE INDEX assignment_once ON assignment (region, point, executor);
CREATE INDEX assignment_by_due ON assignment (region, due_date, id);
CREATE INDEX assignment_by_executor ON assignment (region, executor, due_date, id);
CREATE INDEX assignment_by_territory ON assignment (region, territory, due_date, id);
CREATE INDEX assignment_by_resolution ON assignment (region, resolution, due_date, id);
CREATE INDEX assignment_by_state ON assignment (region, state, due_date, id);

CREATE TABLE history (
  region     text        NOT NULL,
  assignment uuid        NOT NULL,
  revision   bigint      NOT NULL,
  operation  text        NOT NULL,
  from_state smallint    NOT NULL,
  to_state   smallint    NOT NULL,
  comment    text        NOT NULL,
  actor      text        NOT NULL,
  time       timestamptz NOT NULL DEFAULT now(),
  trace_id   text        NOT NULL,
  PRIMARY KEY (region, assignment, revision)
);

CREATE TABLE report (
  region      text        NOT NULL,
  assignment  uuid        NOT NULL,
  id          uuid        NOT NULL,
  text        text        NOT NULL,
  -- numbers of rezon.assignments.v1.ProgressReport.Ask
  ask         smallint    NOT NULL,
  links       jsonb       NOT NULL,
  author      text        NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region, assignment, id)
);

CREATE TABLE issuance (
  region      text        NOT NULL,
  id          uuid        NOT NULL,
  resolution  uuid        NOT NULL,
  -- rezon.assignments.v1.Issuance in proto3 JSON
  answer      jsonb       NOT NULL,
  actor       text        NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region, id)
);
CREATE INDEX issuance_by_resolution ON issuance (region, resolution);

-- What was written once is never changed, not even by the service.
DO $$
DECLARE app text := current_schema() || '_app';
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = app) THEN
    EXECUTE format('REVOKE UPDATE, DELETE ON issued_point, history, report, issuance FROM %I', app);
    EXECUTE format('REVOKE DELETE ON assignment FROM %I', app);
  END IF;
END $$;

-- rezon.assignments.v1.Assignment in proto3 JSON, as events and stored answers carry it. `overdue` is
-- left out: it depends on the day on which it is read.
CREATE FUNCTION assignment_json(a assignment, p issued_point) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'name', 'assignments/' || a.id,
    'region', a.region,
    'resolution', 'resolutions/' || a.resolution,
    'resolutionDisplayName', p.resolution_title,
    'point', 'resolutions/' || a.resolution || '/points/' || a.point,
    'pointOrdinal', p.ordinal,
    'pointLabel', p.label,
    'pointText', p.text,
    'contentHash', p.content_hash,
    'executor', CASE WHEN a.executor <> '' THEN 'organisations/' || a.executor END,
    'executorDisplayName', a.executor_name,
    'executorKind', a.executor_kind,
    'territory', CASE WHEN a.territory <> '' THEN 'territories/' || a.territory END,
    'territoryDisplayName', a.territory_name,
    'addresseePhrase', a.addressee_phrase,
    'deadline', jsonb_build_object(
      'kind', (ARRAY['KIND_UNSPECIFIED', 'KIND_DATE', 'KIND_RANGE', 'KIND_STANDING', 'KIND_NONE'])
              [p.deadline_kind + 1],
      'startDate', p.start_date,
      'endDate', p.end_date,
      'printed', p.printed,
      'recurrence', p.recurrence,
      'rule', p.rule),
    'dueDate', nullif(a.due_date, 'infinity'),
    'state', (ARRAY['STATE_ISSUED', 'STATE_DELIVERED', 'STATE_ACKNOWLEDGED', 'STATE_IN_PROGRESS',
                    'STATE_REPORTED', 'STATE_RETURNED', 'STATE_ACCEPTED', 'STATE_CANCELLED'])
             [a.state],
    'lastReportText', a.last_report,
    'reportTime', a.report_time,
    'acceptTime', a.accept_time,
    'decisionComment', a.decision_comment,
    'createTime', a.create_time,
    'updateTime', a.update_time,
    'etag', '"' || a.version || '"'))
$$;
