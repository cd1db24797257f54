#ifndef REZON_SERVICES_PLATFORM_FEED_READER_H_
#define REZON_SERVICES_PLATFORM_FEED_READER_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/db/connection.h"
#include "services/platform/feed/event.h"

namespace rezon::feed {

// Reads positions and events of this service's outbox over one connection, which it opens again
// when it is lost. One thread at a time.
class Reader {
 public:
  explicit Reader(db::ConnectionOptions options) : options_(std::move(options)) {}

  struct State {
    std::int64_t head = 0;     // last position given
    std::int64_t trimmed = 0;  // last position deleted by retention
  };
  absl::StatusOr<State> ReadState();
  // Events after `cursor` in order, at most `limit`.
  absl::StatusOr<std::vector<std::shared_ptr<const Event>>> ReadAfter(std::int64_t cursor,
                                                                      int limit);

 private:
  absl::StatusOr<db::Result> Execute(const db::Statement& statement, const db::Params& params);

  db::ConnectionOptions options_;
  std::unique_ptr<db::Connection> connection_;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_READER_H_
