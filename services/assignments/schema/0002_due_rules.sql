-- By which rules and calendar a point's due day was counted at the issue.
ALTER TABLE issued_point
  ADD COLUMN due_rules        text    NOT NULL DEFAULT '',
  ADD COLUMN calendar_version text    NOT NULL DEFAULT '',
  ADD COLUMN provisional      boolean NOT NULL DEFAULT false;

-- rezon.assignments.v1.Assignment in proto3 JSON, as events and stored answers carry it. `overdue` is
-- left out: it depends on the day on which it is read.
CREATE OR REPLACE FUNCTION assignment_json(a assignment, p issued_point) RETURNS jsonb
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
      'rule', p.rule,
      'calendarVersion', p.calendar_version,
      'provisional', nullif(p.provisional, false)),
    'dueRules', nullif(p.due_rules, ''),
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
