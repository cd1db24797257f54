#include "services/platform/auth/cache.h"

#include <algorithm>
#include <utility>

namespace rezon::auth {

TokenCache::TokenCache(size_t capacity) : generation_(std::max<size_t>(capacity / 2, 1)) {}

std::shared_ptr<const Principal> TokenCache::Find(std::string_view token, uint64_t key_version) {
  std::lock_guard lock(mutex_);
  if (version_ != key_version) return nullptr;
  if (auto it = young_.find(token); it != young_.end()) return it->second;
  auto it = old_.find(token);
  if (it == old_.end()) return nullptr;
  std::shared_ptr<const Principal> principal = it->second;
  // A token in use moves to the young generation while there is room.
  if (young_.size() < generation_) {
    old_.erase(it);
    young_.emplace(principal->token, principal);
  }
  return principal;
}

void TokenCache::Put(std::shared_ptr<const Principal> principal, uint64_t key_version) {
  std::lock_guard lock(mutex_);
  if (key_version < version_) return;
  if (key_version > version_) {
    young_.clear();
    old_.clear();
    version_ = key_version;
  }
  if (young_.size() >= generation_) {
    old_ = std::move(young_);
    young_.clear();
  }
  const std::string_view token = principal->token;
  young_.insert_or_assign(token, std::move(principal));
}

}  // namespace rezon::auth
