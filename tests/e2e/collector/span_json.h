#pragma once

#include <string>
#include <vector>

#include "opentelemetry/proto/collector/trace/v1/trace_service.pb.h"

namespace rezon::e2e {

// One JSON object a span: trace_id, span_id, parent_span_id (lower-case hex), name, kind (SERVER,
// CLIENT, ...), service (resource attribute service.name), start, end (Unix nanoseconds),
// attributes, links ({trace_id, span_id}), status (UNSET, OK, ERROR).
std::vector<std::string> SpanLines(
    const opentelemetry::proto::collector::trace::v1::ExportTraceServiceRequest& request);

}  // namespace rezon::e2e
