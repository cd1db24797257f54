#include "services/platform/trace/otlp.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <memory>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "opentelemetry/proto/collector/trace/v1/trace_service.grpc.pb.h"
#include "services/platform/log/log.h"

namespace rezon::trace {
namespace {

namespace otlp = opentelemetry::proto;
constexpr char kSchemaUrl[] = "https://opentelemetry.io/schemas/1.27.0";
constexpr int kTries = 3;

template <size_t N>
std::string Bytes(const std::array<uint8_t, N>& bytes) {
  return std::string(reinterpret_cast<const char*>(bytes.data()), N);
}

struct ValueWriter {
  otlp::common::v1::AnyValue* out;
  void operator()(const std::string& value) const { out->set_string_value(value); }
  void operator()(int64_t value) const { out->set_int_value(value); }
  void operator()(double value) const { out->set_double_value(value); }
  void operator()(bool value) const { out->set_bool_value(value); }
};

void WriteSpan(const SpanData& span, otlp::trace::v1::Span* out) {
  out->set_trace_id(Bytes(span.context.trace_id));
  out->set_span_id(Bytes(span.context.span_id));
  if (span.context.tracestate) out->set_trace_state(*span.context.tracestate);
  if (span.parent != SpanId{}) out->set_parent_span_id(Bytes(span.parent));
  out->set_name(span.name);
  out->set_kind(static_cast<otlp::trace::v1::Span::SpanKind>(span.kind));
  out->set_start_time_unix_nano(span.start_ns);
  out->set_end_time_unix_nano(std::max(span.start_ns, span.end_ns));
  for (const auto& [key, value] : span.attributes) {
    auto* attribute = out->add_attributes();
    attribute->set_key(key);
    std::visit(ValueWriter{attribute->mutable_value()}, value);
  }
  for (const SpanContext& link : span.links) {
    auto* entry = out->add_links();
    entry->set_trace_id(Bytes(link.trace_id));
    entry->set_span_id(Bytes(link.span_id));
  }
  if (span.error) {
    out->mutable_status()->set_code(otlp::trace::v1::Status::STATUS_CODE_ERROR);
    out->mutable_status()->set_message(span.error_message);
  }
}

// The codes that OTLP says may be tried again.
bool Retryable(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::CANCELLED:
    case grpc::StatusCode::DEADLINE_EXCEEDED:
    case grpc::StatusCode::ABORTED:
    case grpc::StatusCode::OUT_OF_RANGE:
    case grpc::StatusCode::UNAVAILABLE:
    case grpc::StatusCode::DATA_LOSS:
      return true;
    default:
      return false;
  }
}

// Owns the channel and the recycled request; used by the exporter's thread only.
class Exporter {
 public:
  explicit Exporter(const OtlpOptions& options)
      : options_(options), stub_(Service::NewStub(Channel(options.endpoint))) {
    auto* spans = request_.add_resource_spans();
    spans->set_schema_url(kSchemaUrl);
    AddResource(spans->mutable_resource(), "service.name", options.service);
    for (const auto& [key, value] : options.resource) {
      AddResource(spans->mutable_resource(), key, value);
    }
    auto* scope = spans->add_scope_spans();
    scope->set_schema_url(kSchemaUrl);
    scope->mutable_scope()->set_name("rezon.platform.trace");
  }

  size_t Export(const std::vector<std::unique_ptr<SpanData>>& batch) {
    auto* spans = request_.mutable_resource_spans(0)->mutable_scope_spans(0)->mutable_spans();
    spans->Clear();
    for (const auto& span : batch) WriteSpan(*span, spans->Add());
    const auto deadline = std::chrono::system_clock::now() + options_.timeout;
    grpc::Status status;
    for (int attempt = 0; attempt < kTries; ++attempt) {
      otlp::collector::trace::v1::ExportTraceServiceResponse answer;
      status = Send(deadline, &answer);
      if (status.ok()) {
        const int64_t rejected = answer.partial_success().rejected_spans();
        return batch.size() - std::clamp<int64_t>(rejected, 0, batch.size());
      }
      if (!Retryable(status.error_code()) || std::chrono::system_clock::now() >= deadline) break;
    }
    log::Warning("spans not exported", {{"count", batch.size()},
                                        {"code", static_cast<int>(status.error_code())},
                                        {"error", status.error_message()}});
    return 0;
  }

 private:
  using Service = otlp::collector::trace::v1::TraceService;

  static std::shared_ptr<grpc::Channel> Channel(const std::string& endpoint) {
    absl::string_view target = endpoint;
    const bool tls = absl::ConsumePrefix(&target, "https://");
    absl::ConsumePrefix(&target, "http://");
    absl::ConsumeSuffix(&target, "/");
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    return grpc::CreateCustomChannel(
        std::string(target), tls ? grpc::SslCredentials({}) : grpc::InsecureChannelCredentials(),
        arguments);
  }

  static void AddResource(otlp::resource::v1::Resource* resource, const std::string& key,
                          const std::string& value) {
    auto* attribute = resource->add_attributes();
    attribute->set_key(key);
    attribute->mutable_value()->set_string_value(value);
  }

  grpc::Status Send(std::chrono::system_clock::time_point deadline,
                    otlp::collector::trace::v1::ExportTraceServiceResponse* answer) {
    grpc::ClientContext context;
    context.set_deadline(deadline);
    // A collector that is starting is waited for, within the deadline.
    context.set_wait_for_ready(true);
    for (const auto& [key, value] : options_.headers) context.AddMetadata(key, value);
    return stub_->Export(&context, request_, answer);
  }

  const OtlpOptions options_;
  const std::unique_ptr<Service::Stub> stub_;
  otlp::collector::trace::v1::ExportTraceServiceRequest request_;
};

}  // namespace

void StartOtlp(const OtlpOptions& options) {
  if (options.endpoint.empty()) return;
  auto exporter = std::make_shared<Exporter>(options);
  StartTracer(options.tracer, [exporter](const auto& batch) { return exporter->Export(batch); });
}

}  // namespace rezon::trace
