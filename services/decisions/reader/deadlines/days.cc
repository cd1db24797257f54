#include <chrono>

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
  std::string text = "0000-00-00";
  const auto put = [&text](size_t at, size_t digits, int value) {
    for (size_t i = at + digits; i > at; value /= 10)
      text[--i] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, day.year);
  put(5, 2, day.month);
  put(8, 2, day.day);
  return text;
}

std::optional<Day> ParseIso(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {};
  int part = 0;
  for (const char c : text) {
    if (c == '-') {
      if (++part > 2) return std::nullopt;
    } else if (c >= '0' && c <= '9') {
      parts[part] = parts[part] * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  const Day day{parts[0], parts[1], parts[2]};
  if (day.year == 0 || !IsValid(day)) return std::nullopt;
  return day;
}

Day AddDays(const Day& day, int count) { return FromSys(ToSys(day) + std::chrono::days(count)); }

}  // namespace rezon::reader
