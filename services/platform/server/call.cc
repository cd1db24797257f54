#include "services/platform/server/call.h"

#include <utility>

#include "services/platform/errors/errors.h"

namespace rezon::server {

CallContext::CallContext(std::shared_ptr<const auth::Principal> principal, absl::Time deadline,
                         trace::SpanContext trace)
    : principal_(std::move(principal)), deadline_(deadline), trace_(std::move(trace)) {}

std::string_view CallContext::Metadata(std::string_view) const { return {}; }

absl::Status CallContext::CheckAlive() const {
  if (cancelled()) return errors::Cancelled("the caller has gone");
  if (absl::Now() >= deadline_) return errors::DeadlineExceeded("the deadline has passed");
  return absl::OkStatus();
}

void CallContext::OnCancel(std::function<void()> hook) {
  std::lock_guard lock(mutex_);
  if (cancelled()) {
    hook();
  } else {
    hook_ = std::move(hook);
  }
}

void CallContext::ClearOnCancel() {
  std::lock_guard lock(mutex_);
  hook_ = nullptr;
}

void CallContext::Cancel() {
  // Under the lock, so that ClearOnCancel waits for a hook that runs.
  std::lock_guard lock(mutex_);
  if (cancelled_.exchange(true, std::memory_order_acq_rel)) return;
  if (hook_) hook_();
  hook_ = nullptr;
}

}  // namespace rezon::server
