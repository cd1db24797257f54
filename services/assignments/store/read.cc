#include <algorithm>
#include <deque>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/assignments/domain/due.h"
#include "services/assignments/domain/names.h"
#include "services/assignments/store/rows.h"
#include "services/assignments/store/store.h"

namespace rezon::assignments::store {
namespace {

constexpr db::Statement kGet{
    "get_assignments",
    "SELECT " REZON_ASSIGNMENT_COLUMNS("a", "p", "$2::date") " FROM assignment a "
    "JOIN issued_point p ON p.region = a.region AND p.id = a.point "
    "WHERE a.region = $1 AND a.id = ANY ($3::uuid[])"};

constexpr db::Statement kHistory{
    "list_history",
    "SELECT revision, operation, from_state, to_state, comment, actor, time, trace_id FROM history "
    "WHERE region = $1 AND assignment = $2::uuid AND revision > $3::int8 ORDER BY revision "
    "LIMIT $4::int8"};

// Report ids are made in time order, so they are the order of the reports.
constexpr db::Statement kReports{"list_reports",
                                 "SELECT id, text, ask, author, create_time, "
                                 "  ARRAY(SELECT jsonb_array_elements_text(links)) FROM report "
                                 "WHERE region = $1 AND assignment = $2::uuid AND id < $3::uuid "
                                 "ORDER BY id DESC LIMIT $4::int8"};
constexpr char kAfterAllIds[] = "ffffffff-ffff-ffff-ffff-ffffffffffff";

// LIMIT stands in the text, where the planner sees it; few different ones, so that few statements
// are prepared.
int LimitStep(int rows) {
  for (int step : {11, 51, 101, 201, 501}) {
    if (rows <= step) return step;
  }
  return 1001;
}

std::string ListSql(const ListQuery& query) {
  const char* direction = query.descending ? " DESC" : "";
  std::string sql = absl::StrCat(
      "SELECT " REZON_ASSIGNMENT_COLUMNS("a", "p", "$2::date") " FROM (SELECT * FROM assignment a "
      "WHERE a.region = $1 AND ", query.condition);
  if (!query.after_id.empty()) {
    std::size_t next = query.values.size() + 3;
    absl::StrAppend(&sql, " AND (a.due_date, a.id) ", query.descending ? "<" : ">", " ($", next,
                    "::date, $", next + 1, "::uuid)");
  }
  absl::StrAppend(&sql, " ORDER BY a.due_date", direction, ", a.id", direction, " LIMIT ",
                  LimitStep(query.size + 1),
                  ") a JOIN issued_point p ON p.region = a.region AND p.id = a.point "
                  "ORDER BY a.due_date",
                  direction, ", a.id", direction);
  return sql;
}

db::Params ListParams(const ListQuery& query) {
  db::Params params;
  params.Text(query.region).Date(query.today);
  for (const std::string& value : query.values) params.Text(value);
  if (!query.after_id.empty()) params.Text(query.after_due).Text(query.after_id);
  return params;
}

Page PageOf(const db::Result& rows, int size) {
  Page page;
  page.rows.resize(static_cast<std::size_t>(std::min(rows.rows(), size)));
  std::size_t length = 0;
  for (std::size_t row = 0; row < page.rows.size(); ++row) {
    // Rows of a page are about as long as each other.
    page.rows[row].reserve(length + length / 8);
    Encode(rows, static_cast<int>(row), 0, page.rows[row]);
    length = page.rows[row].size();
  }
  page.more = rows.rows() > size;
  if (page.more) {
    page.last_id = IdAt(rows, size - 1);
    page.last_due = DueAt(rows, size - 1);
  }
  return page;
}

}  // namespace

absl::StatusOr<std::vector<v1::Assignment>> Store::Get(const db::Context& context,
                                                       const std::string& region,
                                                       const std::vector<std::string>& ids,
                                                       absl::CivilDay today) {
  auto rows = pool_.Execute(context, kGet, db::Params().Text(region).Date(today).TextArray(ids));
  if (!rows.ok()) return rows.status();
  std::vector<v1::Assignment> out(static_cast<std::size_t>(rows->rows()));
  for (int row = 0; row < rows->rows(); ++row) {
    Fill(*rows, row, 0, &out[static_cast<std::size_t>(row)]);
  }
  return out;
}

absl::StatusOr<Page> Store::List(const db::Context& context, const ListQuery& query) {
  db::DynamicStatement statement("list_assignments", ListSql(query));
  auto rows = pool_.Execute(context, statement.statement(), ListParams(query));
  if (!rows.ok()) return rows.status();
  return PageOf(*rows, query.size);
}

absl::StatusOr<std::vector<Page>> Store::ListEach(const db::Context& context,
                                                  absl::Span<const ListQuery* const> queries) {
  std::deque<db::DynamicStatement> statements;
  std::deque<db::Params> params;
  std::vector<db::Command> commands;
  for (const ListQuery* query : queries) {
    const auto& statement = statements.emplace_back("list_assignments", ListSql(*query));
    commands.push_back({&statement.statement(), &params.emplace_back(ListParams(*query))});
  }
  auto lease = pool_.Acquire(context);
  if (!lease.ok()) return lease.status();
  auto results = (*lease)->Pipeline(context, commands);
  if (!results.ok()) return results.status();
  std::vector<Page> pages;
  for (size_t i = 0; i < results->size(); ++i) {
    pages.push_back(PageOf((*results)[i], queries[i]->size));
  }
  return pages;
}

absl::StatusOr<std::vector<v1::HistoryEntry>> Store::History(const db::Context& context,
                                                             const std::string& region,
                                                             const std::string& id,
                                                             std::int64_t after, int size) {
  auto rows =
      pool_.Execute(context, kHistory, db::Params().Text(region).Text(id).Int(after).Int(size + 1));
  if (!rows.ok()) return rows.status();
  std::vector<v1::HistoryEntry> out(static_cast<std::size_t>(rows->rows()));
  for (int row = 0; row < rows->rows(); ++row) {
    v1::HistoryEntry& entry = out[static_cast<std::size_t>(row)];
    entry.set_revision(rows->Int(row, 0));
    entry.set_operation(rows->Text(row, 1));
    entry.set_from_state(static_cast<State>(rows->Int(row, 2)));
    entry.set_to_state(static_cast<State>(rows->Int(row, 3)));
    entry.set_comment(rows->Text(row, 4));
    entry.set_actor(rows->Text(row, 5));
    FillTime(*rows, row, 6, entry.mutable_time());
    entry.set_trace_id(rows->Text(row, 7));
  }
  return out;
}

absl::StatusOr<std::vector<v1::ProgressReport>> Store::Reports(const db::Context& context,
                                                               const std::string& region,
                                                               const std::string& id,
                                                               const std::string& before,
                                                               int size) {
  auto rows = pool_.Execute(context, kReports,
                            db::Params()
                                .Text(region)
                                .Text(id)
                                .Text(before.empty() ? kAfterAllIds : before.c_str())
                                .Int(size + 1));
  if (!rows.ok()) return rows.status();
  std::vector<v1::ProgressReport> out(static_cast<std::size_t>(rows->rows()));
  for (int row = 0; row < rows->rows(); ++row) {
    v1::ProgressReport& report = out[static_cast<std::size_t>(row)];
    report.set_name(ReportName(id, rows->Text(row, 0)));
    report.set_text(rows->Text(row, 1));
    report.set_ask(static_cast<v1::ProgressReport::Ask>(rows->Int(row, 2)));
    for (std::string& link : rows->TextArray(row, 5)) report.add_links(std::move(link));
    report.set_author(rows->Text(row, 3));
    FillTime(*rows, row, 4, report.mutable_create_time());
  }
  return out;
}

}  // namespace rezon::assignments::store
