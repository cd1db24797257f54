#pragma once

#include <set>
#include <string>
#include <vector>

#include "services/registry/matching/directory.h"
#include "services/registry/matching/places.h"

namespace rezon::registry {

// A phrase made ready for comparing.
struct Asked {
  std::vector<Word> words;
  // Numbers printed in it, as stems.
  std::set<std::string> numbers;
  // Territories it names.
  std::set<std::string> named;
  // Territory the document speaks of; empty when unknown.
  std::string context;
  Addressed addressed = Addressed::kUnknown;
};

struct Score {
  double value = 0;
  std::vector<std::string> reasons;
};

// How well a body fits, 0 to 1, with reasons in Russian. 1 means: every telling word of the phrase
// is in one of the body's names and the other way round, and number and territory agree. A number
// that is printed must be the body's own; a territory that is printed must be the body's.
Score ScoreOf(const Asked& asked, const KnownBody& body, const Places& places);

}  // namespace rezon::registry
