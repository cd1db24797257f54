#include "services/platform/server/grpc_call.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "services/platform/errors/grpc.h"
#include "services/platform/log/log.h"
#include "services/platform/server/method_metrics.h"

namespace rezon::server {
namespace {

constexpr absl::Duration kSlow = absl::Seconds(1);

// The client's deadline, capped; an absent one is far in the future (anchors.md §7).
absl::Time Deadline(const grpc::CallbackServerContext& context, absl::Duration cap) {
  const auto now = std::chrono::system_clock::now();
  const auto most = now + absl::ToChronoMicroseconds(cap);
  return absl::FromChrono(std::min(
      context.deadline(), std::chrono::time_point_cast<std::chrono::system_clock::duration>(most)));
}

// Faults of ours are warnings; refusals and slow calls are worth a line; the rest is in the metrics
// and traces, and in the log at debug.
log::Level LevelOf(absl::StatusCode code, absl::Duration took) {
  switch (code) {
    case absl::StatusCode::kOk:
      return took > kSlow ? log::Level::kInfo : log::Level::kDebug;
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDeadlineExceeded:
    case absl::StatusCode::kResourceExhausted:
      return log::Level::kWarning;
    default:
      return log::Level::kInfo;
  }
}

}  // namespace

MethodTable::MethodTable(Runtime& runtime, std::string_view full_name)
    : domain_("rezon." + runtime.service()) {
  const auto* service =
      google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(std::string(full_name));
  if (service == nullptr) {
    log::Error("no such proto service", {{"service", full_name}});
    std::abort();
  }
  names_.reserve(service->method_count());
  for (int i = 0; i < service->method_count(); ++i) {
    names_.push_back(service->method(i)->name());
    auto method = std::make_unique<Method>();
    method->service = service->full_name();
    method->name = names_.back();
    method->full_name = method->service + "/" + method->name;
    method->domain = domain_;
    method->metrics = std::make_shared<MethodMetrics>(method->full_name);
    method->runtime = &runtime;
    methods_.emplace(names_.back(), std::move(method));
  }
}

const Method& MethodTable::Find(std::string_view method) const {
  auto found = methods_.find(method);
  if (found == methods_.end()) {
    log::Error("no such proto method", {{"method", method}, {"domain", domain_}});
    std::abort();
  }
  return *found->second;
}

grpc::Status MethodTable::ToGrpc(const absl::Status& status) const {
  return errors::ToGrpc(status, domain_);
}

void GrpcCall::Open(const Method& method, grpc::CallbackServerContext* context) {
  entry_ = &method;
  context_ = context;
  method_ = method.full_name;
  started_ = absl::Now();
  deadline_ = Deadline(*context, method.runtime->config().deadline_cap);
  const auto parent = trace::ParseTraceparent(Metadata("traceparent"), Metadata("tracestate"));
  span_ =
      trace::Span(method.full_name, trace::Kind::kServer, parent ? *parent : trace::SpanContext());
  trace_ = span_.context();
  if (span_.sampled()) {
    span_.Set("rpc.system", "grpc");
    span_.Set("rpc.service", std::string_view(method.service));
    span_.Set("rpc.method", std::string_view(method.name));
  }
}

absl::Status GrpcCall::Authenticate() {
  auto principal = entry_->runtime->Authenticate(Metadata("authorization"));
  if (!principal.ok()) return principal.status();
  principal_ = *std::move(principal);
  return absl::OkStatus();
}

absl::Status GrpcCall::Begin(const Method& method, grpc::CallbackServerContext* context) {
  Open(method, context);
  return Authenticate();
}

std::string_view GrpcCall::Metadata(std::string_view key) const {
  const auto& headers = context_->client_metadata();
  auto found = headers.find(grpc::string_ref(key.data(), key.size()));
  if (found == headers.end()) return {};
  return {found->second.data(), found->second.size()};
}

grpc::Status GrpcCall::End(const absl::Status& status) {
  trace::Scope scope(trace_);
  const absl::Duration took = absl::Now() - started_;
  const int code = static_cast<int>(status.code());
  entry_->metrics->Record(code, absl::ToDoubleSeconds(took));
  const log::Level level = LevelOf(status.code(), took);
  if (log::Enabled(level)) {
    log::Write(level, "call",
               {{"method", entry_->full_name},
                {"code", CodeName(code)},
                {"ms", absl::ToDoubleMilliseconds(took)},
                {"subject", principal_ ? std::string_view(principal_->subject) : "-"},
                {"error", std::string(status.message())}});
  }
  if (span_.sampled()) {
    span_.Set("rpc.grpc.status_code", code);
    if (level == log::Level::kWarning) span_.SetError(CodeName(code));
  }
  span_.End();
  return errors::ToGrpc(status, entry_->domain);
}

}  // namespace rezon::server
