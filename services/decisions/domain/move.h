#ifndef REZON_SERVICES_DECISIONS_DOMAIN_MOVE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_MOVE_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"

namespace rezon::decisions {

// Where a point goes.
struct Place {
  // The point that moves, with all below it.
  std::string name;
  // Its version, or empty.
  std::string etag;
  // The point above from now on; empty: the top.
  std::string parent;
  // The point below that parent behind which it stands; empty: first.
  std::string after;
};

// Moves a point and gives its new place in aggregate.points. FAILED_PRECONDITION once adopted;
// NOT_FOUND; ABORTED; INVALID_ARGUMENT on `parent` (of another resolution, or the point itself or
// one below it) and on `after` (not below that parent).
absl::StatusOr<std::size_t> MovePoint(Aggregate& aggregate, const Place& to, const Editor& editor);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_MOVE_H_
