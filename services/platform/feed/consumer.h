#ifndef REZON_SERVICES_PLATFORM_FEED_CONSUMER_H_
#define REZON_SERVICES_PLATFORM_FEED_CONSUMER_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "services/platform/db/connection.h"
#include "services/platform/db/transaction.h"
#include "services/platform/feed/event.h"

namespace grpc {
class Channel;
}

namespace rezon::feed {

// Applies events inside the transaction that also moves the cursor. Must be idempotent: an event
// may come again, so apply only a revision higher than the one stored. An error undoes the whole
// call.
using Apply = std::function<absl::Status(db::Transaction&, absl::Span<const Event>)>;

struct ConsumerOptions {
  // Name of the followed service, for example "assignments": the key of consumer_cursor and
  // dead_letter, and the label of the metrics.
  std::string source;
  // Event types wanted; empty takes all.
  std::vector<std::string> types;
  // This service's own database; the consumer keeps one connection of its own.
  db::ConnectionOptions connection;
  // Bearer token with the role `service`, asked for at each connect.
  std::function<std::string()> token;
  // An event that fails this often alone is put into dead_letter and passed over.
  int tries = 5;
  // Bound on applying one batch.
  absl::Duration apply_timeout = absl::Seconds(30);
  // Reconnecting waits between these, doubling.
  absl::Duration min_backoff = absl::Milliseconds(50);
  absl::Duration max_backoff = absl::Seconds(5);
};

// Follows a peer's feed on a thread of its own until it is destroyed: resumes from the stored
// cursor, reconnects with backoff, applies batches (one event at a time when a batch fails, so that
// a poison event harms only itself). Only one of several replicas works (advisory lock). Each event
// applied has a CONSUMER span in the trace of the call that made it (its stored traceparent is the
// parent). Metrics: rezon_feed_lag{source} in events, rezon_feed_applied_total{source},
// rezon_feed_dead_letters_total{source}.
class Consumer {
 public:
  Consumer(ConsumerOptions options, std::shared_ptr<grpc::Channel> channel, Apply apply);
  // Stops after the batch under way; blocks until the thread has ended.
  ~Consumer();
  Consumer(const Consumer&) = delete;
  Consumer& operator=(const Consumer&) = delete;

  // Position applied last by this process; -1 before it has become the leader. Thread-safe.
  std::int64_t cursor() const;
  // Events behind the head when last heard; -1 when unknown. Thread-safe.
  std::int64_t lag() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_CONSUMER_H_
