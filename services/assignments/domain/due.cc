#include "services/assignments/domain/due.h"

#include <utility>

#include "absl/strings/str_format.h"
#include "services/platform/terms/count.h"

namespace rezon::assignments {

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

DueDay DueOf(const common::v1::Deadline& deadline, std::optional<absl::CivilDay> adopted,
             const terms::Regime& regime) {
  terms::Term term;
  switch (deadline.kind()) {
    case common::v1::Deadline::KIND_DATE:
    case common::v1::Deadline::KIND_RANGE:
      term.kind = terms::Term::Kind::kRange;
      term.start = ParseDay(deadline.start_date());
      term.end = ParseDay(deadline.end_date());
      break;
    case common::v1::Deadline::KIND_STANDING:
      return {};
    default:
      break;
  }
  terms::Outcome outcome = terms::Count(term, adopted, regime);
  return {outcome.due, std::move(outcome.rules), std::move(outcome.calendar_version),
          outcome.provisional};
}

}  // namespace rezon::assignments
