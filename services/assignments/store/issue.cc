#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <utility>

#include "services/assignments/domain/names.h"
#include "services/assignments/store/rows.h"
#include "services/assignments/store/store.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"

namespace rezon::assignments::store {
namespace {

constexpr std::size_t kChunk = 200;

// Issues of one resolution go one after another: a retry that overlaps its first try then finds the
// answer instead of doing the work twice.
constexpr db::Statement kSerialize{
    "serialize_issue",
    "SELECT pg_advisory_xact_lock(hashtext('issue ' || current_schema()), hashtext($1 || $2))"};

constexpr db::Statement kFind{
    "find_issue",
    "SELECT request_hash = $3::bytea, response::text FROM idempotency "
    "WHERE principal = $1 AND method = 'issue' AND request_id = $2::uuid"};

constexpr db::Statement kPoints{
    "insert_issued_points",
    "INSERT INTO issued_point (region, id, resolution, resolution_title, ordinal, label, text, "
    "  content_hash, deadline_kind, start_date, end_date, printed, recurrence, rule, due_rules, "
    "  calendar_version, provisional) "
    "SELECT $1, i.id, $2::uuid, $3, i.ordinal, i.label, i.text, $4, i.kind, i.start_date, "
    "  i.end_date, i.printed, i.recurrence, i.rule, i.due_rules, i.calendar_version, "
    "  i.provisional "
    "FROM unnest($5::uuid[], $6::int4[], $7::text[], $8::text[], $9::int2[], $10::date[], "
    "  $11::date[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::bool[]) "
    "  AS i(id, ordinal, label, text, kind, start_date, end_date, printed, recurrence, rule, "
    "    due_rules, calendar_version, provisional) "
    "ON CONFLICT DO NOTHING"};

constexpr db::Statement kChunkInsert{
    "insert_assignments",
    "WITH made AS (INSERT INTO assignment AS a (region, id, resolution, point, executor, "
    "    executor_name, executor_kind, territory, territory_name, addressee_phrase, due_date) "
    "  SELECT $1, i.id, $2::uuid, i.point, i.executor, i.executor_name, i.executor_kind, "
    "    i.territory, i.territory_name, i.phrase, coalesce(i.due_date, 'infinity') "
    "  FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], "
    "    $11::text[], $12::text[], $13::date[]) WITH ORDINALITY AS i(id, point, executor, "
    "    executor_name, executor_kind, territory, territory_name, phrase, due_date, n) "
    "  ORDER BY i.n ON CONFLICT (region, point, executor) DO NOTHING RETURNING a AS assignment), "
    "historical AS (INSERT INTO history (region, assignment, revision, operation, from_state, "
    "    to_state, comment, actor, trace_id) "
    "  SELECT $1, (assignment).id, 1, 'issue', 0, 1, '', $3, substr($4, 4, 32) FROM made), "
    "published AS (INSERT INTO outbox (subject, revision, type, payload, traceparent, actor, "
    "region) "
    "  SELECT 'assignments/' || (m.assignment).id, 1, 'assignment.issued', "
    "    assignment_json(m.assignment, p), $4, $3, $1 "
    "  FROM made m JOIN issued_point p ON p.region = $1 AND p.id = (m.assignment).point) "
    "SELECT count(*) FROM made"};

constexpr db::Statement kFinish{
    "insert_issuance",
    "WITH issued AS (INSERT INTO issuance (region, id, resolution, answer, actor) "
    "  VALUES ($1, $2::uuid, $3::uuid, $4::jsonb, $5)) "
    "INSERT INTO idempotency (principal, method, request_id, request_hash, response) "
    "SELECT $5, 'issue', $6::uuid, $7::bytea, $4::jsonb WHERE $6::uuid IS NOT NULL"};

constexpr db::Statement kExisting{
    "list_issued_pairs",
    "SELECT point, executor FROM assignment WHERE region = $1 AND resolution = $2::uuid"};

constexpr db::Statement kGetIssuance{
    "get_issuance", "SELECT answer::text FROM issuance WHERE region = $1 AND id = $2::uuid"};

absl::StatusOr<v1::Issuance> FromJson(const std::string& json) {
  v1::Issuance issuance;
  if (!google::protobuf::util::JsonStringToMessage(json, &issuance).ok()) {
    return errors::Internal("a stored issuance cannot be read");
  }
  return issuance;
}

template <typename Item, typename Get>
auto Column(absl::Span<const Item> items, Get get) {
  std::vector<decltype(get(items[0]))> values;
  values.reserve(items.size());
  for (const Item& item : items) values.push_back(get(item));
  return values;
}

db::Params PointParams(const IssueOrder& order, const Adopted& adopted, const Plan& plan) {
  using P = PlannedPoint;
  absl::Span<const P> points = plan.points;
  auto texts = [&](auto get) {
    return Column(points, [&](const P& p) -> std::string { return get(*p.point); });
  };
  auto ints = [&](auto get) {
    return Column(points, [&](const P& p) -> std::int64_t { return get(*p.point); });
  };
  auto days = [&](auto get) {
    return Column(points, [&](const P& p) { return OrNull(get(p.point->deadline())); });
  };
  return db::Params()
      .Text(order.region)
      .Text(plan.resolution)
      .Text(adopted.resolution.display_name())
      .Text(adopted.resolution.content_hash())
      .TextArray(Column(points, [](const P& p) { return p.id; }))
      .IntArray(ints([](const auto& p) { return p.ordinal(); }))
      .TextArray(texts([](const auto& p) { return p.label(); }))
      .TextArray(texts([](const auto& p) { return p.text(); }))
      .IntArray(ints([](const auto& p) { return p.deadline().kind(); }))
      .TextArray(days([](const auto& d) { return d.start_date(); }))
      .TextArray(days([](const auto& d) { return d.end_date(); }))
      .TextArray(texts([](const auto& p) { return p.deadline().printed(); }))
      .TextArray(texts([](const auto& p) { return p.deadline().recurrence(); }))
      .TextArray(texts([](const auto& p) { return p.deadline().rule(); }))
      .TextArray(Column(points, [](const P& p) { return p.due.rules; }))
      .TextArray(Column(points, [](const P& p) { return p.due.calendar_version; }))
      .TextArray(Column(
          points, [](const P& p) -> std::string { return p.due.provisional ? "true" : "false"; }));
}

db::Params ChunkParams(const IssueOrder& order, const std::string& resolution,
                       absl::Span<const PlannedAssignment> chunk) {
  using A = PlannedAssignment;
  return db::Params()
      .Text(order.region)
      .Text(resolution)
      .Text(order.actor)
      .Text(order.traceparent)
      .TextArray(Column(chunk, [](const A& a) { return a.id; }))
      .TextArray(Column(chunk, [](const A& a) { return a.point; }))
      .TextArray(Column(chunk, [](const A& a) { return a.executor.id; }))
      .TextArray(Column(chunk, [](const A& a) { return a.executor.display_name; }))
      .TextArray(Column(chunk, [](const A& a) { return a.executor.kind; }))
      .TextArray(Column(chunk, [](const A& a) { return a.executor.territory; }))
      .TextArray(Column(chunk, [](const A& a) { return a.executor.territory_display_name; }))
      .TextArray(Column(chunk, [](const A& a) { return a.phrase; }))
      .DateArray(Column(chunk, [](const A& a) { return a.due; }));
}

db::Params FindParams(const IssueOrder& order) {
  return db::Params().Text(order.actor).Text(order.request_id).Bytes(order.request_hash);
}

struct Remembered {
  bool same_request = false;
  std::string response;
};

std::optional<Remembered> RememberedOf(const db::Result& rows) {
  if (rows.empty()) return std::nullopt;
  return Remembered{rows.Bool(0, 0), rows.Text(0, 1)};
}

absl::StatusOr<int> WriteAssignments(db::Transaction& transaction, const IssueOrder& order,
                                     const Plan& plan, const std::function<bool(int)>& progress) {
  int made = 0;
  absl::Span<const PlannedAssignment> all = plan.assignments;
  for (std::size_t at = 0; at < all.size(); at += kChunk) {
    auto chunk = all.subspan(at, kChunk);
    auto count = transaction.Execute(kChunkInsert, ChunkParams(order, plan.resolution, chunk));
    if (!count.ok()) return count.status();
    made += static_cast<int>(count->Int(0, 0));
    if (!progress(static_cast<int>(at + chunk.size()))) {
      return errors::Cancelled("the caller has gone");
    }
  }
  return made;
}

}  // namespace

absl::Status RequestIdReused() {
  return errors::InvalidField("request_id", "was used for another request",
                              "Идентификатор запроса уже использован для другого запроса");
}

absl::StatusOr<v1::Issuance> Store::Issue(const db::Context& context, const IssueOrder& order,
                                          const Adopted& adopted, const Plan& plan,
                                          const std::function<bool(int)>& progress) {
  v1::Issuance issuance;
  absl::Status status = pool_.Transact(context, [&](db::Transaction& transaction) -> absl::Status {
    transaction.Queue(kSerialize, db::Params().Text(order.region).Text(plan.resolution));
    if (absl::Status locked = transaction.Flush().status(); !locked.ok()) return locked;
    if (!order.request_id.empty()) {
      auto found = transaction.Execute(kFind, FindParams(order));
      if (!found.ok()) return found.status();
      if (auto first = RememberedOf(*found)) {
        if (!first->same_request) return RequestIdReused();
        auto parsed = FromJson(first->response);
        if (parsed.ok()) issuance = *parsed;
        return parsed.status();
      }
    }
    transaction.Queue(kPoints, PointParams(order, adopted, plan));
    auto made = WriteAssignments(transaction, order, plan, progress);
    if (!made.ok()) return made.status();
    issuance = plan.issuance;
    std::string id = ids::NewUuid();
    issuance.set_name(IssuanceName(id));
    issuance.set_existing_count(issuance.assignment_count() - *made);
    issuance.set_assignment_count(*made);
    std::int64_t micros = absl::ToUnixMicros(absl::Now());
    issuance.mutable_create_time()->set_seconds(micros / 1'000'000);
    issuance.mutable_create_time()->set_nanos(static_cast<int>(micros % 1'000'000) * 1000);
    std::string json;
    if (!google::protobuf::util::MessageToJsonString(issuance, &json).ok()) {
      return errors::Internal("an issuance cannot be written");
    }
    transaction.Queue(kFinish, db::Params()
                                   .Text(order.region)
                                   .Text(id)
                                   .Text(plan.resolution)
                                   .Text(json)
                                   .Text(order.actor)
                                   .Text(OrNull(order.request_id))
                                   .Bytes(order.request_hash));
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return issuance;
}

absl::StatusOr<std::optional<v1::Issuance>> Store::FindIssue(const db::Context& context,
                                                             const IssueOrder& order) {
  auto rows = pool_.Execute(context, kFind, FindParams(order));
  if (!rows.ok()) return rows.status();
  auto first = RememberedOf(*rows);
  if (!first) return std::optional<v1::Issuance>();
  if (!first->same_request) return RequestIdReused();
  auto parsed = FromJson(first->response);
  if (!parsed.ok()) return parsed.status();
  return std::optional<v1::Issuance>(std::move(*parsed));
}

absl::StatusOr<std::set<std::pair<std::string, std::string>>> Store::Existing(
    const db::Context& context, const std::string& region, const std::string& resolution) {
  auto rows = pool_.Execute(context, kExisting, db::Params().Text(region).Text(resolution));
  if (!rows.ok()) return rows.status();
  std::set<std::pair<std::string, std::string>> pairs;
  for (int row = 0; row < rows->rows(); ++row) {
    pairs.emplace(rows->Text(row, 0), rows->Text(row, 1));
  }
  return pairs;
}

absl::StatusOr<std::optional<v1::Issuance>> Store::GetIssuance(const db::Context& context,
                                                               const std::string& region,
                                                               const std::string& id) {
  auto rows = pool_.Execute(context, kGetIssuance, db::Params().Text(region).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return std::optional<v1::Issuance>();
  auto parsed = FromJson(rows->Text(0, 0));
  if (!parsed.ok()) return parsed.status();
  return std::optional<v1::Issuance>(std::move(*parsed));
}

}  // namespace rezon::assignments::store
