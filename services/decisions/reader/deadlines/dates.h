// Calendar phrases of Russian office language: days, spans of days, months, quarters, halves,
// school years and years, with or without the year.
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_DATES_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_DATES_H_

#include <cstddef>
#include <optional>
#include <string>

#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// A day of the proleptic Gregorian calendar. year 0: not printed.
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;

  bool operator==(const Day&) const = default;
};

// True for a day that exists (a day without a year is taken in a leap year).
bool IsValid(const Day& day);
int DaysInMonth(int year, int month);
// YYYY-MM-DD; empty without a year.
std::string Iso(const Day& day);
// The day `text` (YYYY-MM-DD) names; nullopt when it is none.
std::optional<Day> ParseIso(const std::string& text);
Day AddDays(const Day& day, int count);

enum class Shape {
  kDay,
  kDays,
  kMonth,
  kMonths,
  kQuarter,
  kHalf,
  kSchoolYear,
  kYear,
  kYears,
  kSeason
};

// A calendar phrase: [start, end], both days included, in tokens [first, last).
struct Interval {
  Day start;
  Day end;
  Shape shape = Shape::kDay;
  size_t first = 0;
  size_t last = 0;

  bool has_year() const { return end.year > 0; }
};

// False for a word or a number that no calendar phrase starts with. Cheaper than ParseInterval.
bool MayStartInterval(const TokenText& tokens, size_t first);

// The longest calendar phrase that starts at token `first`. A bare number is none.
std::optional<Interval> ParseInterval(const TokenText& tokens, size_t first);

// Both ends given apart («с 16 марта» «по 15 апреля 2020 года»); a missing year is the other's.
std::optional<Interval> Join(const Interval& from, const Interval& to);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_DATES_H_
