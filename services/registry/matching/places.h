#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "services/registry/matching/directory.h"
#include "services/registry/matching/vocabulary.h"

namespace rezon::registry {

// What a text says of places.
struct NamedPlaces {
  // Ids of the narrowest territories named.
  std::set<std::string> ids;
  // Keys of the words that name them.
  std::set<std::string> keys;
  // «город» or «район» stands with a name: then it is that territory and no other of like name.
  bool typed = false;
  // A territory of a sort that none of that name has here: «район» where only a city is known.
  bool unknown = false;
};

// The territories of a region by their words. Built once a request; read-only then.
class Places {
 public:
  explicit Places(const std::vector<KnownTerritory>& territories);

  // The territories that the words name; the longest names win, a territory inside another named
  // one is meant, and of two of one word («город Горск», «Горский район») the one of the sort that
  // is printed.
  NamedPlaces NamedIn(const std::vector<Word>& words) const;
  // The one territory that a phrase names, or empty when it is none or not clear which.
  std::string Find(std::string_view phrase) const;
  // Telling keys of a territory's names.
  const std::set<std::string>& KeysOf(const std::string& id) const;
  // True when `above` is `id` or a territory above it.
  bool Contains(const std::string& above, const std::string& id) const;
  // Id of the territory above; empty for none.
  std::string Above(const std::string& id) const;
  // The region, where there is just one; else empty.
  std::string Region() const;
  // True for a territory that lies in none.
  bool IsRegion(const std::string& id) const;
  std::string NameOf(const std::string& id) const;

 private:
  struct Variant {
    std::set<std::string> keys;
    PlaceSort sort;
  };
  struct Entry {
    const KnownTerritory* territory;
    std::vector<Variant> variants;
    std::set<std::string> keys;
  };
  struct Mention {
    std::string id;
    const Variant* variant;
    bool typed;
  };
  std::vector<Mention> MentionsIn(const std::vector<Word>& words, bool& unknown) const;
  bool Hidden(const Mention& mention, const std::vector<Mention>& others) const;

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace rezon::registry
