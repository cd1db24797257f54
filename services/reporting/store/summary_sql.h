#pragma once

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

// Pieces of SQL that the summary reads share.
namespace rezon::reporting::store {

// The eight counts and the earliest open due date of a group of count rows, in the order of
// ReadCounts; `$2` is the day of reading.
inline constexpr absl::string_view kCounts = R"sql(
  COALESCE(sum(c.count), 0)::bigint AS total,
  COALESCE(sum(c.count) FILTER (WHERE c.state IN
    ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED')), 0)::bigint AS open,
  COALESCE(sum(c.count) FILTER (WHERE c.state = 'REPORTED'), 0)::bigint AS reported,
  COALESCE(sum(c.count) FILTER (WHERE c.state = 'ACCEPTED'), 0)::bigint AS accepted,
  COALESCE(sum(c.count) FILTER (WHERE c.state = 'CANCELLED'), 0)::bigint AS cancelled,
  COALESCE(sum(c.count) FILTER (WHERE c.due_date < $2::date AND c.state IN
    ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED')), 0)::bigint AS overdue,
  COALESCE(sum(c.count) FILTER (WHERE c.done_late), 0)::bigint AS done_late,
  COALESCE(sum(c.count) FILTER (WHERE c.state IN ('ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED')),
           0)::bigint AS in_progress,
  min(c.due_date) FILTER (WHERE c.count > 0 AND c.due_date < 'infinity' AND c.state IN
    ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED')) AS next_due)sql";

// Columns of a row: id, name, label, ordinal, actionable, place in the order (text[]), the counts,
// and the moment of the snapshot. `$1` region, `$3` resolution or NULL, `$4` territory or NULL,
// `$5` limit, `$6`… the sort key after which the page begins, or NULL.
inline std::string ResolutionRowsSql() {
  return absl::StrCat(R"sql(
SELECT r.id, r.display_name, '', 0, true, ARRAY[r.id::text], k.*, statement_timestamp()
FROM resolution_fact r CROSS JOIN LATERAL (SELECT )sql",
                      kCounts, R"sql(
  FROM summary_count c
  WHERE c.region = $1 AND c.resolution = r.id AND ($4::text IS NULL OR c.territory = $4)) k
WHERE r.region = $1 AND ($3::uuid IS NULL OR r.id = $3) AND ($6::uuid IS NULL OR r.id < $6)
  AND (k.total > 0 OR (r.state = 'ADOPTED' AND $4::text IS NULL))
ORDER BY r.id DESC LIMIT $5::bigint)sql");
}

inline std::string PointRowsSql() {
  return absl::StrCat(R"sql(
SELECT p.id, p.text, p.label, p.ordinal, p.actionable, ARRAY[p.ordinal::text, p.id::text], k.*,
       statement_timestamp()
FROM point_fact p CROSS JOIN LATERAL (SELECT )sql",
                      kCounts, R"sql(
  FROM summary_count c
  WHERE c.region = $1 AND c.resolution = $3 AND c.point = p.id
    AND ($4::text IS NULL OR c.territory = $4)) k
WHERE p.region = $1 AND p.resolution = $3::uuid
  AND ($6::int IS NULL OR (p.ordinal, p.id) > ($6::int, $7::uuid))
ORDER BY p.ordinal, p.id LIMIT $5::bigint)sql");
}

// Territories and executors differ in the tables only.
inline std::string NamedRowsSql(absl::string_view names, absl::string_view counts,
                                absl::string_view key) {
  return absl::StrCat(R"sql(
SELECT n.id, n.name, '', 0, true, ARRAY[n.unnamed::text, n.name, n.id], k.*, statement_timestamp()
FROM )sql",
                      names, " n CROSS JOIN LATERAL (SELECT ", kCounts, " FROM ", counts,
                      " c WHERE c.region = $1 AND c.", key, R"sql( = n.id
    AND ($3::uuid IS NULL OR c.resolution = $3) AND ($4::text IS NULL OR c.territory = $4)) k
WHERE n.region = $1 AND k.total > 0
  AND ($6::boolean IS NULL OR (n.unnamed, n.name, n.id) > ($6::boolean, $7::text, $8::text))
ORDER BY n.unnamed, n.name, n.id LIMIT $5::bigint)sql");
}

// All points of a resolution, then its territories; the last column but one tells them apart.
inline std::string ResolutionReportSql() {
  return absl::StrCat(R"sql(
SELECT p.id::text COLLATE "C" AS id, p.text COLLATE russian AS name, p.label, p.ordinal,
       p.actionable, '{}'::text[], k.*, statement_timestamp(), 0 AS part, false AS unnamed
FROM point_fact p CROSS JOIN LATERAL (SELECT )sql",
                      kCounts, R"sql(
  FROM summary_count c WHERE c.region = $1 AND c.resolution = $3 AND c.point = p.id) k
WHERE p.region = $1 AND p.resolution = $3::uuid
UNION ALL
SELECT n.id, n.name, '', 0, true, '{}', k.*, statement_timestamp(), 1, n.unnamed
FROM (SELECT DISTINCT s.territory FROM summary_count s
      WHERE s.region = $1 AND s.resolution = $3) t
JOIN territory_name n ON n.region = $1 AND n.id = t.territory
CROSS JOIN LATERAL (SELECT )sql",
                      kCounts, R"sql(
  FROM summary_count c WHERE c.region = $1 AND c.territory = n.id AND c.resolution = $3) k
WHERE k.total > 0
ORDER BY part, ordinal, unnamed, name, id)sql");
}

}  // namespace rezon::reporting::store
