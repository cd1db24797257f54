#include "services/platform/feed/reader.h"

namespace rezon::feed {
namespace {

constexpr db::Statement kState{"read_feed_state", "SELECT head, trimmed FROM outbox_state"};
constexpr db::Statement kAfter{
    "read_feed_events",
    "SELECT position, type, subject, revision, create_time, payload::text, traceparent, actor, "
    "region FROM outbox WHERE position > $1::int8 ORDER BY position LIMIT $2::int8"};
constexpr absl::Duration kTimeout = absl::Seconds(10);

}  // namespace

absl::StatusOr<db::Result> Reader::Execute(const db::Statement& statement,
                                           const db::Params& params) {
  db::Context context = db::Context::Within(kTimeout);
  if (connection_ == nullptr || connection_->broken()) {
    auto opened = db::Connection::Open(options_, context);
    if (!opened.ok()) return opened.status();
    connection_ = std::move(*opened);
    // Plans are made while the table is small, and must stay right as it grows.
    absl::Status ready = connection_->Script(context, "SET enable_seqscan = off");
    if (!ready.ok()) return ready;
  }
  return connection_->Execute(context, statement, params);
}

absl::StatusOr<Reader::State> Reader::ReadState() {
  auto rows = Execute(kState, {});
  if (!rows.ok()) return rows.status();
  return State{rows->Int(0, 0), rows->Int(0, 1)};
}

absl::StatusOr<std::vector<std::shared_ptr<const Event>>> Reader::ReadAfter(std::int64_t cursor,
                                                                            int limit) {
  auto rows = Execute(kAfter, db::Params().Int(cursor).Int(limit));
  if (!rows.ok()) return rows.status();
  std::vector<std::shared_ptr<const Event>> events;
  events.reserve(static_cast<std::size_t>(rows->rows()));
  for (int row = 0; row < rows->rows(); ++row) {
    events.push_back(
        std::make_shared<Event>(Event{rows->Int(row, 0), rows->Text(row, 1), rows->Text(row, 2),
                                      rows->Int(row, 3), rows->Time(row, 4), rows->Text(row, 5),
                                      rows->Text(row, 6), rows->Text(row, 7), rows->Text(row, 8)}));
  }
  return events;
}

}  // namespace rezon::feed
