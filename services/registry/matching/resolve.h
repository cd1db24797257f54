#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "services/registry/matching/directory.h"
#include "services/registry/matching/places.h"

namespace rezon::registry {

struct Candidate {
  // Resource name.
  std::string addressee;
  std::string display_name;
  double score = 0;
  std::vector<std::string> reasons;
};

struct Resolution {
  // Meant together; empty when a person has to choose.
  std::vector<Candidate> matches;
  // Best first, at most kMaxAlternatives.
  std::vector<Candidate> alternatives;
};

// A match needs this score and this distance to the next candidate: rather none than a wrong one.
inline constexpr double kConfident = 0.9;
inline constexpr double kMargin = 0.07;
// Below it a candidate is not worth showing.
inline constexpr double kWorthShowing = 0.35;
inline constexpr size_t kMaxAlternatives = 10;

// Who is meant by a phrase in a document about the territory `context` (id, may be empty), in a
// directory made ready by Prepare. With
// several numbers printed («№№ 27, 67») each must have its one clear answer, or none is given.
Resolution Resolve(std::string_view phrase, const std::string& context, const Directory& directory,
                   const Places& places);

}  // namespace rezon::registry
