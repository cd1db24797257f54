#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "services/registry/matching/lexicon.h"
#include "services/registry/matching/places.h"

namespace rezon::registry {

// What is known of the place that a document speaks of.
struct Where {
  // Territory, id; empty when unknown.
  std::string territory;
  // The document prints a territory that the registry does not have.
  bool foreign = false;
  // It speaks of the whole region.
  bool whole_region = false;
};

// A phrase made ready for comparing.
struct Asked {
  std::vector<Word> words;
  // What each word of weight could be, in the order of `words`.
  std::vector<std::vector<Lexicon::Likely>> likely;
  // Numbers printed in it, as stems.
  std::set<std::string> numbers;
  NamedPlaces named;
  Where where;
  Addressed addressed = Addressed::kUnknown;
  // Initials of a person (not those of «имени А. С. …»).
  std::vector<std::string> initials;
  // An acting head is addressed: not whoever the registry has in the post.
  bool acting = false;
};

// Reads a phrase. Pure.
Asked Ask(std::string_view phrase, const Where& where, const Directory& directory,
          const Places& places);

// The parts of an enumeration by numbers, each with the words that it shares with the one before:
// «школам № 1, 3 и гимназии № 2» gives three. One part where at most one number is printed.
std::vector<Asked> ByNumber(const Asked& asked, const Directory& directory, const Places& places);
// The parts between commas and «и» of a phrase without numbers; one where there is none.
std::vector<Asked> BySeparator(const Asked& asked, const Directory& directory,
                               const Places& places);
// The parts from `from` up to `to` (less `to`) as one phrase: «и» may stand inside a name.
Asked Together(const std::vector<Asked>& parts, size_t from, size_t to, const Directory& directory,
               const Places& places);

}  // namespace rezon::registry
