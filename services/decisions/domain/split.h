#ifndef REZON_SERVICES_DECISIONS_DOMAIN_SPLIT_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_SPLIT_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"

namespace rezon::decisions {

// How a point is cut.
struct Cuts {
  std::string name;
  // Its version, or empty.
  std::string etag;
  // Bytes of its text where the parts after the first begin.
  std::vector<std::int64_t> offsets;
  // The reader's proposal in place of offsets.
  bool as_proposed = false;
  // Canonical text of the document; empty without one.
  std::string_view source;
  // Makes the name of a further part.
  std::function<std::string()> new_name;
};

// The parts of a cut point: places in aggregate.points, one behind the other.
struct Parts {
  std::size_t first = 0;
  std::size_t count = 0;
};

// Cuts a point (contract: SplitPoint). FAILED_PRECONDITION once adopted, or, reason NO_PROPOSAL,
// when the reader proposed nothing; NOT_FOUND; ABORTED; INVALID_ARGUMENT on `offsets` or
// `offsets[i]`.
absl::StatusOr<Parts> SplitPoint(Aggregate& aggregate, const Cuts& cuts, const Editor& editor);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_SPLIT_H_
