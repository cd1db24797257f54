\set id random(:first, :last)
BEGIN;
UPDATE assignment SET previous_state = state, state = 3, version = version + 1, update_time = now()
  WHERE region = :region AND id = ('01920000-0000-7000-8000-' || lpad(to_hex(:id::int8), 12, '0'))::uuid
  AND state <> 8 RETURNING version, state;
INSERT INTO history (region, assignment, revision, operation, from_state, to_state, comment, actor, trace_id)
  SELECT region, id, version, 'acknowledge', previous_state, state, '', 'pgbench', '' FROM assignment
  WHERE region = :region AND id = ('01920000-0000-7000-8000-' || lpad(to_hex(:id::int8), 12, '0'))::uuid;
INSERT INTO outbox (subject, revision, type, payload, traceparent, actor, region)
  SELECT 'assignments/' || a.id, a.version, 'assignment.changed', assignment_json(a, p), '', 'pgbench', a.region
  FROM assignment a JOIN issued_point p ON p.region = a.region AND p.id = a.point
  WHERE a.region = :region AND a.id = ('01920000-0000-7000-8000-' || lpad(to_hex(:id::int8), 12, '0'))::uuid;
COMMIT;
