#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "gateway/api/context.h"

namespace rezon::gateway {

// The gRPC door of the gateway: the proxy and gRPC's health service, which knows "" and every
// service that is offered. Thread-safe.
class GrpcServer {
 public:
  // `listen` is "host:port" (port 0 takes a free one) or "unix:path".
  static absl::StatusOr<std::unique_ptr<GrpcServer>> Start(ApiContext& api,
                                                           const std::string& listen);
  ~GrpcServer();
  // The port really bound; 0 for a unix socket.
  int port() const;
  // Health answers NOT_SERVING from here on.
  void Drain();
  // Lets calls under way end within `grace`, then cancels them. Idempotent.
  void Stop(std::chrono::milliseconds grace);

 private:
  class Impl;
  explicit GrpcServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::gateway
