#pragma once

#include <string>
#include <vector>

#include "services/registry/matching/lexicon.h"
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
  // All names under which it is known, in the nominative; a class's phrases; of an official, the
  // post with each name of the organisation.
  std::vector<std::string> names;
  // The organisation's own number; empty for none.
  std::string number;
  // Id of its territory; empty for a class that takes the document's.
  std::string territory;
  // What kind of organisation it is, as the contract names it («KIND_SCHOOL»); empty for others.
  std::string organisation_kind;
  // Of an official: the full name, and the organisation's resource name.
  std::string full_name;
  std::string organisation;

  // `names`, `number` and `full_name` as words; made by Prepare, which adds the names that every
  // organisation of its kind has.
  std::vector<std::vector<Word>> name_words;
  std::vector<Word> number_words;
  std::vector<Word> person;
};

struct Directory {
  std::vector<KnownTerritory> territories;
  // Classes, and the organisations and officials that share a stem with some phrase.
  std::vector<KnownBody> bodies;

  // Made by Prepare: all words of the bodies' names, and for each the bodies that have it.
  Lexicon lexicon;
  std::vector<std::vector<int>> bodies_with;
};

// Stems all names once, so that many phrases cost no more stemming than one.
void Prepare(Directory& directory);

}  // namespace rezon::registry
