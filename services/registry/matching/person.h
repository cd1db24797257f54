#pragma once

#include <set>
#include <string>

#include "services/registry/matching/asked.h"

namespace rezon::registry {

// What a phrase says of one official.
struct Person {
  // The surname is in the phrase.
  bool named = false;
  // The surname is one letter other than the official's.
  bool misprint = false;
  // Somebody else is named: another surname, or other initials.
  bool contradicts = false;
  // Keys of the phrase's words that are the official's name.
  std::set<std::string> keys;
};

Person PersonIn(const Asked& asked, const KnownBody& official);

}  // namespace rezon::registry
