#include "services/platform/outbox/sequencer.h"

#include <algorithm>
#include <utility>

#include "services/platform/db/params.h"
#include "services/platform/log/log.h"

namespace rezon::outbox {
namespace {

constexpr db::Statement kTryLead{"try_lead_outbox",
                                 "SELECT pg_try_advisory_lock(hashtext(current_database()), "
                                 "hashtext('outbox ' || current_schema()))"};

// The state row is locked only when there is work, so that an idle service writes nothing. Its lock
// also keeps a former leader, whose session the server has not ended yet, from counting twice.
constexpr db::Statement kAssign{
    "assign_outbox_positions",
    "WITH state AS MATERIALIZED (SELECT head FROM outbox_state "
    "  WHERE EXISTS (SELECT FROM outbox WHERE position IS NULL) FOR UPDATE), "
    "batch AS MATERIALIZED (SELECT w.id, row_number() OVER (ORDER BY w.id) AS n FROM "
    "  (SELECT id FROM outbox WHERE position IS NULL ORDER BY id LIMIT $1::int8) w), "
    "given AS (UPDATE outbox o SET position = s.head + b.n FROM batch b, state s "
    "  WHERE o.id = b.id AND o.position IS NULL RETURNING 1), "
    "moved AS (UPDATE outbox_state t SET head = t.head + (SELECT count(*) FROM given) "
    "  FROM state RETURNING 1) "
    "SELECT count(*) FROM given"};

constexpr db::Statement kTrim{
    "trim_outbox",
    "WITH old AS (DELETE FROM outbox WHERE position IS NOT NULL AND id IN "
    "  (SELECT id FROM outbox WHERE position IS NOT NULL AND create_time < $1::timestamptz "
    "   ORDER BY position LIMIT 10000) RETURNING position) "
    "UPDATE outbox_state SET trimmed = greatest(trimmed, (SELECT max(position) FROM old)) "
    "WHERE EXISTS (SELECT FROM old)"};

// The plans of this session are made while the table is still small, and must stay right as it
// grows.
constexpr char kPreferIndexes[] = "SET enable_seqscan = off";

constexpr absl::Duration kTimeout = absl::Seconds(30);
constexpr absl::Duration kTrimInterval = absl::Minutes(1);

}  // namespace

Sequencer::Sequencer(SequencerOptions options)
    : options_(std::move(options)), thread_([this] { Run(); }) {}

Sequencer::~Sequencer() {
  {
    std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Sequencer::Wake() {
  {
    std::lock_guard lock(mutex_);
    wake_ = true;
  }
  changed_.notify_one();
}

bool Sequencer::Stopping() {
  std::lock_guard lock(mutex_);
  return stop_;
}

// Ends early on Wake and on stop; false when it is time to stop.
bool Sequencer::Pause(absl::Duration time) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, absl::ToChronoNanoseconds(time), [this] { return stop_ || wake_; });
  wake_ = false;
  return !stop_;
}

void Sequencer::Run() {
  do {
    auto connection =
        db::Connection::Open(options_.connection, db::Context::Within(absl::Seconds(5)));
    if (!connection.ok()) continue;
    absl::Status ready = (*connection)->Script(db::Context::Within(kTimeout), kPreferIndexes);
    if (!ready.ok()) continue;
    while (!Stopping() && !(*connection)->broken()) {
      auto leads = TryLead(**connection);
      if (!leads.ok()) break;
      if (*leads) Lead(**connection);
      Pause(options_.takeover_interval);
    }
  } while (Pause(options_.takeover_interval));
}

absl::StatusOr<bool> Sequencer::TryLead(db::Connection& connection) {
  auto locked = connection.Execute(db::Context::Within(kTimeout), kTryLead);
  if (!locked.ok()) return locked.status();
  return locked->Bool(0, 0);
}

void Sequencer::Lead(db::Connection& connection) {
  log::Info("this process gives positions to events", {{"schema", options_.connection.schema}});
  absl::Duration pause = options_.interval;
  absl::Time next_trim = absl::Now();
  do {
    auto given = Assign(connection);
    if (given.ok() && options_.keep != absl::InfiniteDuration() && absl::Now() >= next_trim) {
      given = Trim(connection).ok() ? given : absl::StatusOr<std::int64_t>(0);
      next_trim = absl::Now() + kTrimInterval;
    }
    if (!given.ok()) {
      log::Warning("events got no positions", {{"error", given.status().ToString()}});
      if (connection.broken()) return;
    }
    bool full = given.ok() && *given == options_.batch;
    bool some = given.ok() && *given > 0;
    pause = some ? options_.interval : std::min(pause * 2, options_.idle_interval);
    if (full) pause = absl::ZeroDuration();
  } while (Pause(pause));
}

absl::StatusOr<std::int64_t> Sequencer::Assign(db::Connection& connection) {
  auto given =
      connection.Execute(db::Context::Within(kTimeout), kAssign, db::Params().Int(options_.batch));
  if (!given.ok()) return given.status();
  return given->Int(0, 0);
}

absl::Status Sequencer::Trim(db::Connection& connection) {
  return connection
      .Execute(db::Context::Within(kTimeout), kTrim, db::Params().Time(absl::Now() - options_.keep))
      .status();
}

}  // namespace rezon::outbox
