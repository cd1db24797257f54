#ifndef REZON_SERVICES_PLATFORM_FEED_APPLIER_H_
#define REZON_SERVICES_PLATFORM_FEED_APPLIER_H_

#include <atomic>
#include <cstdint>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "services/platform/feed/consumer.h"

namespace prometheus {
class Counter;
class Gauge;
}  // namespace prometheus

namespace rezon::feed {

// The database side of a consumer: leadership, cursor, transactions, dead letters. Knows no gRPC,
// so tests hand it events directly. One thread at a time, but for cursor() and lag().
class Applier {
 public:
  Applier(const ConsumerOptions& options, Apply apply);
  ~Applier();

  // Connects if need be and takes the advisory lock of the source; true when this process leads,
  // and the cursor is read then. The lock stays until the connection is lost.
  absl::StatusOr<bool> Lead();
  // Applies the events and moves the cursor to `cursor`, together. A batch that fails is done again
  // one event at a time; an event that fails `tries` times becomes a dead letter. An error here is
  // one of the database: reconnect and resume.
  absl::Status Take(absl::Span<const Event> events, std::int64_t cursor, std::int64_t head);

  // The feed is no longer heard: the lag is unknown until the next message.
  void Unheard() { lag_ = -1; }

  std::int64_t cursor() const { return cursor_.load(); }
  std::int64_t lag() const { return lag_.load(); }

 private:
  absl::Status ApplyTogether(absl::Span<const Event> events, std::int64_t cursor);
  absl::Status ApplySingly(const Event& event);
  absl::Status Bury(const Event& event, const absl::Status& error);

  const ConsumerOptions& options_;
  const Apply apply_;
  std::unique_ptr<db::Connection> connection_;
  bool leads_ = false;
  std::atomic<std::int64_t> cursor_ = -1;
  std::atomic<std::int64_t> lag_ = -1;
  prometheus::Gauge& lag_gauge_;
  prometheus::Counter& applied_;
  prometheus::Counter& buried_;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_APPLIER_H_
