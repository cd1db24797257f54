#include <chrono>
#include <cstdio>

#include "services/decisions/reader/deadlines/dates.h"

namespace rezon::reader {
namespace {

std::chrono::sys_days ToSys(const Day& day) {
  return std::chrono::year(day.year) / day.month / day.day;
}

Day FromSys(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

int DaysInMonth(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year == 0 || (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool IsValid(const Day& day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= DaysInMonth(day.year, day.month) &&
         (day.year == 0 || (day.year >= 1900 && day.year < 2200));
}

std::string Iso(const Day& day) {
  if (day.year == 0) return "";
  char buffer[16];
  std::snprintf(buffer, sizeof(buffer), "%04d-%02d-%02d", day.year % 10000, day.month % 100,
                day.day % 100);
  return buffer;
}

std::optional<Day> ParseIso(const std::string& text) {
  Day day;
  char rest = 0;
  if (text.size() != 10 ||
      std::sscanf(text.c_str(), "%4d-%2d-%2d%c", &day.year, &day.month, &day.day, &rest) != 3 ||
      day.year == 0 || !IsValid(day)) {
    return std::nullopt;
  }
  return day;
}

Day AddDays(const Day& day, int count) { return FromSys(ToSys(day) + std::chrono::days(count)); }

}  // namespace rezon::reader
