#pragma once

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace rezon::metrics {

// The admin HTTP server: GET /livez (200 while the process lives), /readyz (200 or 503 with a line
// for each failing check), /metrics (Prometheus text). Plain HTTP, for probes and scrapers only.
class AdminServer {
 public:
  // Empty when ready, else why not. Called on the server's threads; must not block for long.
  using ReadyCheck = std::function<std::string()>;

  // `listen` is "host:port"; port 0 takes a free one.
  static absl::StatusOr<std::unique_ptr<AdminServer>> Start(const std::string& listen,
                                                            ReadyCheck ready);
  ~AdminServer();
  // The port really bound.
  int port() const;

 private:
  class Impl;
  explicit AdminServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::metrics
