#include "services/reporting/store/summaries.h"

#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "services/platform/db/params.h"
#include "services/platform/db/pool.h"
#include "services/platform/db/result.h"
#include "services/platform/db/statement.h"
#include "services/reporting/store/summary_sql.h"

namespace rezon::reporting::store {
namespace {

// The columns of summary_sql.h.
constexpr int kSortKey = 5;
constexpr int kFirstCount = 6;
constexpr int kNextDue = 14;
constexpr int kAsOf = 15;
constexpr int kPart = 16;

std::optional<std::string> Wanted(const std::string& id) {
  return id.empty() ? std::nullopt : std::optional(id);
}

Row ReadSummaryRow(const db::Result& result, int i) {
  Row row;
  row.id = result.Text(i, 0);
  row.name = result.Text(i, 1);
  row.label = result.Text(i, 2);
  row.ordinal = static_cast<int32_t>(result.Int(i, 3));
  row.actionable = result.Bool(i, 4);
  row.sort_key = result.TextArray(i, kSortKey);
  Counts& c = row.counts;
  int column = kFirstCount;
  for (int64_t* count : {&c.total, &c.open, &c.reported, &c.accepted, &c.cancelled, &c.overdue,
                         &c.done_late, &c.in_progress}) {
    *count = result.Int(i, column++);
  }
  row.next_due_date = result.OptionalDate(i, kNextDue);
  return row;
}

const db::Statement& RowsStatement(Dimension dimension) {
  static const db::DynamicStatement resolutions("list_resolution_rows", ResolutionRowsSql());
  static const db::DynamicStatement points("list_point_rows", PointRowsSql());
  static const db::DynamicStatement municipalities(
      "list_municipality_rows", NamedRowsSql("territory_name", "summary_count", "territory"));
  static const db::DynamicStatement executors(
      "list_executor_rows", NamedRowsSql("organisation_name", "executor_count", "executor"));
  switch (dimension) {
    case Dimension::kPoint:
      return points.statement();
    case Dimension::kMunicipality:
      return municipalities.statement();
    case Dimension::kExecutor:
      return executors.statement();
    case Dimension::kResolution:
      break;
  }
  return resolutions.statement();
}

db::Params RowsParams(const RowsQuery& query) {
  db::Params params;
  params.Text(query.selection.region)
      .Date(query.today)
      .Text(Wanted(query.selection.resolution))
      .Text(Wanted(query.selection.territory))
      .Int(query.limit + 1);
  for (int i = 0; i < SortColumns(query.dimension); ++i) {
    if (query.after.empty()) {
      params.Null();
    } else {
      params.Text(query.after[i]);
    }
  }
  return params;
}

const db::Statement& ReportStatement() {
  static const db::DynamicStatement statement("get_resolution_summary", ResolutionReportSql());
  return statement.statement();
}

constexpr db::Statement kNames{"get_selection_names", R"sql(
SELECT (SELECT display_name FROM resolution_fact WHERE region = $1 AND id = $2::uuid),
       (SELECT name FROM territory_name WHERE region = $1 AND id = $3::text))sql"};

db::Params NamesParams(const Selection& selection) {
  db::Params params;
  params.Text(selection.region)
      .Text(Wanted(selection.resolution))
      .Text(Wanted(selection.territory));
  return params;
}

}  // namespace

absl::StatusOr<SelectionNames> ReadNames(db::Pool& pool, const db::Context& context,
                                         const Selection& selection) {
  absl::StatusOr<db::Result> result = pool.Execute(context, kNames, NamesParams(selection));
  if (!result.ok()) return result.status();
  return SelectionNames{result->Text(0, 0), result->Text(0, 1)};
}

absl::StatusOr<ResolutionReport> ReadResolution(db::Pool& pool, const db::Context& context,
                                                const Selection& selection, absl::CivilDay today) {
  absl::StatusOr<db::Pool::Lease> lease = pool.Acquire(context);
  if (!lease.ok()) return lease.status();
  const db::Params names = NamesParams(selection);
  db::Params rows;
  rows.Text(selection.region).Date(today).Text(selection.resolution);
  const db::Command commands[] = {{&kNames, &names}, {&ReportStatement(), &rows}};
  absl::StatusOr<std::vector<db::Result>> results = (*lease)->Pipeline(context, commands);
  if (!results.ok()) return results.status();
  const db::Result& found = results->at(0);
  if (found.IsNull(0, 0)) return absl::NotFoundError("no such resolution");
  ResolutionReport report{found.Text(0, 0), {}, {}, absl::Now()};
  const db::Result& figures = results->at(1);
  for (int i = 0; i < figures.rows(); ++i) {
    const bool point = figures.Int(i, kPart) == 0;
    (point ? report.points : report.municipalities).push_back(ReadSummaryRow(figures, i));
    report.as_of = figures.Time(i, kAsOf);
  }
  return report;
}

absl::StatusOr<Rows> ReadRows(db::Pool& pool, const db::Context& context, const RowsQuery& query) {
  absl::StatusOr<db::Result> result =
      pool.Execute(context, RowsStatement(query.dimension), RowsParams(query));
  if (!result.ok()) return result.status();
  Rows rows;
  rows.as_of = result->empty() ? absl::Now() : result->Time(0, kAsOf);
  rows.more = result->rows() > query.limit;
  const int taken = rows.more ? query.limit : result->rows();
  rows.rows.reserve(taken);
  for (int i = 0; i < taken; ++i) rows.rows.push_back(ReadSummaryRow(*result, i));
  return rows;
}

}  // namespace rezon::reporting::store
