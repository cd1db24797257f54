#pragma once

#include <vector>

#include "absl/status/status.h"
#include "services/reporting/domain/facts.h"

namespace rezon::db {
class Transaction;
}

// Writes facts into the projections, many at a time, inside the consumer's transaction. Facts may
// come in any order, twice, and several revisions of one subject together: only a higher revision
// than the stored one changes anything. One flush of the transaction for each call.
namespace rezon::reporting::store {

// Also moves the summary counts by new less old. Runs one at a time in a database (advisory lock),
// because a delta is only right against the row that it replaces.
absl::Status ApplyAssignments(db::Transaction& transaction, std::vector<AssignmentFact> facts);
absl::Status ApplyResolutions(db::Transaction& transaction, std::vector<ResolutionFact> facts);
absl::Status ApplyPoints(db::Transaction& transaction, std::vector<PointFact> facts);
absl::Status ApplyTerritories(db::Transaction& transaction, std::vector<NameFact> facts);
absl::Status ApplyOrganisations(db::Transaction& transaction, std::vector<NameFact> facts);

}  // namespace rezon::reporting::store
