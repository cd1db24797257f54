#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "services/registry/matching/asked.h"

namespace rezon::registry {

// Below it a candidate is not worth showing, and gets no reasons.
inline constexpr double kWorthShowing = 0.35;

struct Score {
  double value = 0;
  // Russian sentences: what agrees and what speaks against it.
  std::vector<std::string> reasons;
  // A class that nothing bounds: it would mean the whole region, which the document does not say.
  bool unbounded = false;
};

// The territory that a phrase itself names for a group without one of its own («школам … района»),
// or empty: just one, inside the territory that the document speaks of. The region bounds nothing
// unless the document is the region's.
std::string Bounding(const Asked& asked, const Places& places);

// Compares one phrase with bodies; it and the places must outlive the scorer. For one thread.
class Scorer {
 public:
  Scorer(const Asked& asked, const Places& places) : asked_(asked), places_(places) {}
  // How well a body fits, 0 to 1. 1 means: every telling word of the phrase is explained by one of
  // the body's names, its kind or its territory, the name says nothing more that tells bodies
  // apart, and number and territory agree. A number that is printed must be the body's own; a
  // territory that is printed must be the body's; a word that nothing explains keeps the body below
  // the threshold.
  Score ScoreOf(const KnownBody& body);

 private:
  Score ScoreClass(const KnownBody& body);
  Score ScoreOne(const KnownBody& body);
  // Words that say where and are explained by the territory; kept, since many bodies share one.
  const std::set<std::string>& PlaceWords(const std::string& territory);

  const Asked& asked_;
  const Places& places_;
  std::map<std::string, std::set<std::string>> place_words_;
};

}  // namespace rezon::registry
