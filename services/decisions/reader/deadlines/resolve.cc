#include "services/decisions/reader/deadlines/resolve.h"

#include "services/decisions/reader/deadlines/dates.h"

namespace rezon::reader {
namespace {

Day AddWorkingDays(Day day, int count) {
  while (count > 0) {
    day = AddDays(day, 1);
    if (Weekday(day) <= 5) --count;
  }
  return day;
}

Day Count(const Day& base, int amount, bool working) {
  return working ? AddWorkingDays(base, amount) : AddDays(base, amount);
}

}  // namespace

void ResolveDeadline(const DeadlineMatch& match, const std::string& base_date, Item* item,
                     const TermRules& rules) {
  const auto base = ParseIso(base_date);
  if (!base) return;
  std::optional<Day> end;
  if (match.kind == DeadlineKind::kRelative) {
    constexpr int kMostDays = 4000;
    if (match.rule == "relative.very_urgent") {
      end = Count(*base, rules.very_urgent_days, rules.very_urgent_working);
    } else if (match.rule == "relative.urgent") {
      end = Count(*base, rules.urgent_days, rules.urgent_working);
    } else if (match.rule == "relative.prompt") {
      end = Count(*base, rules.prompt_days, rules.prompt_working);
    } else if (match.amount <= kMostDays && (match.unit == 'd' || match.unit == 'w')) {
      end = Count(*base, match.amount, match.unit == 'w');
    } else if (match.amount <= 600 && match.unit == 'm') {
      end = AddMonths(*base, match.amount);
    } else if (match.amount <= 50 && match.unit == 'y') {
      end = AddMonths(*base, match.amount * 12);
    }
    if (!end) return;
    item->warnings.push_back("Срок отсчитан от " + base_date + ": проверьте дату.");
  } else if (match.kind == DeadlineKind::kUndated && match.month > 0) {
    Day day{base->year, match.month, match.day};
    if (Iso(day) < base_date) ++day.year;
    if (!IsValid(day)) day.day = DaysInMonth(day.year, day.month);
    end = day;
    item->warnings.push_back("В сроке не напечатан год: предложен " + std::to_string(day.year) +
                             ".");
  }
  if (end) item->deadline.end = Iso(*end);
}

}  // namespace rezon::reader
