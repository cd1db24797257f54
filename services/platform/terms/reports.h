// When a lasting duty is reported on next. Used by this library only.
#ifndef REZON_SERVICES_PLATFORM_TERMS_REPORTS_H_
#define REZON_SERVICES_PLATFORM_TERMS_REPORTS_H_

#include "absl/time/civil_time.h"
#include "services/platform/terms/count.h"

namespace rezon::terms {

// The jurisdiction's rule for reports of that period; null when it has none.
const ReportRule* ReportRuleOf(Period period, const Jurisdiction& rules);

// The next report behind `base`. A printed day is the first such day from `base` on; a
// jurisdiction's day is that of the month behind the period in which `base` lies.
absl::CivilDay NextReport(const ReportRule& rule, bool printed, Period period, absl::CivilDay base);

}  // namespace rezon::terms

#endif  // REZON_SERVICES_PLATFORM_TERMS_REPORTS_H_
