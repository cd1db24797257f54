#include "services/platform/terms/words.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace rezon::terms {
namespace {

const char* PluralOf(int amount, const char* one, const char* few, const char* many) {
  const int tens = amount % 100, units = amount % 10;
  if (tens >= 11 && tens <= 14) return many;
  return units == 1 ? one : units >= 2 && units <= 4 ? few : many;
}

}  // namespace

std::string Russian(absl::CivilDay day) {
  return absl::StrFormat("%02d.%02d.%04d", day.day(), day.month(), day.year());
}

std::string RussianWithWeekday(absl::CivilDay day) {
  static constexpr const char* kNames[] = {"понедельник", "вторник", "среда",      "четверг",
                                           "пятница",     "суббота", "воскресенье"};
  return absl::StrCat(Russian(day), ", ", kNames[static_cast<int>(absl::GetWeekday(day))]);
}

std::string EnglishWithWeekday(absl::CivilDay day) {
  static constexpr const char* kNames[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
  return absl::StrCat(absl::FormatCivilTime(day), ", ",
                      kNames[static_cast<int>(absl::GetWeekday(day))]);
}

std::string RussianLength(int amount, Unit unit) {
  switch (unit) {
    case Unit::kCalendarDays:
      return absl::StrCat(
          amount, PluralOf(amount, " календарный день", " календарных дня", " календарных дней"));
    case Unit::kWorkingDays:
      return absl::StrCat(amount,
                          PluralOf(amount, " рабочий день", " рабочих дня", " рабочих дней"));
    case Unit::kMonths:
      return absl::StrCat(amount, PluralOf(amount, " месяц", " месяца", " месяцев"));
    case Unit::kYears:
      break;
  }
  return absl::StrCat(amount, PluralOf(amount, " год", " года", " лет"));
}

std::string EnglishLength(int amount, Unit unit) {
  static constexpr const char* kNames[] = {" calendar day", " working day", " month", " year"};
  return absl::StrCat(amount, kNames[static_cast<int>(unit)], amount == 1 ? "" : "s");
}

}  // namespace rezon::terms
