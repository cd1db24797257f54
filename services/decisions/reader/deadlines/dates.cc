#include "services/decisions/reader/deadlines/dates.h"

#include <algorithm>

#include "services/decisions/reader/deadlines/beginnings.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxMonths = 64;  // tokens of months named one by one

int NumberAt(const TokenText& t, size_t i, size_t max_digits) {
  if (!t.Is(i, TokenKind::kNumber) || t[i].size() > max_digits) return -1;
  int value = 0;
  for (const char c : t[i]) value = value * 10 + (c - '0');
  return value;
}

bool Glued(const TokenText& t, size_t i) { return i < t.size() && !t.tokens[i].space_before; }

// A year with its «г.», «года»; `*next` gets the token behind it.
int YearAt(const TokenText& t, size_t i, size_t* next) {
  if (!t.Is(i, TokenKind::kNumber) || t[i].size() != 4) return 0;
  const int year = NumberAt(t, i, 4);
  if (year < 1900 || year >= 2200) return 0;
  *next = i + 1;
  if (t[i + 1] == "г" || t[i + 1] == "гг") {
    *next = i + 2;
    if (t[i + 2] == ".") *next = i + 3;
  } else if (IsAnyOf(t[i + 1], {"год", "года", "году", "годом", "годы", "годов", "годах"})) {
    *next = i + 2;
  }
  return year;
}

// «1», «1-го», «« 1 »» as a day's number; `*next` behind it.
int DayNumberAt(const TokenText& t, size_t i, size_t* next) {
  const bool quoted = t.Is(i, TokenKind::kOpenQuote);
  if (quoted) ++i;
  const int day = NumberAt(t, i, 2);
  if (day < 1 || day > 31) return -1;
  *next = i + 1;
  if (quoted) {
    if (!t.Is(i + 1, TokenKind::kCloseQuote)) return -1;
    *next = i + 2;
  } else if (t.Is(i + 1, TokenKind::kDash) && Glued(t, i + 1) &&
             IsAnyOf(t[i + 2], {"го", "ое", "е", "му", "ого"})) {
    *next = i + 3;
  }
  return day;
}

// 24.08.2019, 24.08.19 or 2019-08-24.
std::optional<Interval> NumericDay(const TokenText& t, size_t i) {
  Day day;
  size_t next = i + 5;
  if (t[i].size() == 4 && t.Is(i + 1, TokenKind::kDash) && t.Is(i + 3, TokenKind::kDash)) {
    day = {NumberAt(t, i, 4), NumberAt(t, i + 2, 2), NumberAt(t, i + 4, 2)};
  } else if (t[i + 1] == "." && t[i + 3] == ".") {
    day = {NumberAt(t, i + 4, 4), NumberAt(t, i + 2, 2), NumberAt(t, i, 2)};
    if (t[i + 4].size() == 2 && day.year >= 0) day.year += 2000;
    if (t[i + 2].size() != 2) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (day.year < 1900 || !IsValid(day)) return std::nullopt;
  for (size_t k = i + 1; k < i + 5; ++k) {
    if (!Glued(t, k) && k != i + 4 && k != i + 2) return std::nullopt;
  }
  size_t after;
  if (YearAt(t, i + 4, &after) > 0) next = after;
  if (t[next] == "г" || IsAnyOf(t[next], {"года", "год"})) {
    ++next;
    if (t[next] == "." && t[next - 1] == "г") ++next;
  }
  return Interval{day, day, Shape::kDay, i, next};
}

// «1 ноября [2022 года]», «1-3 ноября», «17 – 18 января», «25 и 26 августа».
std::optional<Interval> NamedDay(const TokenText& t, size_t i) {
  size_t next;
  const int first = DayNumberAt(t, i, &next);
  if (first < 0) return std::nullopt;
  int second = first;
  Shape shape = Shape::kDay;
  if ((t.Is(next, TokenKind::kDash) || t[next] == "и" || t[next] == ",") && MonthOf(t[next]) == 0) {
    size_t after;
    const int value = DayNumberAt(t, next + 1, &after);
    if (value > first && MonthOf(t[after]) > 0) {
      second = value;
      next = after;
      shape = Shape::kDays;
    }
  }
  const int month = t.IsWord(next) ? MonthOf(t[next]) : 0;
  if (month == 0) return std::nullopt;
  ++next;
  size_t after = next;
  const int year = YearAt(t, next, &after);
  Interval found{{year, month, first}, {year, month, second}, shape, i, after};
  if (!IsValid(found.start) || !IsValid(found.end)) return std::nullopt;
  return found;
}

Interval WholeMonths(int year, int from, int to, Shape shape, size_t first, size_t last) {
  return {{year, from, 1}, {year, to, DaysInMonth(year, to)}, shape, first, last};
}

// «июнь-декабрь 2023 года», «сентябрь, октябрь 2024», «мае 2023 г.».
std::optional<Interval> MonthsAt(const TokenText& t, size_t i) {
  const int from = t.IsWord(i) ? MonthOf(t[i]) : 0;
  size_t next = i + 1;
  if (from == 0) {  // «июнь-декабрь» is one word
    const size_t hyphen = t.IsWord(i) ? t[i].find('-') : std::string_view::npos;
    if (hyphen == std::string_view::npos) return std::nullopt;
    const int a = MonthOf(t[i].substr(0, hyphen));
    const int b = MonthOf(t[i].substr(hyphen + 1));
    if (a == 0 || b == 0) return std::nullopt;
    const int year = YearAt(t, next, &next);
    Interval found = WholeMonths(year, a, b, Shape::kMonths, i, next);
    if (b < a && year > 0) found.start.year = year - 1;
    return found;
  }
  int start_year = YearAt(t, next, &next);
  int to = from;
  Shape shape = Shape::kMonth;
  while (next < i + kMaxMonths &&
         (t.Is(next, TokenKind::kDash) || t[next] == "и" || t[next] == ",")) {
    const int month = t.IsWord(next + 1) ? MonthOf(t[next + 1]) : 0;
    if (month == 0) break;
    to = month;
    next += 2;
    shape = Shape::kMonths;
  }
  int year = shape == Shape::kMonths ? YearAt(t, next, &next) : start_year;
  if (year == 0) year = start_year;
  if (start_year == 0) start_year = to < from && year > 0 ? year - 1 : year;
  Interval found = WholeMonths(year, from, to, shape, i, next);
  found.start.year = start_year;
  return found;
}

// 1..4 for «III», «3», «3-й», «третий».
int OrdinalAt(const TokenText& t, size_t i, size_t* next) {
  *next = i + 1;
  const std::string_view word = t[i];
  if (t.IsWord(i)) {
    static constexpr std::string_view kRoman[] = {"i", "ii", "iii", "iv"};
    for (int k = 0; k < 4; ++k) {
      if (word == kRoman[k]) return k + 1;
    }
    if (StartsWithAny(word, {"перво", "первы", "перва"})) return 1;
    if (StartsWithAny(word, {"второ", "вторы", "втора"})) return 2;
    if (word.starts_with("трет")) return 3;
    if (word.starts_with("четверт")) return 4;
    return 0;
  }
  const int value = NumberAt(t, i, 1);
  if (value < 1 || value > 4) return 0;
  if (t.Is(i + 1, TokenKind::kDash) && Glued(t, i + 1) && t.IsWord(i + 2) && t[i + 2].size() <= 6) {
    *next = i + 3;
  }
  return value;
}

// «III квартал 2002 г.», «I-II кварталы», «второе полугодие 2024 года».
std::optional<Interval> QuarterAt(const TokenText& t, size_t i) {
  size_t next;
  int from = OrdinalAt(t, i, &next);
  if (from == 0) {
    const size_t hyphen = t[i].find('-');
    const auto roman = [](std::string_view w) {
      return w == "i" ? 1 : w == "ii" ? 2 : w == "iii" ? 3 : w == "iv" ? 4 : 0;
    };
    if (hyphen == std::string_view::npos || !t.IsWord(i + 1)) return std::nullopt;
    from = roman(t[i].substr(0, hyphen));
    const int to = roman(t[i].substr(hyphen + 1));
    if (from == 0 || to < from || !t[i + 1].starts_with("квартал")) return std::nullopt;
    next = i + 2;
    const int year = YearAt(t, next, &next);
    return WholeMonths(year, from * 3 - 2, to * 3, Shape::kQuarter, i, next);
  }
  int to = from;
  if ((t.Is(next, TokenKind::kDash) || t[next] == "и" || t[next] == ",")) {
    size_t after;
    const int value = OrdinalAt(t, next + 1, &after);
    if (value > from) {
      to = value;
      next = after;
    }
  }
  const std::string_view unit = t[next];
  if (unit.starts_with("квартал")) {
    ++next;
    const int year = YearAt(t, next, &next);
    return WholeMonths(year, from * 3 - 2, to * 3, Shape::kQuarter, i, next);
  }
  if (unit.starts_with("полугоди") && to <= 2) {
    ++next;
    const int year = YearAt(t, next, &next);
    return WholeMonths(year, from * 6 - 5, to * 6, Shape::kHalf, i, next);
  }
  return std::nullopt;
}

// «2022-2023 учебный год», «2022/23 уч. год», «2018-2020 годы», «2024 год».
std::optional<Interval> YearsAt(const TokenText& t, size_t i) {
  size_t next;
  const int year = YearAt(t, i, &next);
  if (year == 0) return std::nullopt;
  int last = 0;
  if (t.Is(i + 1, TokenKind::kDash) || t[i + 1] == "/") {
    const int value = NumberAt(t, i + 2, 4);
    if (t[i + 2].size() == 4) last = value;
    if (t[i + 2].size() == 2) last = year / 100 * 100 + value;
    if (last < year || last > year + 60) last = 0;
    if (last > 0) next = i + 3;
  }
  if (last == 0) last = year;
  size_t behind = next;
  if (t[behind] == "г" && t[behind + 1] == ".") behind += 2;
  if (IsAnyOf(t[behind], {"учебный", "учебного", "учебном", "учебному", "учебным", "уч"})) {
    ++behind;
    if (t[behind] == ".") ++behind;
    if (IsAnyOf(t[behind], {"год", "года", "году", "годом", "г"})) {
      ++behind;
      if (t[behind - 1] == "г" && t[behind] == ".") ++behind;
      if (last == year + 1) {
        return Interval{{year, 9, 1}, {last, 8, 31}, Shape::kSchoolYear, i, behind};
      }
    }
  }
  if (last > year) {
    if (IsAnyOf(t[next], {"годы", "годов", "годах", "год", "года", "гг"})) ++next;
    if (t[next - 1] == "гг" && t[next] == ".") ++next;
    return Interval{{year, 1, 1}, {last, 12, 31}, Shape::kYears, i, next};
  }
  if (next == i + 1) return std::nullopt;  // a bare number
  return Interval{{year, 1, 1}, {year, 12, 31}, Shape::kYear, i, next};
}

std::optional<Interval> SeasonAt(const TokenText& t, size_t i) {
  const std::string_view word = t[i];
  int from = 0;
  if (IsAnyOf(word, {"осень", "осенью", "осени"})) from = 9;
  if (IsAnyOf(word, {"весна", "весной", "весны"})) from = 3;
  if (IsAnyOf(word, {"лето", "летом"})) from = 6;
  if (from == 0) return std::nullopt;
  size_t next = i + 1;
  const int year = YearAt(t, next, &next);
  return WholeMonths(year, from, from + 2, Shape::kSeason, i, next);
}

// The number and what stands behind it may make a calendar phrase: a year, «1 мая», «1.05.2024»,
// «1–3 мая», «3 квартал».
bool MayGoOnBehindNumber(const TokenText& t, size_t i) {
  const size_t digits = t[i].size();
  if (digits > 2) return digits == 4;
  if (!t.IsWord(i + 1)) return i + 1 < t.size() && !t.Is(i + 1, TokenKind::kNumber);
  static constexpr std::string_view kUnits[] = {"квартал", "полугоди"};
  static constexpr std::string_view kAnd[] = {"и"};
  static constexpr Gate kGate =
      Gate::OfStems(kMonthStems) | Gate::OfStems(kUnits) | Gate::OfWords(kAnd);
  return t.Passes(i + 1, kGate);
}

// A second day behind a dash: «29 августа – 2 сентября 2023», «01.09.2023 – 15.09.2023».
Interval WithSecondDay(const TokenText& t, Interval found) {
  if (found.shape != Shape::kDay || !t.Is(found.last, TokenKind::kDash)) return found;
  std::optional<Interval> second = NumericDay(t, found.last + 1);
  if (!second) second = NamedDay(t, found.last + 1);
  if (!second || second->shape != Shape::kDay) return found;
  return Join(found, *second).value_or(found);
}

}  // namespace

std::optional<Interval> Join(const Interval& from, const Interval& to) {
  Interval joined = from;
  joined.end = to.end;
  joined.last = to.last;
  joined.shape = Shape::kDays;
  if (from.shape == Shape::kMonth || from.shape == Shape::kMonths) joined.shape = Shape::kMonths;
  if (joined.start.year == 0 && joined.end.year > 0) {
    joined.start.year = joined.end.year;
    if (joined.start.month > joined.end.month) --joined.start.year;
  }
  if (joined.end.year == 0 && joined.start.year > 0) {
    joined.end.year = joined.start.year;
    if (joined.start.month > joined.end.month) ++joined.end.year;
  }
  if (!IsValid(joined.start) || !IsValid(joined.end)) return std::nullopt;
  if (joined.end.year > 0 && Iso(joined.start) > Iso(joined.end)) return std::nullopt;
  return joined;
}

bool MayStartInterval(const TokenText& tokens, size_t first) {
  return tokens.Is(first, TokenKind::kNumber) ? MayGoOnBehindNumber(tokens, first)
                                              : tokens.Passes(first, kIntervalBeginnings);
}

std::optional<Interval> ParseInterval(const TokenText& tokens, size_t first) {
  if (first >= tokens.size()) return std::nullopt;
  if (tokens.Is(first, TokenKind::kNumber) || tokens.Is(first, TokenKind::kOpenQuote)) {
    if (tokens.Is(first, TokenKind::kNumber) && !MayStartInterval(tokens, first)) return {};
    if (auto day = NumericDay(tokens, first)) return WithSecondDay(tokens, *day);
    if (auto day = NamedDay(tokens, first)) return WithSecondDay(tokens, *day);
    if (auto years = YearsAt(tokens, first)) return years;
    return QuarterAt(tokens, first);
  }
  if (!MayStartInterval(tokens, first)) return std::nullopt;
  if (auto months = MonthsAt(tokens, first)) return months;
  if (auto quarter = QuarterAt(tokens, first)) return quarter;
  return SeasonAt(tokens, first);
}

}  // namespace rezon::reader
