#ifndef REZON_SERVICES_DECISIONS_STORE_RELATION_MATCH_H_
#define REZON_SERVICES_DECISIONS_STORE_RELATION_MATCH_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "services/platform/db/transaction.h"

namespace rezon::decisions::store {

// Finds the targets of all proposed relations of a resolution among the region's resolutions and
// points: by the act's number and day (table citation), its title and issuer (stems and trigrams of
// the resolution's title), then the point by its label; «продолжить …» without an act by the points
// that say the same. A relation that a person decided on elsewhere, and that an exported file
// brought, gets the target that the file names, once it is here. Answers how many relations got
// another target.
//
// Score of a resolution: 0.5 for the number, 0.45 for the day, up to 0.5 for the words, 0.25 for
// the year among the issuer's words; a number, day or year that contradicts takes 0.4 away. Below
// 0.3 nothing is proposed.
absl::StatusOr<std::int64_t> MatchTargets(db::Transaction& transaction, const std::string& region,
                                          const std::string& resolution);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_RELATION_MATCH_H_
