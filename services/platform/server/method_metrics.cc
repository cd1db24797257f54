#include "services/platform/server/method_metrics.h"

#include <utility>

namespace rezon::server {

MethodMetrics::MethodMetrics(std::string method)
    : method_(std::move(method)),
      latency_(metrics::Histograms("rezon_server_call_seconds", "Time from arrival to answer")
                   .Add({{"method", method_}}, metrics::LatencyBuckets())) {}

void MethodMetrics::Record(int code, double seconds) {
  latency_.Observe(seconds);
  auto& slot = codes_[code >= 0 && code < 17 ? code : 2];
  prometheus::Counter* counter = slot.load(std::memory_order_acquire);
  if (counter == nullptr) {
    counter = &metrics::Counters("rezon_server_calls_total", "Calls answered")
                   .Add({{"method", method_}, {"code", CodeName(code)}});
    slot.store(counter, std::memory_order_release);
  }
  counter->Increment();
}

const char* CodeName(int code) {
  static constexpr const char* kNames[] = {"OK",
                                           "CANCELLED",
                                           "UNKNOWN",
                                           "INVALID_ARGUMENT",
                                           "DEADLINE_EXCEEDED",
                                           "NOT_FOUND",
                                           "ALREADY_EXISTS",
                                           "PERMISSION_DENIED",
                                           "RESOURCE_EXHAUSTED",
                                           "FAILED_PRECONDITION",
                                           "ABORTED",
                                           "OUT_OF_RANGE",
                                           "UNIMPLEMENTED",
                                           "INTERNAL",
                                           "UNAVAILABLE",
                                           "DATA_LOSS",
                                           "UNAUTHENTICATED"};
  return code >= 0 && code < 17 ? kNames[code] : "UNKNOWN";
}

}  // namespace rezon::server
