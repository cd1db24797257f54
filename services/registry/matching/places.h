#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "services/registry/matching/directory.h"

namespace rezon::registry {

// The territories of a region by their words. Built once a request; read-only then.
class Places {
 public:
  explicit Places(const std::vector<KnownTerritory>& territories);

  // Ids of the territories that the words name; the longest names win («город Ишим» is not
  // «Ишимский район»). Empty when none is named.
  std::set<std::string> NamedIn(const std::vector<Word>& words) const;
  // The one territory that a phrase names, or empty when it is none or not clear which.
  std::string Find(std::string_view phrase) const;
  // Telling stems of a territory's names.
  const std::set<std::string>& StemsOf(const std::string& id) const;
  // True when `above` is `id` or a territory above it.
  bool Contains(const std::string& above, const std::string& id) const;
  std::string NameOf(const std::string& id) const;

 private:
  struct Entry {
    const KnownTerritory* territory;
    std::vector<std::set<std::string>> variants;
    std::set<std::string> all;
  };
  double Narrowness(const Entry& entry) const;

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace rezon::registry
