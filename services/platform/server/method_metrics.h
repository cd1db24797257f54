#pragma once

#include <array>
#include <atomic>
#include <string>

#include "services/platform/metrics/metrics.h"

namespace rezon::server {

// The metrics of one method: rezon_server_calls_total{method,code} and
// rezon_server_call_seconds{method}. Thread-safe; takes a lock only at a code's first appearance.
class MethodMetrics {
 public:
  explicit MethodMetrics(std::string method);
  // `code` is the canonical number 0..16.
  void Record(int code, double seconds);

 private:
  const std::string method_;
  prometheus::Histogram& latency_;
  std::array<std::atomic<prometheus::Counter*>, 17> codes_{};
};

// "OK", "NOT_FOUND" ... of a canonical code's number.
const char* CodeName(int code);

}  // namespace rezon::server
