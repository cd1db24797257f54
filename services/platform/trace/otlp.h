#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "services/platform/trace/tracer.h"

namespace rezon::trace {

struct OtlpOptions {
  // "host:port", "http://host:port", "https://host:port" or "unix:path". Empty: nothing is sent.
  std::string endpoint;
  // service.name and further resource attributes.
  std::string service;
  std::vector<std::pair<std::string, std::string>> resource;
  // Extra metadata of export calls, such as a collector's key.
  std::vector<std::pair<std::string, std::string>> headers;
  // Deadline of one export.
  std::chrono::milliseconds timeout{10000};
  TracerOptions tracer;
};

// Options with what the standard variables say on top: OTEL_EXPORTER_OTLP_ENDPOINT,
// OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, OTEL_EXPORTER_OTLP_TIMEOUT,
// OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER(_ARG), OTEL_BSP_*,
// OTEL_SDK_DISABLED. An endpoint that is set already stays. A value that cannot be read is ignored
// and logged.
OtlpOptions OtlpFromEnvironment(OtlpOptions options);

// Starts the tracer with an OTLP/gRPC exporter on an own, untraced channel. With an empty endpoint
// nothing is exported, and new traces are not sampled.
void StartOtlp(const OtlpOptions& options);

}  // namespace rezon::trace
