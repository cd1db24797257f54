#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/db/context.h"

namespace rezon::db {
class Pool;
}

namespace rezon::reporting::store {

// How far a feed is applied, whichever replica did it.
struct Progress {
  int64_t cursor = 0;
  int64_t dead_letters = 0;
};

// By source; a feed that was never followed is absent.
absl::StatusOr<std::map<std::string, Progress>> ReadProgress(db::Pool& pool,
                                                             const db::Context& context);

// Empties all projections and dead letters and sets the cursors to 0 in one transaction, so that
// the feeds are replayed. Consumers at work, of other replicas too, notice and start over.
absl::Status DropProjections(db::Pool& pool, const db::Context& context);

}  // namespace rezon::reporting::store
