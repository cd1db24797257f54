#include "services/platform/feed/applier.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "services/platform/db/context.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/log.h"
#include "services/platform/metrics/metrics.h"
#include "services/platform/trace/span.h"

namespace rezon::feed {
namespace {

constexpr db::Statement kTryLead{
    "try_lead_consumer",
    "SELECT pg_try_advisory_lock(hashtext(current_database() || ' ' || current_schema()), "
    "hashtext('consumer ' || $1))"};
constexpr db::Statement kCursor{
    "read_cursor", "SELECT coalesce(max(cursor), 0) FROM consumer_cursor WHERE source = $1"};
// Refuses to go back, so that a former leader cannot undo the work of its successor.
constexpr db::Statement kMove{
    "move_cursor",
    "INSERT INTO consumer_cursor AS c (source, cursor) VALUES ($1, $2::int8) "
    "ON CONFLICT (source) DO UPDATE SET cursor = excluded.cursor, update_time = now() "
    "WHERE c.cursor = $3::int8 RETURNING 1"};
constexpr db::Statement kBury{
    "bury_event",
    "INSERT INTO dead_letter (source, position, type, subject, event, error, tries) "
    "VALUES ($1, $2::int8, $3, $4, $5::jsonb, $6, $7::int4) ON CONFLICT DO NOTHING"};

std::string ToJson(const Event& event) {
  return nlohmann::json{
      {"position", event.position},
      {"type", event.type},
      {"subject", event.subject},
      {"revision", event.revision},
      {"time", absl::FormatTime(absl::RFC3339_full, event.time, absl::UTCTimeZone())},
      {"payload", event.payload},
      {"traceparent", event.traceparent},
      {"actor", event.actor},
      {"region", event.region}}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// One CONSUMER span for each trace in the batch, so that a call's trace ends where its change was
// applied.
std::vector<trace::Span> StartSpans(const std::string& source, absl::Span<const Event> events) {
  std::vector<trace::Span> spans;
  std::string last;
  for (const Event& event : events) {
    if (event.traceparent.empty() || event.traceparent == last) continue;
    last = event.traceparent;
    auto origin = trace::ParseTraceparent(event.traceparent);
    if (!origin) continue;
    trace::Span span("apply " + source, trace::Kind::kConsumer, *origin);
    span.Link(*origin);
    span.Set("messaging.system", "rezon");
    span.Set("messaging.destination.name", std::string_view(source));
    span.Set("messaging.operation.type", "process");
    spans.push_back(std::move(span));
  }
  return spans;
}

}  // namespace

Applier::Applier(const ConsumerOptions& options, Apply apply)
    : options_(options),
      apply_(std::move(apply)),
      lag_gauge_(metrics::Gauges("rezon_feed_lag", "Events behind the head of a followed feed")
                     .Add({{"source", options.source}})),
      applied_(metrics::Counters("rezon_feed_applied_total", "Events applied")
                   .Add({{"source", options.source}})),
      buried_(metrics::Counters("rezon_feed_dead_letters_total", "Events that could not be applied")
                  .Add({{"source", options.source}})) {}

Applier::~Applier() = default;

absl::StatusOr<bool> Applier::Lead() {
  db::Context context = db::Context::Within(options_.apply_timeout);
  if (connection_ == nullptr || connection_->broken()) {
    leads_ = false;
    auto opened = db::Connection::Open(options_.connection, context);
    if (!opened.ok()) return opened.status();
    connection_ = std::move(*opened);
  }
  if (!leads_) {
    auto locked = connection_->Execute(context, kTryLead, db::Params().Text(options_.source));
    if (!locked.ok()) return locked.status();
    leads_ = locked->Bool(0, 0);
  }
  if (!leads_) return false;
  auto cursor = connection_->Execute(context, kCursor, db::Params().Text(options_.source));
  if (!cursor.ok()) return cursor.status();
  cursor_ = cursor->Int(0, 0);
  return true;
}

absl::Status Applier::Take(absl::Span<const Event> events, std::int64_t cursor, std::int64_t head) {
  absl::Status status;
  if (cursor > cursor_) status = ApplyTogether(events, cursor);
  if (!status.ok() && !connection_->broken() && !events.empty()) {
    status = absl::OkStatus();
    for (const Event& event : events) {
      if (status.ok() && event.position > cursor_) status = ApplySingly(event);
    }
    if (status.ok() && cursor > cursor_) status = ApplyTogether({}, cursor);
  }
  if (!status.ok()) return status;
  lag_ = head - cursor_;
  lag_gauge_.Set(static_cast<double>(lag_));
  return absl::OkStatus();
}

absl::Status Applier::ApplyTogether(absl::Span<const Event> events, std::int64_t cursor) {
  auto spans = StartSpans(options_.source, events);
  trace::Scope scope(spans.empty() ? trace::SpanContext() : spans.front().context());
  db::Context context = db::Context::Within(options_.apply_timeout);
  bool stolen = false;
  absl::Status status;
  {
    db::Transaction transaction(*connection_, context);
    if (!events.empty()) status = apply_(transaction, events);
    if (status.ok()) {
      auto moved = transaction.Execute(
          kMove, db::Params().Text(options_.source).Int(cursor).Int(cursor_.load()));
      status = moved.status();
      stolen = moved.ok() && moved->empty();
    }
    if (status.ok() && !stolen) status = transaction.Commit();
  }
  if (stolen) {
    leads_ = false;
    return errors::Aborted("CURSOR_MOVED", "another process has moved the cursor", "");
  }
  if (!status.ok()) return status;
  cursor_ = cursor;
  applied_.Increment(static_cast<double>(events.size()));
  return absl::OkStatus();
}

absl::Status Applier::ApplySingly(const Event& event) {
  absl::Status status;
  for (int attempt = 0; attempt < options_.tries; ++attempt) {
    status = ApplyTogether(absl::MakeConstSpan(&event, 1), event.position);
    if (status.ok() || !leads_ || connection_->broken()) return status;
  }
  return Bury(event, status);
}

absl::Status Applier::Bury(const Event& event, const absl::Status& error) {
  log::Error("an event could not be applied", {{"source", options_.source},
                                               {"position", event.position},
                                               {"subject", event.subject},
                                               {"error", error.ToString()}});
  db::Context context = db::Context::Within(options_.apply_timeout);
  db::Transaction transaction(*connection_, context);
  transaction.Queue(kBury, db::Params()
                               .Text(options_.source)
                               .Int(event.position)
                               .Text(event.type)
                               .Text(event.subject)
                               .Text(ToJson(event))
                               .Text(error.ToString())
                               .Int(options_.tries));
  transaction.Queue(kMove,
                    db::Params().Text(options_.source).Int(event.position).Int(cursor_.load()));
  if (absl::Status status = transaction.Commit(); !status.ok()) return status;
  cursor_ = event.position;
  buried_.Increment();
  return absl::OkStatus();
}

}  // namespace rezon::feed
