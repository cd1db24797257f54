#include <google/protobuf/util/json_util.h>

#include <utility>

#include "services/assignments/store/rows.h"
#include "services/assignments/store/store.h"
#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"

namespace rezon::assignments::store {
namespace {

// A batch of changes as one statement: every row of `input` is one change, and each part takes from
// the part before what it needs. An assignment is locked by its UPDATE before its event is
// inserted, so that the events of one assignment come in the order of its versions.
constexpr db::Statement kApply{
    "apply_changes",
    "WITH input AS MATERIALIZED (SELECT * FROM unnest($2::int4[], $3::text[], $4::uuid[], "
    "    $5::int8[], $6::text[], $7::int4[], $8::int2[], $9::text[], $10::date[], $11::uuid[], "
    "    $12::int2[], $13::jsonb[], $14::text[], $15::uuid[], $16::bytea[], $17::text[]) "
    "  AS i(n, region, id, version, operation, allowed, to_state, comment, due_date, report_id, "
    "    ask, links, actor, request_id, request_hash, traceparent)), "
    // A subquery a row: it stays a look-up by key, though the plan was made when the table was empty.
    "replay AS MATERIALIZED (SELECT n, (d).response, (d).request_hash = request_hash AS same "
    "  FROM (SELECT i.n, i.request_hash, (SELECT d FROM idempotency d WHERE d.principal = i.actor "
    "    AND d.method = i.operation AND d.request_id = i.request_id) AS d FROM input i OFFSET 0) x "
    "  WHERE d IS NOT NULL), "
    "changed AS MATERIALIZED (UPDATE assignment a SET previous_state = a.state, "
    "    state = i.to_state, version = a.version + 1, update_time = now(), "
    "    due_date = coalesce(i.due_date, a.due_date), "
    "    last_report = CASE WHEN i.report_id IS NULL THEN a.last_report ELSE i.comment END, "
    "    report_time = CASE WHEN i.report_id IS NULL THEN a.report_time ELSE now() END, "
    "    accept_time = CASE WHEN i.operation = 'accept' THEN now() ELSE a.accept_time END, "
    "    decision_comment = CASE WHEN i.operation IN ('accept', 'return', 'cancel') "
    "      THEN i.comment ELSE a.decision_comment END "
    "  FROM input i WHERE a.region = i.region AND a.id = i.id "
    "    AND (i.version = 0 OR a.version = i.version) AND (i.allowed >> a.state) & 1 = 1 "
    "    AND NOT EXISTS (SELECT FROM replay r WHERE r.n = i.n) "
    "  RETURNING i.n AS change, a AS assignment), "
    "told AS MATERIALIZED (SELECT i.*, c.assignment, p AS point, "
    "    assignment_json(c.assignment, p) AS body "
    "  FROM changed c JOIN input i ON i.n = c.change JOIN issued_point p "
    "    ON p.region = i.region AND p.id = (c.assignment).point), "
    "historical AS (INSERT INTO history (region, assignment, revision, operation, from_state, "
    "    to_state, comment, actor, trace_id) "
    "  SELECT region, id, (assignment).version, operation, (assignment).previous_state, to_state, "
    "    comment, actor, substr(traceparent, 4, 32) FROM told), "
    "reported AS (INSERT INTO report (region, assignment, id, text, ask, links, author) "
    "  SELECT region, id, report_id, comment, ask, links, actor FROM told "
    "  WHERE report_id IS NOT NULL), "
    "published AS (INSERT INTO outbox (subject, revision, type, payload, traceparent, actor, region) "
    "  SELECT 'assignments/' || id, (assignment).version, 'assignment.changed', body, traceparent, "
    "    actor, region FROM told), "
    "remembered AS (INSERT INTO idempotency (principal, method, request_id, request_hash, response) "
    "  SELECT actor, operation, request_id, request_hash, body FROM told "
    "  WHERE request_id IS NOT NULL) "
    "SELECT t.n IS NOT NULL, r.same, r.response::text, now_there.version, now_there.state, "
    REZON_ASSIGNMENT_COLUMNS("(t.assignment)", "(t.point)", "$1::date")
    " FROM input i LEFT JOIN told t ON t.n = i.n LEFT JOIN replay r ON r.n = i.n "
    "LEFT JOIN assignment now_there ON t.n IS NULL AND now_there.region = i.region "
    "  AND now_there.id = i.id ORDER BY i.n"};
constexpr int kFirstColumn = 5;
constexpr int kAttempts = 3;

template <typename T, typename Get>
std::vector<T> Column(absl::Span<const Change> changes, Get get) {
  std::vector<T> values;
  values.reserve(changes.size());
  for (const Change& change : changes) values.push_back(get(change));
  return values;
}

db::Params ParamsOf(absl::Span<const Change> changes, absl::CivilDay today) {
  using Texts = std::string;
  using Maybe = std::optional<std::string>;
  std::int64_t n = 0;
  db::Params params;
  params.Date(today)
      .IntArray(Column<std::int64_t>(changes, [&](const Change&) { return n++; }))
      .TextArray(Column<Texts>(changes, [](const Change& c) { return c.region; }))
      .TextArray(Column<Texts>(changes, [](const Change& c) { return c.id; }))
      .IntArray(Column<std::int64_t>(changes, [](const Change& c) { return c.version; }))
      .TextArray(Column<Texts>(changes, [](const Change& c) { return Texts(c.move->name); }))
      .IntArray(Column<std::int64_t>(changes, [](const Change& c) { return c.move->allowed_from; }))
      .IntArray(Column<std::int64_t>(changes, [](const Change& c) { return c.move->to; }))
      .TextArray(Column<Texts>(changes, [](const Change& c) { return c.comment; }))
      .DateArray(
          Column<std::optional<absl::CivilDay>>(changes, [](const Change& c) { return c.due; }))
      .TextArray(Column<Maybe>(changes, [](const Change& c) { return OrNull(c.report_id); }))
      .IntArray(Column<std::int64_t>(changes, [](const Change& c) { return c.ask; }))
      .TextArray(Column<Texts>(changes, [](const Change& c) { return c.links; }))
      .TextArray(Column<Texts>(changes, [](const Change& c) { return c.actor; }))
      .TextArray(Column<Maybe>(changes, [](const Change& c) { return OrNull(c.request_id); }))
      .BytesArray(Column<Texts>(changes, [](const Change& c) { return c.request_hash; }))
      .TextArray(Column<Texts>(changes, [](const Change& c) { return c.traceparent; }));
  return params;
}

bool Overdue(const v1::Assignment& assignment, absl::CivilDay today) {
  absl::CivilDay due;
  return Owes(assignment.state()) && absl::ParseCivilTime(assignment.due_date(), &due) &&
         due < today;
}

absl::StatusOr<Outcome> Replayed(const db::Result& rows, int row, absl::CivilDay today) {
  Outcome outcome;
  outcome.kind = rows.Bool(row, 1) ? Outcome::Kind::kReplayed : Outcome::Kind::kReused;
  if (outcome.kind == Outcome::Kind::kReused) return outcome;
  auto parsed = google::protobuf::util::JsonStringToMessage(rows.Text(row, 2), &outcome.assignment);
  if (!parsed.ok()) return errors::Internal("a stored answer cannot be read");
  outcome.assignment.set_overdue(Overdue(outcome.assignment, today));
  return outcome;
}

absl::StatusOr<Outcome> OutcomeOf(const db::Result& rows, int row, const Change& change,
                                  absl::CivilDay today) {
  Outcome outcome;
  if (rows.Bool(row, 0)) {
    outcome.kind = Outcome::Kind::kChanged;
    Fill(rows, row, kFirstColumn, &outcome.assignment);
    return outcome;
  }
  if (!rows.IsNull(row, 1)) return Replayed(rows, row, today);
  if (rows.IsNull(row, 3)) return outcome;
  outcome.version = rows.Int(row, 3);
  outcome.state = static_cast<State>(rows.Int(row, 4));
  if (change.version != 0 && change.version != outcome.version) {
    outcome.kind = Outcome::Kind::kStale;
  } else if (!Allowed(*change.move, outcome.state)) {
    outcome.kind = Outcome::Kind::kForbidden;
  } else {
    // Another change got between this statement's snapshot and its lock.
    outcome.kind = Outcome::Kind::kRaced;
  }
  return outcome;
}

absl::StatusOr<std::vector<Outcome>> OutcomesOf(const db::Result& rows,
                                                absl::Span<const Change> changes,
                                                absl::CivilDay today) {
  std::vector<Outcome> outcomes;
  for (int row = 0; row < rows.rows(); ++row) {
    auto outcome = OutcomeOf(rows, row, changes[static_cast<std::size_t>(row)], today);
    if (!outcome.ok()) return outcome.status();
    outcomes.push_back(std::move(*outcome));
  }
  return outcomes;
}

}  // namespace

absl::StatusOr<std::vector<Outcome>> Store::Apply(const db::Context& context,
                                                  absl::Span<const Change> changes,
                                                  absl::CivilDay today) {
  const db::Params params = ParamsOf(changes, today);
  for (int attempt = 1;; ++attempt) {
    auto rows = pool_.Execute(context, kApply, params);
    if (!rows.ok()) {
      // The same request ran beside us and was first: its answer is there now.
      bool twin = db::Constraint(rows.status()) == "idempotency_pkey";
      if (twin && attempt < kAttempts) continue;
      return rows.status();
    }
    auto outcomes = OutcomesOf(*rows, changes, today);
    // A single raced change is simply asked again; in a batch the caller does that for it alone.
    bool raced =
        outcomes.ok() && outcomes->size() == 1 && outcomes->front().kind == Outcome::Kind::kRaced;
    if (!raced || attempt == kAttempts) return outcomes;
  }
}

}  // namespace rezon::assignments::store
