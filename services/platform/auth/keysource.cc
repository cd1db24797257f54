#include "services/platform/auth/keysource.h"

#include <utility>

#include "services/platform/auth/document.h"

namespace rezon::auth {
namespace {
constexpr std::chrono::milliseconds kFetchLimit{2000};
constexpr std::chrono::seconds kFileCheckInterval{1};
}  // namespace

KeySource::KeySource(std::string where, std::chrono::milliseconds min_reload_interval,
                     std::chrono::seconds max_age)
    : where_(std::move(where)),
      url_(IsUrl(where_)),
      min_reload_interval_(min_reload_interval),
      max_age_(max_age) {}

absl::Status KeySource::Load() {
  std::lock_guard loading(loading_);
  return LoadLocked();
}

absl::Status KeySource::LoadLocked() {
  {
    std::lock_guard lock(mutex_);
    attempted_ = checked_ = Clock::now();
  }
  const uint64_t stamp = url_ ? 0 : FileStamp(where_);
  auto text = ReadDocument(where_, kFetchLimit);
  if (!text.ok()) return text.status();
  auto keys = ParseJwks(*text);
  if (!keys.ok()) return keys.status();
  stamp_ = stamp;
  std::lock_guard lock(mutex_);
  current_ = {std::make_shared<const KeySet>(*std::move(keys)), current_.version + 1};
  return absl::OkStatus();
}

KeyVersion KeySource::Snapshot() {
  std::lock_guard lock(mutex_);
  return current_;
}

bool KeySource::Stale(Clock::time_point now) {
  std::lock_guard lock(mutex_);
  if (!current_.keys) return now - attempted_ >= min_reload_interval_;
  if (url_) return now - checked_ >= max_age_;
  if (now - checked_ < kFileCheckInterval) return false;
  checked_ = now;
  return true;
}

KeyVersion KeySource::Current() {
  if (Stale(Clock::now())) {
    std::unique_lock loading(loading_, std::try_to_lock);
    // A failed read keeps the old keys, which are better than none.
    if (loading && (url_ || FileStamp(where_) != stamp_)) LoadLocked().IgnoreError();
  }
  return Snapshot();
}

KeyVersion KeySource::Refreshed() {
  std::unique_lock loading(loading_);
  bool wait_longer;
  {
    std::lock_guard lock(mutex_);
    wait_longer = Clock::now() - attempted_ < min_reload_interval_;
  }
  if (!wait_longer) LoadLocked().IgnoreError();
  return Snapshot();
}

}  // namespace rezon::auth
