#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "services/platform/db/context.h"
#include "services/reporting/domain/summary.h"

namespace rezon::db {
class Pool;
}

// Reads of the maintained counts; one statement each, so that its figures fit together.
namespace rezon::reporting::store {

// NOT_FOUND (no details) when the region has no such resolution.
absl::StatusOr<ResolutionReport> ReadResolution(db::Pool& pool, const db::Context& context,
                                                const Selection& selection, absl::CivilDay today);

// A page of rows in the dimension's order: resolutions newest first, points in document order,
// territories and executors by name, the nameless row last. Rows of territories and executors are
// only those with assignments.
absl::StatusOr<Rows> ReadRows(db::Pool& pool, const db::Context& context, const RowsQuery& query);

// Open assignments due before today, the longest late first.
absl::StatusOr<OverduePage> ReadOverdue(db::Pool& pool, const db::Context& context,
                                        const OverdueQuery& query);

// Names for an export's heading; empty when unknown.
struct SelectionNames {
  std::string resolution;
  std::string territory;
};
absl::StatusOr<SelectionNames> ReadNames(db::Pool& pool, const db::Context& context,
                                         const Selection& selection);

}  // namespace rezon::reporting::store
