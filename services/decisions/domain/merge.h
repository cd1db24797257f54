#ifndef REZON_SERVICES_DECISIONS_DOMAIN_MERGE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_MERGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"

namespace rezon::decisions {

// Puts the named points together (contract: MergePoints) and gives the place of the one that stays.
// An empty separator is "; ". FAILED_PRECONDITION once adopted; INVALID_ARGUMENT on `names`,
// `names[i]` or `separator`.
absl::StatusOr<std::size_t> MergePoints(Aggregate& aggregate, const std::vector<std::string>& names,
                                        const std::string& separator, const Editor& editor);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_MERGE_H_
