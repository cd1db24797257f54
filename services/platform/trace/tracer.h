#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "services/platform/trace/span.h"

namespace rezon::trace {

struct TracerOptions {
  // Share of new traces that are sampled, 0..1; a parent's decision is kept (parent-based).
  double ratio = 1.0;
  // Spans waiting for export; more are dropped and counted.
  size_t queue = 2048;
  // Spans in one export request.
  size_t batch = 512;
  // A batch that is not full leaves after this time.
  std::chrono::milliseconds interval{5000};
};

// Sends one batch and returns how many spans the other side acknowledged. Called by the exporter's
// own thread only; blocks at most for its own deadline.
using ExportFunction = std::function<size_t(const std::vector<std::unique_ptr<SpanData>>&)>;

struct TracerStats {
  uint64_t ended = 0;
  // Queue full or shutting down.
  uint64_t dropped = 0;
  // Handed to the exporter, not acknowledged.
  uint64_t failed = 0;
  // Counted after the acknowledgement.
  uint64_t sent = 0;
};

// Starts the one tracer of the process. Without it spans have identities and no sampling of new
// traces, and nothing is exported. Call once, before the first span.
void StartTracer(TracerOptions options, ExportFunction exporter);
// Sends what is queued and stops, within `timeout`; later spans are dropped. Idempotent.
void StopTracer(std::chrono::milliseconds timeout);
// Waits until everything that had ended before the call was exported or refused, at most `timeout`.
bool FlushTracer(std::chrono::milliseconds timeout);
TracerStats GetTracerStats();

}  // namespace rezon::trace
