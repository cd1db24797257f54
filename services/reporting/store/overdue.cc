
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/platform/db/params.h"
#include "services/platform/db/pool.h"
#include "services/platform/db/result.h"
#include "services/platform/db/statement.h"
#include "services/reporting/store/summaries.h"

namespace rezon::reporting::store {
namespace {

// The page is taken from a partial index over open assignments; names are joined to its rows only.
constexpr absl::string_view kPageBegin = R"sql(
WITH page AS (
  SELECT * FROM assignment_fact f
  WHERE f.region = $1 AND f.due_date < $2::date
    AND f.state IN ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURNED')
    AND (f.due_date, f.id) > ($3::date, $4::uuid))sql";

constexpr absl::string_view kPageEnd = R"sql(
  ORDER BY f.due_date, f.id LIMIT $5::bigint
)
SELECT f.id, f.resolution, r.display_name, p.label, p.text, f.executor, o.name, t.name, f.due_date,
       f.state
FROM page f
JOIN resolution_fact r ON r.region = f.region AND r.id = f.resolution
JOIN point_fact p ON p.region = f.region AND p.resolution = f.resolution AND p.id = f.point
JOIN organisation_name o ON o.region = f.region AND o.id = f.executor
JOIN territory_name t ON t.region = f.region AND t.id = f.territory
ORDER BY f.due_date, f.id)sql";

// One text a combination, so that each has the plan of its own index.
const db::Statement& OverdueStatement(bool resolution, bool territory) {
  const auto make = [](absl::string_view condition) {
    return db::DynamicStatement("list_overdue", absl::StrCat(kPageBegin, condition, kPageEnd));
  };
  static const db::DynamicStatement all = make("");
  static const db::DynamicStatement of_resolution = make(" AND f.resolution = $6::uuid");
  static const db::DynamicStatement of_territory = make(" AND f.territory = $6::text");
  static const db::DynamicStatement of_both =
      make(" AND f.resolution = $6::uuid AND f.territory = $7::text");
  if (resolution && territory) return of_both.statement();
  if (resolution) return of_resolution.statement();
  return territory ? of_territory.statement() : all.statement();
}

db::Params OverdueParams(const OverdueQuery& query) {
  const bool first = query.after.empty();
  db::Params params;
  params.Text(query.selection.region)
      .Date(query.today)
      .Text(first ? "-infinity" : query.after[0])
      .Text(first ? "00000000-0000-0000-0000-000000000000" : query.after[1])
      .Int(query.limit + 1);
  if (!query.selection.resolution.empty()) params.Text(query.selection.resolution);
  if (!query.selection.territory.empty()) params.Text(query.selection.territory);
  return params;
}

OverdueRow ReadOverdueRow(const db::Result& result, int i) {
  OverdueRow row;
  row.id = result.Text(i, 0);
  row.resolution = result.Text(i, 1);
  row.resolution_name = result.Text(i, 2);
  row.point_label = result.Text(i, 3);
  row.point_text = result.Text(i, 4);
  row.executor = result.Text(i, 5);
  row.executor_name = result.Text(i, 6);
  row.territory_name = result.Text(i, 7);
  row.due_date = result.Date(i, 8);
  row.state = result.Text(i, 9);
  return row;
}

}  // namespace

absl::StatusOr<OverduePage> ReadOverdue(db::Pool& pool, const db::Context& context,
                                        const OverdueQuery& query) {
  const db::Statement& statement =
      OverdueStatement(!query.selection.resolution.empty(), !query.selection.territory.empty());
  absl::StatusOr<db::Result> result = pool.Execute(context, statement, OverdueParams(query));
  if (!result.ok()) return result.status();
  OverduePage page;
  page.more = result->rows() > query.limit;
  const int taken = page.more ? query.limit : result->rows();
  for (int i = 0; i < taken; ++i) page.rows.push_back(ReadOverdueRow(*result, i));
  return page;
}

}  // namespace rezon::reporting::store
