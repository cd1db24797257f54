#pragma once

#include <array>
#include <atomic>
#include <string>

#include "absl/status/status.h"
#include "services/platform/metrics/metrics.h"

namespace rezon::gateway {

// Counts the calls of one route: rezon_gateway_requests_total{transport,route,code} and
// rezon_gateway_request_seconds{transport,route}. Thread-safe.
class RouteMetrics {
 public:
  RouteMetrics(std::string transport, std::string route);
  void Record(absl::StatusCode code, double seconds);

 private:
  static constexpr size_t kCodes = 17;
  const std::string transport_;
  const std::string route_;
  prometheus::Histogram& seconds_;
  // Made when a code first occurs.
  std::array<std::atomic<prometheus::Counter*>, kCodes> codes_{};
};

}  // namespace rezon::gateway
