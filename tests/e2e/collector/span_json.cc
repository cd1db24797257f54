#include "tests/e2e/collector/span_json.h"

#include <nlohmann/json.hpp>

#include "absl/strings/escaping.h"
#include "absl/strings/strip.h"

namespace rezon::e2e {
namespace {

namespace common = opentelemetry::proto::common::v1;
namespace trace = opentelemetry::proto::trace::v1;
using nlohmann::json;

json Value(const common::AnyValue& value) {
  switch (value.value_case()) {
    case common::AnyValue::kStringValue:
      return value.string_value();
    case common::AnyValue::kBoolValue:
      return value.bool_value();
    case common::AnyValue::kIntValue:
      return value.int_value();
    case common::AnyValue::kDoubleValue:
      return value.double_value();
    default:
      return nullptr;
  }
}

template <typename Pairs>
json Attributes(const Pairs& pairs) {
  json out = json::object();
  for (const common::KeyValue& pair : pairs) out[pair.key()] = Value(pair.value());
  return out;
}

// "SERVER" of "SPAN_KIND_SERVER".
std::string Short(const std::string& name, const char* prefix) {
  return std::string(absl::StripPrefix(name, prefix));
}

json SpanJson(const trace::Span& span, const std::string& service) {
  json links = json::array();
  for (const trace::Span::Link& link : span.links()) {
    links.push_back({{"trace_id", absl::BytesToHexString(link.trace_id())},
                     {"span_id", absl::BytesToHexString(link.span_id())}});
  }
  return {{"trace_id", absl::BytesToHexString(span.trace_id())},
          {"span_id", absl::BytesToHexString(span.span_id())},
          {"parent_span_id", absl::BytesToHexString(span.parent_span_id())},
          {"name", span.name()},
          {"kind", Short(trace::Span::SpanKind_Name(span.kind()), "SPAN_KIND_")},
          {"service", service},
          {"start", span.start_time_unix_nano()},
          {"end", span.end_time_unix_nano()},
          {"attributes", Attributes(span.attributes())},
          {"links", std::move(links)},
          {"status", Short(trace::Status::StatusCode_Name(span.status().code()), "STATUS_CODE_")}};
}

}  // namespace

std::vector<std::string> SpanLines(
    const opentelemetry::proto::collector::trace::v1::ExportTraceServiceRequest& request) {
  std::vector<std::string> lines;
  for (const trace::ResourceSpans& resource : request.resource_spans()) {
    const json attributes = Attributes(resource.resource().attributes());
    const std::string service = attributes.value("service.name", std::string());
    for (const trace::ScopeSpans& scope : resource.scope_spans()) {
      for (const trace::Span& span : scope.spans()) {
        lines.push_back(
            SpanJson(span, service).dump(-1, ' ', false, json::error_handler_t::replace));
      }
    }
  }
  return lines;
}

}  // namespace rezon::e2e
