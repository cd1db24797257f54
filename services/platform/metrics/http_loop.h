#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "absl/status/statusor.h"

namespace rezon::metrics {

// A minimal HTTP/1.1 server for probes and scrapers: GET and HEAD, one request a connection, one
// thread, a poll loop. Slow or silent clients are cut off after 10 s and never hold others up.
class HttpLoop {
 public:
  struct Answer {
    int code = 200;
    std::string body;
  };
  using Handler = std::function<Answer(std::string_view path)>;

  // `listen` is "host:port" with a numeric host, "localhost" or empty (any); port 0 is a free one.
  static absl::StatusOr<std::unique_ptr<HttpLoop>> Start(const std::string& listen,
                                                         Handler handler);
  ~HttpLoop();
  int port() const { return port_; }

 private:
  struct Connection;
  HttpLoop(int listener, int waker, int port, Handler handler);
  void Run();

  const int listener_;
  const int waker_;
  const int port_;
  const Handler handler_;
  std::thread thread_;
};

}  // namespace rezon::metrics
