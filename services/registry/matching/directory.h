#pragma once

#include <string>
#include <vector>

#include "services/registry/matching/words.h"

// What a region's registry holds on a day, as ResolveAddressees needs it. Filled by the store.
namespace rezon::registry {

struct KnownTerritory {
  std::string id;
  std::string display_name;
  // Id of the territory above; empty for a region.
  std::string parent;
  // display_name and aliases.
  std::vector<std::string> names;
};

struct KnownBody {
  enum class Kind { kOrganisation, kOfficial, kClass };
  Kind kind = Kind::kOrganisation;
  // Resource name.
  std::string name;
  std::string display_name;
  // All names under which it is known, in the nominative; a class's phrases.
  std::vector<std::string> names;
  // The organisation's own number; empty for none.
  std::string number;
  // Id of its territory; empty for a class that takes the document's.
  std::string territory;
  // `names` and `number` as words; made by Prepare.
  std::vector<std::vector<Word>> name_words;
  std::vector<Word> number_words;
};

struct Directory {
  std::vector<KnownTerritory> territories;
  // Classes, and the organisations and officials that share a stem with some phrase.
  std::vector<KnownBody> bodies;
};

// Stems all names once, so that many phrases cost no more stemming than one.
void Prepare(Directory& directory);

}  // namespace rezon::registry
