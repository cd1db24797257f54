#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "services/registry/matching/asked.h"
#include "services/registry/matching/directory.h"
#include "services/registry/matching/places.h"

namespace rezon::registry {

struct Candidate {
  // Resource name.
  std::string addressee;
  std::string display_name;
  double score = 0;
  // Russian sentences.
  std::vector<std::string> reasons;
};

struct Resolution {
  // Meant together; empty when a person has to choose.
  std::vector<Candidate> matches;
  // Best first, at most kMaxAlternatives.
  std::vector<Candidate> alternatives;
  // Why there is no match, in Russian sentences; empty when there is one.
  std::vector<std::string> reasons;
  // The one territory that the phrase names and that may bound a group (Bounding), or empty.
  std::string territory;
};

// A match needs this score and this distance to the next candidate: rather none than a wrong one.
inline constexpr double kConfident = 0.9;
inline constexpr double kMargin = 0.07;
inline constexpr size_t kMaxAlternatives = 10;

// Who is meant by a phrase of a document about `where`, in a directory made ready by Prepare. With
// several bodies enumerated («№№ 27, 67», «школам и детским садам») each must have its one clear
// answer, or none is given. Pure.
Resolution Resolve(std::string_view phrase, const Where& where, const Directory& directory,
                   const Places& places);

}  // namespace rezon::registry
