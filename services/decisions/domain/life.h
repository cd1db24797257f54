#ifndef REZON_SERVICES_DECISIONS_DOMAIN_LIFE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_LIFE_H_

#include <string_view>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "services/decisions/domain/aggregate.h"

namespace rezon::decisions {

// The named operations that move a resolution through its life (design.md, "The parts").
enum class Move { kSubmit, kAdopt, kSupersede, kRevoke };

// draft -> in_review -> adopted -> superseded or revoked; a draft may be adopted at once.
// FAILED_PRECONDITION, reason STATE_FORBIDS, when `move` is not in the table for the present state.
absl::Status Apply(Move move, pb::Resolution& resolution);

// FAILED_PRECONDITION, reason RESOLUTION_FROZEN, once the resolution is adopted: facts and points
// may be corrected only before that.
absl::Status CheckOpen(const pb::Resolution& resolution);

// Freezes the resolution: state, revision, day of adoption and content hash. `day` empty takes the
// event's last day, else `today`. FAILED_PRECONDITION when it has no points (reason NO_POINTS);
// INVALID_ARGUMENT when `day` is not a date.
absl::Status Adopt(Aggregate& aggregate, std::string_view day, absl::CivilDay today);

// Takes an adopted resolution back. INVALID_ARGUMENT without a reason.
absl::Status Revoke(Aggregate& aggregate, std::string_view reason);

// `draft`, `in_review` …: how a state is stored; and back (UNSPECIFIED for an unknown word).
std::string_view StateWord(pb::Resolution::State state);
pb::Resolution::State StateOf(std::string_view word);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_LIFE_H_
