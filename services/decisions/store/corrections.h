#ifndef REZON_SERVICES_DECISIONS_STORE_CORRECTIONS_H_
#define REZON_SERVICES_DECISIONS_STORE_CORRECTIONS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "services/decisions/domain/aggregate.h"
#include "services/platform/db/result.h"
#include "services/platform/db/transaction.h"

// The history of corrections (table correction).
namespace rezon::decisions::store {

#define REZON_CORRECTION_COLUMNS \
  "c.id, c.resolution_id, c.action, c.corrector, c.create_time, c.detail"

pb::Correction ReadCorrection(const db::Result& rows, int row);

// What has no column of its own, in proto3 JSON.
std::string CorrectionDetail(pb::Correction correction);

// Writes new entries of one resolution with the transaction's commit.
void AddCorrections(db::Transaction& transaction, const std::string& region,
                    const std::string& resolution_id, absl::Span<const pb::Correction> corrections);

// The points that persons removed from the resolution, as they were last.
absl::StatusOr<std::vector<pb::Point>> RemovedPoints(db::Transaction& transaction,
                                                     const std::string& region,
                                                     const std::string& resolution_id);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_CORRECTIONS_H_
