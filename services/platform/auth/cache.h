#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "services/platform/auth/principal.h"

namespace rezon::auth {

// Verified tokens by their text. Bounded: two generations of at most half the capacity each; when
// the young one is full the old one goes. Forgets everything when the keys change. Thread-safe.
class TokenCache {
 public:
  explicit TokenCache(size_t capacity);
  // What was put for the token under this version of the keys, or null.
  std::shared_ptr<const Principal> Find(std::string_view token, uint64_t key_version);
  void Put(std::shared_ptr<const Principal> principal, uint64_t key_version);

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  // Keys are views of the principal's own token.
  using Map =
      std::unordered_map<std::string_view, std::shared_ptr<const Principal>, Hash, std::equal_to<>>;

  const size_t generation_;
  std::mutex mutex_;
  uint64_t version_ = 0;
  Map young_;
  Map old_;
};

}  // namespace rezon::auth
