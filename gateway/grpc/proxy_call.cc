#include "gateway/grpc/proxy_call.h"

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>

#include "gateway/grpc/upstream.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"

namespace rezon::gateway {
namespace {

constexpr std::chrono::milliseconds kSettle{5};

std::string_view Metadata(const grpc::GenericCallbackServerContext& context, const char* key) {
  const auto& all = context.client_metadata();
  auto it = all.find(key);
  return it == all.end() ? std::string_view()
                         : std::string_view(it->second.data(), it->second.size());
}

trace::SpanContext ParentOf(const grpc::GenericCallbackServerContext& context) {
  auto parent =
      trace::ParseTraceparent(Metadata(context, "traceparent"), Metadata(context, "tracestate"));
  return parent.value_or(trace::SpanContext{});
}

}  // namespace

// Towards the caller; done only after Finish.
class ProxyCall::Caller : public grpc::ServerGenericBidiReactor {
 public:
  explicit Caller(ProxyCall* call) : call_(call) {}

  void OnReadDone(bool ok) override { ok ? call_->Forward() : call_->ForwardEnd(); }
  void OnWriteDone(bool ok) override;
  void OnCancel() override { call_->client_.TryCancel(); }
  void OnDone() override {
    ProxyCall* call = call_;
    delete this;
    call->Unref();
  }

 private:
  ProxyCall* const call_;
};

// Towards the service. Two holds: one while messages may go up, one while answers may come.
class ProxyCall::Service : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  explicit Service(ProxyCall* call) : call_(call) {}

  void Begin() {
    AddMultipleHolds(2);
    StartRead(&call_->down_);
    StartCall();
  }
  void OnWriteDone(bool ok) override {
    if (!ok) return call_->CloseUp();
    call_->caller_->StartRead(&call_->up_);
  }
  void OnReadDone(bool ok) override {
    if (ok) return call_->caller_->StartWrite(&call_->down_);
    // The status is on its way: the service listens no more.
    call_->CloseUp();
    RemoveHold();
  }
  void OnDone(const grpc::Status& status) override {
    const grpc::Status passed = PassStatus(status, call_->target_.backend->name);
    call_->Record(passed);
    call_->caller_->Finish(passed);
    call_->Unref();
  }

 private:
  ProxyCall* const call_;
};

void ProxyCall::Caller::OnWriteDone(bool ok) {
  if (!ok) call_->client_.TryCancel();
  call_->service_->StartRead(&call_->down_);
}

void ProxyCall::Forward() {
  std::lock_guard lock(mutex_);
  if (up_open_) service_->StartWrite(&up_);
}

void ProxyCall::CloseUp() {
  std::lock_guard lock(mutex_);
  if (std::exchange(up_open_, false)) service_->RemoveHold();
}

void ProxyCall::ForwardEnd() {
  auto end = [this] {
    std::lock_guard lock(mutex_);
    if (!std::exchange(up_open_, false)) return;
    if (!context_->IsCancelled()) {
      service_->StartWritesDone();
    } else {
      client_.TryCancel();
    }
    service_->RemoveHold();
  };
  if (!target_.client_streaming) return end();
  // A stream that is cut off ends like one that is complete, and only a moment later gRPC says
  // which it was. Half an upload must not pass for a whole one.
  // The alarm may come after both reactors are through, so it counts as a third.
  refs_.fetch_add(1, std::memory_order_relaxed);
  settle_.Set(std::chrono::system_clock::now() + kSettle, [this, end](bool) {
    end();
    Unref();
  });
}

ProxyCall::ProxyCall(ApiContext& api, const Target& target,
                     grpc::GenericCallbackServerContext* context)
    : api_(api),
      target_(target),
      started_(std::chrono::steady_clock::now()),
      server_span_(std::string_view(target.path).substr(1), trace::Kind::kServer,
                   ParentOf(*context)),
      context_(context) {
  api_.calls.fetch_add(1, std::memory_order_relaxed);
}

ProxyCall::~ProxyCall() { api_.calls.fetch_sub(1, std::memory_order_relaxed); }

void ProxyCall::Unref() {
  if (refs_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
}

absl::Status ProxyCall::Begin() {
  if (api_.calls.load(std::memory_order_relaxed) > api_.limits.calls) {
    return errors::ResourceExhausted("TOO_MANY_CALLS", "too many calls are under way",
                                     "Слишком много запросов сразу, повторите через секунду.",
                                     absl::Seconds(1));
  }
  auto caller = api_.verifier->VerifyHeader(Metadata(*context_, "authorization"));
  if (!caller.ok()) return caller.status();
  client_span_ = trace::Span(std::string_view(target_.path).substr(1), trace::Kind::kClient,
                             server_span_.context());
  // A missing deadline looks like a far one: the cap covers it.
  const auto deadline = std::min<std::chrono::system_clock::time_point>(
      context_->deadline(), std::chrono::system_clock::now() + target_.cap);
  PrepareUpstream(**caller, client_span_.context(), deadline, &client_);
  return absl::OkStatus();
}

void ProxyCall::Record(const grpc::Status& status) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started_;
  target_.metrics->Record(static_cast<absl::StatusCode>(status.error_code()), took.count());
  for (trace::Span* span : {&client_span_, &server_span_}) {
    if (span->sampled()) {
      span->Set("rpc.system", "grpc");
      span->Set("rpc.grpc.status_code", static_cast<int>(status.error_code()));
    }
    span->End();
  }
}

grpc::ServerGenericBidiReactor* ProxyCall::Start(ApiContext& api, const Target& target,
                                                 grpc::GenericCallbackServerContext* context) {
  auto* call = new ProxyCall(api, target, context);
  auto* caller = new Caller(call);
  call->caller_ = caller;
  if (absl::Status refused = call->Begin(); !refused.ok()) {
    const grpc::Status status = errors::ToGrpc(refused, "rezon.gateway");
    call->Record(status);
    call->refs_.store(1, std::memory_order_relaxed);
    caller->Finish(status);
    return caller;
  }
  call->service_ = std::make_unique<Service>(call);
  target.backend->stub->PrepareBidiStreamingCall(&call->client_, target.path, grpc::StubOptions(),
                                                 call->service_.get());
  call->service_->Begin();
  caller->StartRead(&call->up_);
  return caller;
}

}  // namespace rezon::gateway
