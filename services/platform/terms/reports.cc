#include "services/platform/terms/reports.h"

namespace rezon::terms {
namespace {

// The first day behind the period that has `base`.
absl::CivilDay Behind(Period period, absl::CivilDay base) {
  const absl::CivilMonth month(base);
  switch (period) {
    case Period::kMonth:
      return absl::CivilDay(month + 1);
    case Period::kQuarter:
      return absl::CivilDay(month + (3 - (month.month() - 1) % 3));
    case Period::kHalfYear:
      return absl::CivilDay(month + (6 - (month.month() - 1) % 6));
    default:
      return absl::CivilDay(absl::CivilYear(base) + 1);
  }
}

}  // namespace

const ReportRule* ReportRuleOf(Period period, const Jurisdiction& rules) {
  switch (period) {
    case Period::kMonth:
      return &rules.monthly;
    case Period::kQuarter:
      return &rules.quarterly;
    case Period::kYear:
    case Period::kNone:
      return &rules.standing;
    default:
      return nullptr;
  }
}

absl::CivilDay NextReport(const ReportRule& rule, bool printed, Period period,
                          absl::CivilDay base) {
  if (rule.month > 0) {
    const absl::CivilDay day(base.year(), rule.month, rule.day);
    return printed && day >= base ? day : absl::CivilDay(base.year() + 1, rule.month, rule.day);
  }
  const absl::CivilDay this_month = absl::CivilDay(absl::CivilMonth(base)) + (rule.day - 1);
  if (printed && period == Period::kMonth && this_month >= base) return this_month;
  return Behind(period, base) + (rule.day - 1);
}

}  // namespace rezon::terms
