#include "services/assignments/domain/due.h"

#include <algorithm>

#include "absl/strings/str_format.h"

namespace rezon::assignments {
namespace {

absl::CivilDay MonthLater(absl::CivilDay day) {
  absl::CivilMonth next = absl::CivilMonth(day) + 1;
  absl::CivilDay last = absl::CivilDay(next + 1) - 1;
  return std::min(absl::CivilDay(next) + (day.day() - 1), last);
}

absl::CivilDay WeekdayOnOrBefore(absl::CivilDay day) {
  switch (absl::GetWeekday(day)) {
    case absl::Weekday::saturday:
      return day - 1;
    case absl::Weekday::sunday:
      return day - 2;
    default:
      return day;
  }
}

}  // namespace

std::optional<absl::CivilDay> ParseDay(std::string_view text) {
  absl::CivilDay day;
  if (text.size() != 10 || !absl::ParseCivilTime({text.data(), text.size()}, &day) ||
      DayText(day) != text || day.year() < 1) {
    return std::nullopt;
  }
  return day;
}

std::string DayText(absl::CivilDay day) {
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

std::optional<absl::CivilDay> DueDay(const common::v1::Deadline& deadline,
                                     std::optional<absl::CivilDay> adopted) {
  switch (deadline.kind()) {
    case common::v1::Deadline::KIND_DATE:
    case common::v1::Deadline::KIND_RANGE:
      return ParseDay(deadline.end_date());
    case common::v1::Deadline::KIND_STANDING:
      return std::nullopt;
    default:
      if (!adopted) return std::nullopt;
      return WeekdayOnOrBefore(MonthLater(*adopted));
  }
}

}  // namespace rezon::assignments
