#ifndef REZON_SERVICES_ASSIGNMENTS_DOMAIN_DUE_H_
#define REZON_SERVICES_ASSIGNMENTS_DOMAIN_DUE_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "rezon/common/v1/common.pb.h"
#include "services/platform/terms/regime.h"

namespace rezon::assignments {

// `YYYY-MM-DD`; nullopt for anything else, also for days that do not exist.
std::optional<absl::CivilDay> ParseDay(std::string_view text);
std::string DayText(absl::CivilDay day);

// When a point is due, and by which rules.
struct DueDay {
  // Absent for standing tasks, and for a point without a term in a resolution without a date.
  std::optional<absl::CivilDay> day;
  // Rules that counted, joined by "+" (terms::Outcome::rules); empty where the printed day stands.
  std::string rules;
  std::string calendar_version;
  bool provisional = false;
};

// The day by which a point is due (domain.md 5.3): the last day of what was printed; for a point
// without a term the regime's length from adoption; either moved by the regime's rule for days off.
// `adopted` is nullopt when the resolution has no date.
DueDay DueOf(const common::v1::Deadline& deadline, std::optional<absl::CivilDay> adopted,
             const terms::Regime& regime);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_DOMAIN_DUE_H_
