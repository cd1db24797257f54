#ifndef REZON_SERVICES_ASSIGNMENTS_DOMAIN_DUE_H_
#define REZON_SERVICES_ASSIGNMENTS_DOMAIN_DUE_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "rezon/common/v1/common.pb.h"

namespace rezon::assignments {

// `YYYY-MM-DD`; nullopt for anything else, also for days that do not exist.
std::optional<absl::CivilDay> ParseDay(std::string_view text);
std::string DayText(absl::CivilDay day);

// The day by which a point is due (domain.md 5.3): the last day of what was printed; for a point
// without a term one month from adoption (same day of the next month, else its last day), and where
// that is a Saturday or Sunday the Friday before; nullopt for standing tasks. `adopted` is nullopt
// when the resolution has no date: then a point without a term is not due either.
std::optional<absl::CivilDay> DueDay(const common::v1::Deadline& deadline,
                                     std::optional<absl::CivilDay> adopted);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_DOMAIN_DUE_H_
