#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "gateway/http/exchange.h"
#include "gateway/limits/limits.h"

namespace rezon::gateway {

struct HttpServerOptions {
  // "host:port" or "unix:/path".
  std::string listen;
  // Threads of the event loop.
  int threads = 2;
  Limits limits;
};

// An asynchronous HTTP/1.1 server. Thread-safe.
class HttpServer {
 public:
  // Serves until Stop. `handler` is called on the server's threads and must not block.
  static absl::StatusOr<std::unique_ptr<HttpServer>> Start(HttpServerOptions options,
                                                           HttpHandler handler);
  ~HttpServer();
  // The port really bound; 0 for a unix socket.
  int port() const;
  // Open connections.
  size_t connections() const;
  // Accepts no more, lets the answers under way end within `grace`, then closes all. Idempotent.
  void Stop(std::chrono::milliseconds grace);

 private:
  class Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::gateway
