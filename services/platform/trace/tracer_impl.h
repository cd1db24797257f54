#pragma once

#include <memory>

#include "services/platform/trace/span.h"

// Between span.cc and tracer.cc only.
namespace rezon::trace::internal {

// A tracer runs; without one a sampled span is passed on but not recorded.
bool Recording();
// The sampler's word on a new trace.
bool SampleRoot(const TraceId& trace_id);
// Hands a finished span over; never waits, drops and counts when the queue is full.
void Enqueue(std::unique_ptr<SpanData> span);

}  // namespace rezon::trace::internal
