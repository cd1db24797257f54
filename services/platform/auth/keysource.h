#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "absl/status/status.h"
#include "services/platform/auth/keys.h"

namespace rezon::auth {

// Keys of one issuer with the number of times they were replaced.
struct KeyVersion {
  std::shared_ptr<const KeySet> keys;
  uint64_t version = 0;
};

// Holds the newest readable key document. A document that cannot be read or parsed leaves the keys
// as they are. Thread-safe; at most one thread reads the document at a time, the others go on with
// the keys at hand.
class KeySource {
 public:
  KeySource(std::string where, std::chrono::milliseconds min_reload_interval,
            std::chrono::seconds max_age);

  // Reads the document now.
  absl::Status Load();
  // The keys, after a look whether a file changed (once a second) or a URL's copy is too old.
  KeyVersion Current();
  // The keys, read again because one is missing, unless that was done a moment ago.
  KeyVersion Refreshed();

 private:
  using Clock = std::chrono::steady_clock;
  KeyVersion Snapshot();
  bool Stale(Clock::time_point now);
  absl::Status LoadLocked();

  const std::string where_;
  const bool url_;
  const std::chrono::milliseconds min_reload_interval_;
  const std::chrono::seconds max_age_;

  std::mutex loading_;  // held while the document is read; taken before mutex_
  uint64_t stamp_ = 0;  // guarded by loading_

  std::mutex mutex_;  // guards what follows
  KeyVersion current_;
  Clock::time_point checked_;
  Clock::time_point attempted_;
};

}  // namespace rezon::auth
