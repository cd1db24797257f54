#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/platform/auth/principal.h"
#include "services/platform/trace/context.h"

namespace rezon::server {

// What a handler, the domain and the store know of the call they work for. Has no gRPC in it.
// Made by the chain, or by a test or a background consumer through the constructor. Its thread is
// the handler's; cancelled(), OnCancel and Cancel may be used from any thread.
class CallContext {
 public:
  CallContext() = default;
  CallContext(std::shared_ptr<const auth::Principal> principal, absl::Time deadline,
              trace::SpanContext trace = {});
  virtual ~CallContext() = default;
  CallContext(const CallContext&) = delete;
  CallContext& operator=(const CallContext&) = delete;

  // Who calls. Never null inside a handler of an authenticated method.
  const auth::Principal& principal() const { return *principal_; }
  const std::shared_ptr<const auth::Principal>& shared_principal() const { return principal_; }
  // The principal's region: the first key of every row.
  const std::string& region() const { return principal_->region; }
  // Always finite: the client's own, capped by the server.
  absl::Time deadline() const { return deadline_; }
  absl::Duration remaining() const { return deadline_ - absl::Now(); }
  // The SERVER span's identity; also the thread's trace::Current() while the handler runs.
  const trace::SpanContext& trace() const { return trace_; }
  // "rezon.registry.v1.RegistryService/GetTerritory"; empty outside a call.
  std::string_view method() const { return method_; }
  // First value of a request header (lower-case key), or empty. Valid during the call.
  virtual std::string_view Metadata(std::string_view key) const;

  // The client went away or cancelled.
  bool cancelled() const { return cancelled_.load(std::memory_order_acquire); }
  // DEADLINE_EXCEEDED or CANCELLED when going on is pointless, else OK.
  absl::Status CheckAlive() const;

  // Calls `hook` once when the call is cancelled (at once when it already is), on some other
  // thread, which must not block. One hook at a time; replaces the one before.
  void OnCancel(std::function<void()> hook);
  // Takes the hook away; after return it neither runs nor will.
  void ClearOnCancel();
  // Marks the call cancelled and runs the hook.
  void Cancel();

 protected:
  std::shared_ptr<const auth::Principal> principal_;
  absl::Time deadline_ = absl::InfiniteFuture();
  trace::SpanContext trace_;
  std::string_view method_;

 private:
  std::atomic<bool> cancelled_{false};
  std::mutex mutex_;
  std::function<void()> hook_;
};

}  // namespace rezon::server
