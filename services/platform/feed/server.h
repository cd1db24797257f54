#ifndef REZON_SERVICES_PLATFORM_FEED_SERVER_H_
#define REZON_SERVICES_PLATFORM_FEED_SERVER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/db/connection.h"

namespace rezon::server {
class Runtime;
}

namespace rezon::feed {

struct ServerOptions {
  db::ConnectionOptions connection;
  // A stream without events gets a heartbeat this often.
  absl::Duration heartbeat = absl::Seconds(10);
  // How often the table is asked for new positions while somebody watches.
  absl::Duration poll = absl::Milliseconds(20);
  // Events in one message.
  int batch = 500;
};

// A service's own feed: the sequencer of its outbox and rezon.feed.v1.FeedService over it, both
// registered with the runtime (served, drained and stopped by it). Make one in Spec::build and keep
// it in the Application. Uses two database connections of its own. Only the role `service` may
// watch.
class Server {
 public:
  static absl::StatusOr<std::unique_ptr<Server>> Start(server::Runtime& runtime,
                                                       const ServerOptions& options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Tells the sequencer that an event was just committed, which saves it a poll. Thread-safe,
  // cheap.
  void Wake();

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_SERVER_H_
