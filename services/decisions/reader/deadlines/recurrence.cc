#include "services/decisions/reader/deadlines/recurrence.h"

#include <utility>

#include "services/decisions/reader/deadlines/terms.h"
#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

// The period that a unit of time names: «месяц», «квартала», «понедельник»; 0 for other words.
char PeriodNamed(std::string_view word) {
  static constexpr std::pair<std::string_view, char> kStems[] = {
      {"полугод", 'h'}, {"полгода", 'h'}, {"год", 'y'},         {"квартал", 'q'}, {"месяц", 'm'},
      {"недел", 'w'},   {"день", 'd'},    {"понедельник", 'w'}, {"вторник", 'w'}, {"сред", 'w'},
      {"четверг", 'w'}, {"пятниц", 'w'},  {"суббот", 'w'},      {"декад", 'd'}};
  for (const auto& [stem, period] : kStems) {
    if (word.starts_with(stem)) return period;
  }
  return 0;
}

// «ежемесячно» and its like; «ежегодный» too.
char PeriodOfAdverb(std::string_view word) {
  static constexpr std::pair<std::string_view, char> kStems[] = {{"ежегодн", 'y'},
                                                                 {"ежемесячн", 'm'},
                                                                 {"ежеквартальн", 'q'},
                                                                 {"еженедельн", 'w'},
                                                                 {"ежедневн", 'd'}};
  for (const auto& [stem, period] : kStems) {
    if (word.starts_with(stem)) return period;
  }
  return 0;
}

// True where token `i` says that the duty returns; `*period` is 0 when it does not say how often.
bool RecurrenceAt(const TokenText& t, size_t i, char* period) {
  *period = PeriodOfAdverb(t[i]);
  if (*period != 0) return true;
  if (IsAnyOf(t[i], {"каждый", "каждого", "каждую"})) {
    *period = PeriodNamed(t[i + 1]);
    return true;
  }
  if (!IsAnyOf(t[i], {"раз", "раза"}) || !IsAnyOf(t[i + 1], {"в", "за"})) return false;
  *period = PeriodNamed(t[i + 2]);
  if (*period == 'y' && i > 0 && IsAnyOf(t[i - 1], {"2", "два", "дважды"})) *period = 'h';
  return true;
}

// «до 10 числа», «не позднее 5-го числа»: the day, else 0.
int DayOfMonthAt(const TokenText& t, size_t i) {
  if (!IsAnyOf(t[i], {"до", "позднее", "позже"}) || !t.Is(i + 1, TokenKind::kNumber) ||
      t[i + 1].size() > 2) {
    return 0;
  }
  size_t next = i + 2;
  if (t.Is(next, TokenKind::kDash)) next += 2;
  if (!t[next].starts_with("числ")) return 0;
  int day = 0;
  for (const char c : t[i + 1]) day = day * 10 + (c - '0');
  return day >= 1 && day <= 31 ? day : 0;
}

}  // namespace

bool ReadRecurrence(const TokenText& t, DeadlineMatch* match) {
  bool found = false;
  for (size_t i = 0; i < t.size() && !found; ++i) found = RecurrenceAt(t, i, &match->period);
  if (!found) return false;
  for (size_t i = 0; i < t.size(); ++i) {
    if (const int day = DayOfMonthAt(t, i); day > 0) {
      match->day = day;
      return true;
    }
    const auto term = match->period == 'y' ? TermAt(t, i) : std::nullopt;
    if (term && !term->interval.has_year() && term->interval.end.month > 0) {
      match->month = term->interval.end.month;
      match->day = term->interval.end.day;
      return true;
    }
  }
  return true;
}

}  // namespace rezon::reader
