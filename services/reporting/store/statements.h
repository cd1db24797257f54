#pragma once

#include "services/platform/db/statement.h"

// The statements that write projections.
namespace rezon::reporting::store {

inline constexpr db::Statement kLockCounts{
    "lock_summary_counts", "SELECT pg_advisory_xact_lock(hashtext('reporting.summary_count'))"};

// What assignments tell of others before their own feeds do; never overwrites.
inline constexpr db::Statement kHearResolutions{"hear_resolutions", R"sql(
INSERT INTO resolution_fact (region, id, revision, display_name, state)
SELECT DISTINCT ON (region, id) region, id, 0, name, 'ADOPTED'
FROM unnest($1::text[], $2::uuid[], $3::text[]) AS t(region, id, name)
ORDER BY region, id
ON CONFLICT DO NOTHING)sql"};

inline constexpr db::Statement kHearPoints{"hear_points", R"sql(
INSERT INTO point_fact (region, resolution, id, revision, ordinal, label, text, actionable)
SELECT DISTINCT ON (region, resolution, id) region, resolution, id, 0, ordinal, label, text, true
FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[])
     AS t(region, resolution, id, ordinal, label, text)
ORDER BY region, resolution, id
ON CONFLICT DO NOTHING)sql"};

inline constexpr db::Statement kHearTerritories{"hear_territories", R"sql(
INSERT INTO territory_name (region, id, revision, kind, name)
SELECT DISTINCT ON (region, id) region, id, 0, '', name
FROM unnest($1::text[], $2::text[], $3::text[]) AS t(region, id, name)
ORDER BY region, id
ON CONFLICT DO NOTHING)sql"};

inline constexpr db::Statement kHearOrganisations{"hear_organisations", R"sql(
INSERT INTO organisation_name (region, id, revision, kind, name)
SELECT DISTINCT ON (region, id) region, id, 0, kind, name
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t(region, id, kind, name)
ORDER BY region, id
ON CONFLICT DO NOTHING)sql"};

// All parts of the statement see the rows as they were before it, so `previous` holds what
// `written` replaced.
inline constexpr db::Statement kApplyAssignments{"apply_assignments", R"sql(
WITH incoming AS (
  SELECT region, id, revision, resolution, point, territory, executor, executor_kind, state,
         COALESCE(due_date, 'infinity') AS due_date, done_late
  FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
              $8::text[], $9::text[], $10::date[], $11::boolean[])
       AS t(region, id, revision, resolution, point, territory, executor, executor_kind, state,
            due_date, done_late)
), previous AS (
  SELECT f.* FROM incoming i JOIN assignment_fact f ON f.region = i.region AND f.id = i.id
), written AS (
  INSERT INTO assignment_fact AS f
    (region, id, revision, resolution, point, territory, executor, executor_kind, state, due_date,
     done_late)
  SELECT * FROM incoming
  ON CONFLICT (region, id) DO UPDATE SET
    revision = excluded.revision, resolution = excluded.resolution, point = excluded.point,
    territory = excluded.territory, executor = excluded.executor,
    executor_kind = excluded.executor_kind, state = excluded.state, due_date = excluded.due_date,
    done_late = excluded.done_late
  WHERE f.revision < excluded.revision
  RETURNING f.*
), delta AS (
  SELECT w.*, 1 AS change FROM written w
  UNION ALL
  SELECT p.*, -1 FROM previous p JOIN written w ON w.region = p.region AND w.id = p.id
), by_point AS (
  INSERT INTO summary_count AS c
    (region, resolution, point, territory, executor_kind, state, due_date, done_late, count)
  SELECT region, resolution, point, territory, executor_kind, state, due_date, done_late,
         sum(change)
  FROM delta GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(change) <> 0
  ON CONFLICT (region, resolution, point, territory, executor_kind, state, due_date, done_late)
  DO UPDATE SET count = c.count + excluded.count
)
INSERT INTO executor_count AS c
  (region, executor, resolution, territory, state, due_date, done_late, count)
SELECT region, executor, resolution, territory, state, due_date, done_late, sum(change)
FROM delta GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(change) <> 0
ON CONFLICT (region, executor, resolution, territory, state, due_date, done_late)
DO UPDATE SET count = c.count + excluded.count)sql"};

inline constexpr db::Statement kDropEmptySummaries{"drop_empty_summary_counts",
                                                   "DELETE FROM summary_count WHERE count = 0"};
inline constexpr db::Statement kDropEmptyExecutors{"drop_empty_executor_counts",
                                                   "DELETE FROM executor_count WHERE count = 0"};

inline constexpr db::Statement kApplyResolutions{"apply_resolutions", R"sql(
INSERT INTO resolution_fact AS f (region, id, revision, display_name, state)
SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::text[], $5::text[])
ON CONFLICT (region, id) DO UPDATE SET
  revision = excluded.revision, display_name = excluded.display_name, state = excluded.state
WHERE f.revision < excluded.revision)sql"};

inline constexpr db::Statement kApplyPoints{"apply_points", R"sql(
INSERT INTO point_fact AS f
  (region, resolution, id, revision, ordinal, label, text, actionable)
SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::int[], $6::text[],
                     $7::text[], $8::boolean[])
ON CONFLICT (region, resolution, id) DO UPDATE SET
  revision = excluded.revision, ordinal = excluded.ordinal, label = excluded.label,
  text = excluded.text, actionable = excluded.actionable
WHERE f.revision < excluded.revision)sql"};

inline constexpr db::Statement kApplyTerritories{"apply_territories", R"sql(
INSERT INTO territory_name AS f (region, id, revision, kind, name)
SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[])
ON CONFLICT (region, id) DO UPDATE SET
  revision = excluded.revision, kind = excluded.kind, name = excluded.name
WHERE f.revision < excluded.revision)sql"};

inline constexpr db::Statement kApplyOrganisations{"apply_organisations", R"sql(
INSERT INTO organisation_name AS f (region, id, revision, kind, name)
SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[])
ON CONFLICT (region, id) DO UPDATE SET
  revision = excluded.revision, kind = excluded.kind, name = excluded.name
WHERE f.revision < excluded.revision)sql"};

}  // namespace rezon::reporting::store
