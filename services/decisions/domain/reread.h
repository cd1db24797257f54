#ifndef REZON_SERVICES_DECISIONS_DOMAIN_REREAD_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_REREAD_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"

namespace rezon::decisions {

// A new reading of a resolution's document.
struct Reading {
  // The draft made of it, its points with names that are new in the resolution.
  Aggregate fresh;
  // Canonical text of the new reading, and of the one before.
  std::string text;
  std::string text_before;
  // Points that persons removed from the resolution, as they were last.
  std::vector<pb::Point> removed;
};

// Takes the new reading into the draft and tells the differences (contract: ReReadResolution; the
// answer is without the resolution). Nothing that a person set is changed: corrected fields stay,
// points that a person made stay, what a person removed, split or merged does not come back.
// FAILED_PRECONDITION once adopted.
absl::StatusOr<pb::ReReadResolutionResponse> TakeReading(Aggregate& aggregate,
                                                         const Reading& reading,
                                                         const Editor& editor);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_REREAD_H_
