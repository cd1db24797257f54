#include "gateway/api/call.h"

#include <cmath>
#include <utility>

#include "gateway/grpc/upstream.h"
#include "gateway/transcode/error.h"
#include "gateway/transcode/request.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"
#include "services/platform/log/log.h"

namespace rezon::gateway {
namespace {

constexpr char kDomain[] = "rezon.gateway";
constexpr char kJson[] = "application/json; charset=utf-8";

trace::SpanContext ParentOf(const RequestHead& head) {
  auto parent = trace::ParseTraceparent(head.header("traceparent"), head.header("tracestate"));
  return parent.value_or(trace::SpanContext{});
}

// Sizes have an HTTP code of their own.
int HttpStatusOf(const absl::Status& status) {
  if (errors::Reason(status) == "REQUEST_TOO_LARGE") return 413;
  return HttpStatus(status.code());
}

}  // namespace

ApiCall::ApiCall(ApiContext& api, ExchangePtr exchange, const Binding& binding,
                 std::vector<std::string> path_values)
    : api_(api),
      exchange_(std::move(exchange)),
      binding_(binding),
      path_values_(std::move(path_values)),
      backend_(api.backends.Find(binding.package)),
      started_(std::chrono::steady_clock::now()),
      server_span_(binding.http_method + " " + binding.route, trace::Kind::kServer,
                   ParentOf(exchange_->head())) {
  api_.calls.fetch_add(1, std::memory_order_relaxed);
}

ApiCall::~ApiCall() { api_.calls.fetch_sub(1, std::memory_order_relaxed); }

void ApiCall::Start() {
  if (auto status = Authenticate(); !status.ok()) return Fail(status);
  Begin();
}

absl::Status ApiCall::Authenticate() {
  if (api_.calls.load(std::memory_order_relaxed) > api_.limits.calls) {
    return errors::ResourceExhausted("TOO_MANY_CALLS", "too many calls are under way",
                                     "Слишком много запросов сразу, повторите через секунду.",
                                     absl::Seconds(1));
  }
  auto caller = api_.verifier->VerifyHeader(exchange_->head().header("Authorization"));
  if (!caller.ok()) return caller.status();
  caller_ = *std::move(caller);
  if (backend_ != nullptr) return absl::OkStatus();
  return errors::Unavailable("BACKEND_UNAVAILABLE", "nobody serves " + binding_.package,
                             "Эта служба не установлена.");
}

absl::StatusOr<std::string> ApiCall::Build(std::string_view body) const {
  const RequestHead& head = exchange_->head();
  RequestParts parts;
  parts.query = head.query();
  parts.body = body;
  parts.if_match = head.header("If-Match");
  parts.idempotency_key = head.header("Idempotency-Key");
  return BuildRequest(*api_.schema, binding_, path_values_, parts);
}

void ApiCall::Prepare(std::chrono::milliseconds time) {
  // "package.Service/Method", as OpenTelemetry names RPC spans.
  client_span_ = trace::Span(std::string_view(binding_.rpc_path).substr(1), trace::Kind::kClient,
                             server_span_.context());
  PrepareUpstream(*caller_, client_span_.context(), std::chrono::system_clock::now() + time,
                  &context_);
  exchange_->OnGone([self = shared_from_this()] { self->context_.TryCancel(); });
}

absl::Status ApiCall::Received(const grpc::Status& status) {
  if (client_span_.sampled()) {
    client_span_.Set("rpc.system", "grpc");
    client_span_.Set("rpc.grpc.status_code", static_cast<int>(status.error_code()));
    if (!status.ok()) client_span_.SetError("code " + std::to_string(status.error_code()));
  }
  client_span_.End();
  trace::Scope scope(server_span_.context());
  return FromUpstream(status, backend_->name);
}

HeaderFields ApiCall::StandardHeaders() const {
  HeaderFields headers{{"Cache-Control", "no-store"}};
  const std::string traceparent = trace::FormatTraceparent(server_span_.context());
  if (!traceparent.empty()) headers.emplace_back("traceparent", traceparent);
  return headers;
}

void ApiCall::Succeed(RenderedResponse rendered) {
  HttpResponse response;
  response.headers = StandardHeaders();
  response.content_type = std::move(rendered.content_type);
  response.body = std::move(rendered.body);
  if (!rendered.etag.empty()) response.headers.emplace_back("ETag", std::move(rendered.etag));
  // Uploaded bytes must never act as a page of ours.
  if (binding_.raw_response) response.headers.emplace_back("Content-Disposition", "attachment");
  Finish(absl::StatusCode::kOk, response.status);
  exchange_->Respond(std::move(response));
}

void ApiCall::Fail(const absl::Status& failure) {
  trace::Scope scope(server_span_.context());
  // Once through the converter: it adds the domain, masks and logs what is internal.
  const absl::Status status = errors::FromGrpc(errors::ToGrpc(failure, kDomain));
  HttpResponse response;
  response.status = HttpStatusOf(status);
  response.content_type = kJson;
  response.headers = StandardHeaders();
  response.body =
      ErrorJson(*api_.schema, status,
                PreferredLanguage(exchange_->head().header("Accept-Language")), response.status);
  if (response.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (const absl::Duration after = errors::RetryAfter(status); after > absl::ZeroDuration()) {
    const auto seconds = static_cast<int64_t>(std::ceil(absl::ToDoubleSeconds(after)));
    response.headers.emplace_back("Retry-After", std::to_string(seconds));
  }
  Finish(status.code(), response.status);
  exchange_->Respond(std::move(response));
}

void ApiCall::Stream() {
  HttpResponse head;
  head.content_type = "application/x-ndjson; charset=utf-8";
  head.headers = StandardHeaders();
  // Proxies must not hold progress back.
  head.headers.emplace_back("X-Accel-Buffering", "no");
  exchange_->StartStream(std::move(head));
}

void ApiCall::EndStream(const absl::Status& status) {
  Finish(status.code(), 200);
  exchange_->EndStream();
}

std::string ApiCall::ErrorLine(const absl::Status& status) const {
  return ErrorJson(*api_.schema, status,
                   PreferredLanguage(exchange_->head().header("Accept-Language")));
}

void ApiCall::Finish(absl::StatusCode code, int http_status) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started_;
  api_.metrics.at(&binding_)->Record(code, took.count());
  if (server_span_.sampled()) {
    server_span_.Set("http.request.method", binding_.http_method);
    server_span_.Set("http.route", binding_.route);
    server_span_.Set("http.response.status_code", http_status);
    if (http_status >= 500) server_span_.SetError("HTTP " + std::to_string(http_status));
  }
  const log::Level level = http_status >= 500 ? log::Level::kWarning : log::Level::kDebug;
  if (log::Enabled(level)) {
    trace::Scope scope(server_span_.context());
    log::Write(level, "request",
               {{"method", binding_.http_method},
                {"route", binding_.route},
                {"status", http_status},
                {"ms", took.count() * 1000},
                {"subject", caller_ ? std::string_view(caller_->subject) : "-"}});
  }
  server_span_.End();
}

}  // namespace rezon::gateway
