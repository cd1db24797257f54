#include <charconv>
#include <utility>

#include "services/assignments/domain/due.h"
#include "services/assignments/domain/names.h"
#include "services/assignments/handlers/fields.h"
#include "services/assignments/handlers/read.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/paging/filter.h"
#include "services/platform/paging/page.h"
#include "services/platform/server/db_context.h"

namespace rezon::assignments {
namespace {

constexpr char kNoDueDate[] = "infinity";
constexpr int kFirstFilterParameter = 3;

absl::Status BadToken() {
  return errors::InvalidField("page_token", "is not a token of this query",
                              "Ссылка на страницу не относится к этому запросу");
}

absl::StatusOr<bool> Descending(const std::string& order_by) {
  static const auto& fields =
      *new absl::flat_hash_map<std::string, std::string>{{"due_date", "a.due_date"}};
  const paging::OrderColumn fallback[] = {{"due_date", "a.due_date", false}};
  auto order = paging::ParseOrder(order_by, fields, fallback);
  if (!order.ok()) return order.status();
  return order->front().descending;
}

absl::StatusOr<store::ListQuery> QueryOf(const v1::ListAssignmentsRequest& request,
                                         std::uint64_t hash) {
  store::ListQuery query;
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  query.size = *size;
  auto descending = Descending(request.order_by());
  if (!descending.ok()) return descending.status();
  query.descending = *descending;
  auto filter = paging::ParseFilter(request.filter());
  if (!filter.ok()) return filter.status();
  auto condition = paging::ToSql(filter->get(), FilterFields(), kFirstFilterParameter);
  if (!condition.ok()) return condition.status();
  query.condition = std::move(condition->sql);
  query.values = std::move(condition->values);
  auto key = paging::ReadToken(request.page_token(), hash, 2);
  if (!key.ok()) return key.status();
  if (!key->empty()) {
    query.after_due = (*key)[0];
    query.after_id = (*key)[1];
    bool day = query.after_due == kNoDueDate || ParseDay(query.after_due).has_value();
    if (!day || !ids::IsUuid(query.after_id)) return BadToken();
  }
  return query;
}

using ListCall = server::BatchItem<ListJob, v1::ListAssignmentsResponse>;

// The rows are on the wire what `assignments` is; this process does not read them back, so they
// need no messages (deploy/decisions/0005).
void FillPage(store::Page& page, ListCall& call) {
  v1::ListAssignmentsResponse& out = *call.response;
  auto* fields = out.GetReflection()->MutableUnknownFields(&out);
  for (std::string& row : page.rows) {
    fields->AddLengthDelimited(v1::ListAssignmentsResponse::kAssignmentsFieldNumber)->swap(row);
  }
  if (!page.more) return;
  const std::string due = page.last_due.empty() ? kNoDueDate : page.last_due;
  out.set_next_page_token(paging::MakeToken(call.job.hash, {due, page.last_id}));
}

// The integer of a one-column token; `none` for the first page.
template <typename T>
absl::StatusOr<T> NumberKey(const std::vector<std::string>& key, T none) {
  if (key.empty()) return none;
  T number = none;
  const std::string& text = key.front();
  auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return BadToken();
  return number;
}

}  // namespace

absl::StatusOr<ListJob> ReadHandlers::ToList(server::CallContext& call,
                                             const v1::ListAssignmentsRequest& request) {
  ListJob job;
  job.hash =
      paging::QueryHash({"assignments", call.region(), request.filter(), request.order_by()});
  auto query = QueryOf(request, job.hash);
  if (!query.ok()) return query.status();
  job.query = *std::move(query);
  job.query.region = call.region();
  job.query.today = today_();
  return job;
}

void ReadHandlers::List(absl::Span<ListCall> calls) {
  const db::Context context = server::SharedContext(absl::Span<const ListCall>(calls));
  std::vector<const store::ListQuery*> queries;
  for (const ListCall& call : calls) queries.push_back(&call.job.query);
  if (calls.size() > 1) {
    auto pages = store_.ListEach(context, queries);
    // A refusal of one query ends them all: then each is asked alone, so that it hits only its own.
    if (pages.ok()) {
      for (std::size_t i = 0; i < calls.size(); ++i) FillPage((*pages)[i], calls[i]);
      return;
    }
  }
  for (ListCall& call : calls) {
    auto page = store_.List(server::DbContext(*call.call), call.job.query);
    call.status = page.status();
    if (page.ok()) FillPage(*page, call);
  }
}

absl::Status ReadHandlers::ListHistory(server::CallContext& call,
                                       const v1::ListHistoryRequest& request,
                                       v1::ListHistoryResponse* out) {
  auto id = AssignmentId(request.parent(), "parent");
  if (!id.ok()) return id.status();
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash = paging::QueryHash({"history", request.parent()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  auto after = NumberKey<std::int64_t>(*key, 0);
  if (!after.ok()) return after.status();
  auto rows = store_.History(server::DbContext(call), call.region(), *id, *after, *size);
  if (!rows.ok()) return rows.status();
  // Every assignment has at least its first entry.
  if (rows->empty() && *after == 0) return errors::NotFound(request.parent());
  const bool more = rows->size() > static_cast<std::size_t>(*size);
  if (more) rows->pop_back();
  if (more) {
    out->set_next_page_token(paging::MakeToken(hash, {std::to_string(rows->back().revision())}));
  }
  for (v1::HistoryEntry& row : *rows) *out->add_entries() = std::move(row);
  return absl::OkStatus();
}

absl::Status ReadHandlers::ListReports(server::CallContext& call,
                                       const v1::ListReportsRequest& request,
                                       v1::ListReportsResponse* out) {
  auto id = AssignmentId(request.parent(), "parent");
  if (!id.ok()) return id.status();
  auto size = paging::PageSize(request.page_size());
  if (!size.ok()) return size.status();
  const std::uint64_t hash = paging::QueryHash({"reports", request.parent()});
  auto key = paging::ReadToken(request.page_token(), hash, 1);
  if (!key.ok()) return key.status();
  const std::string before = key->empty() ? "" : key->front();
  if (!before.empty() && !ids::IsUuid(before)) return BadToken();
  auto rows = store_.Reports(server::DbContext(call), call.region(), *id, before, *size);
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return CheckExists(call, *id);
  const bool more = rows->size() > static_cast<std::size_t>(*size);
  if (more) {
    rows->pop_back();
    const std::string& name = rows->back().name();
    out->set_next_page_token(paging::MakeToken(hash, {name.substr(name.rfind('/') + 1)}));
  }
  for (v1::ProgressReport& row : *rows) *out->add_reports() = std::move(row);
  return absl::OkStatus();
}

}  // namespace rezon::assignments
