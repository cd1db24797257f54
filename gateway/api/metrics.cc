#include "gateway/api/metrics.h"

#include <algorithm>
#include <utility>

namespace rezon::gateway {

RouteMetrics::RouteMetrics(std::string transport, std::string route)
    : transport_(std::move(transport)),
      route_(std::move(route)),
      seconds_(
          metrics::Histograms("rezon_gateway_request_seconds", "Time to answer at the gateway.")
              .Add({{"transport", transport_}, {"route", route_}}, metrics::LatencyBuckets())) {}

void RouteMetrics::Record(absl::StatusCode code, double seconds) {
  seconds_.Observe(seconds);
  auto& slot = codes_[std::min<size_t>(static_cast<size_t>(code), kCodes - 1)];
  prometheus::Counter* counter = slot.load(std::memory_order_acquire);
  if (counter == nullptr) {
    // Adding the same labels twice gives the same counter.
    counter = &metrics::Counters("rezon_gateway_requests_total", "Answers of the gateway.")
                   .Add({{"transport", transport_},
                         {"route", route_},
                         {"code", absl::StatusCodeToString(code)}});
    slot.store(counter, std::memory_order_release);
  }
  counter->Increment();
}

}  // namespace rezon::gateway
