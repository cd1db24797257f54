-- Fills the assignments schema for the load benchmark. Variables: rows (a multiple of 1000), executors.
-- Each thousand rows are a resolution of twenty points; six of ten are issued, one each acknowledged, in
-- progress, reported and accepted. Ids follow from numbers as work.cc has them.
\set ON_ERROR_STOP on
SET search_path = assignments;
SET synchronous_commit = off;
-- Only well-formed rows are made here; checking a million references one by one takes longer.
SET session_replication_role = replica;
CREATE FUNCTION pg_temp.make_id(kind text, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT ('01920000-0000-7000-' || kind || '-' || lpad(to_hex(number), 12, '0'))::uuid $$;

INSERT INTO issued_point (region, id, resolution, resolution_title, ordinal, label, text, content_hash,
                          deadline_kind, start_date, end_date, printed, recurrence, rule)
SELECT 'ru-load', pg_temp.make_id('a000', n), pg_temp.make_id('b000', n / 20),
       'Итоги августовского совещания педагогических работников № ' || n / 20, n % 20 + 1,
       '2.' || n % 20 + 1,
       'Организовать работу по повышению качества образования, обеспечить контроль за выполнением '
       'плана мероприятий и представить отчёт о результатах (направление ' || n % 20 + 1 || ')',
       md5(n::text) || md5((n / 20)::text), 1, NULL, date '2026-01-01' + (n % 700)::int,
       'до ' || n % 28 + 1 || ' числа', '', 'date.day'
FROM generate_series(0, :rows / 50 - 1) AS n;

INSERT INTO assignment (region, id, version, state, previous_state, resolution, point, executor,
                        executor_name, executor_kind, territory, territory_name, addressee_phrase, due_date)
SELECT 'ru-load', pg_temp.make_id('8000', n), 1,
       (ARRAY[5, 1, 1, 1, 1, 1, 1, 3, 4, 7])[(n % 10)::int + 1], 0,
       pg_temp.make_id('b000', (n - 1) / 1000), pg_temp.make_id('a000', (n - 1) / 50),
       pg_temp.make_id('9000', n * 7919 % :executors + 1)::text,
       'МАОУ СОШ № ' || n * 7919 % :executors + 1 || ' города Тюмени', 'KIND_SCHOOL',
       pg_temp.make_id('c000', n * 7919 % :executors % 26)::text,
       'Муниципальный район № ' || n * 7919 % :executors % 26 + 1,
       'руководителям общеобразовательных организаций', date '2026-01-01' + ((n - 1) / 50 % 700)::int
FROM generate_series(1::int8, :rows) AS n;

INSERT INTO history (region, assignment, revision, operation, from_state, to_state, comment, actor, trace_id)
SELECT region, id, 1, 'issue', 0, 1, '', 'load', '' FROM assignment;

RESET synchronous_commit;
RESET session_replication_role;
VACUUM (ANALYZE) issued_point;
VACUUM (ANALYZE) assignment;
VACUUM (ANALYZE) history;
CHECKPOINT;
