#pragma once

#include <atomic>
#include <memory>
#include <unordered_map>

#include "gateway/api/metrics.h"
#include "gateway/grpc/backends.h"
#include "gateway/limits/limits.h"
#include "gateway/transcode/binding.h"
#include "gateway/transcode/schema.h"
#include "services/platform/auth/verifier.h"

namespace rezon::gateway {

// What every API call needs; outlives them all. Immutable but for the counters.
struct ApiContext {
  std::unique_ptr<Schema> schema;
  std::unique_ptr<Bindings> bindings;
  std::unique_ptr<auth::Verifier> verifier;
  Backends backends;
  Limits limits;
  // One for each binding.
  std::unordered_map<const Binding*, std::unique_ptr<RouteMetrics>> metrics;
  std::atomic<size_t> calls{0};
};

}  // namespace rezon::gateway
