#include "services/platform/calendar/calendar.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace rezon::calendar {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kYears = 111;
constexpr int kMostWorkingDays = 10'000;
// No run of days off is that long; a search that goes on longer ends where it began.
constexpr int kLongestRun = 366;

bool IsWeekend(absl::CivilDay day) { return absl::GetWeekday(day) >= absl::Weekday::saturday; }

std::size_t IndexOf(absl::CivilDay day) {
  return static_cast<std::size_t>(absl::GetYearDay(day) - 1);
}

}  // namespace

// Article 112: a holiday on a weekend gives the next working day off, but for those of January.
Calendar::Year Calendar::Guess(int number) {
  static constexpr std::pair<int, int> kHolidays[] = {{2, 23}, {3, 8},  {5, 1},
                                                      {5, 9},  {6, 12}, {11, 4}};
  Year year;
  year.version = absl::StrCat("ru-", number, ".provisional");
  const absl::CivilDay first(number, 1, 1);
  for (absl::CivilDay day = first; day.year() == number; ++day) {
    year.working[IndexOf(day)] = !IsWeekend(day) && day >= first + 8;
  }
  for (const auto& [month, number_of_day] : kHolidays) {
    absl::CivilDay day(number, month, number_of_day);
    while (!year.working[IndexOf(day)]) ++day;
    year.working[IndexOf(day)] = false;
  }
  return year;
}

void Calendar::Apply(const YearData& data, Year* year) {
  if (data.region.empty()) {
    *year = Year();
    year->published = true;
    for (absl::CivilDay day(data.year, 1, 1); day.year() == data.year; ++day) {
      year->working[IndexOf(day)] = !IsWeekend(day);
    }
    year->version = data.version;
    year->acts = absl::StrJoin(data.acts, "; ");
  } else {
    absl::StrAppend(&year->version, "+", data.version);
    absl::StrAppend(&year->acts, year->acts.empty() ? "" : "; ", absl::StrJoin(data.acts, "; "));
  }
  for (absl::CivilDay day : data.off) year->working[IndexOf(day)] = false;
  for (absl::CivilDay day : data.worked) year->working[IndexOf(day)] = true;
  for (absl::CivilDay day : data.shortened) {
    year->working[IndexOf(day)] = true;
    year->shortened[IndexOf(day)] = true;
  }
  year->shortened &= year->working;
}

Calendar::Calendar(const std::vector<YearData>& years) {
  years_.reserve(kYears);
  for (int i = 0; i < kYears; ++i) years_.push_back(Guess(kFirstYear + i));
  const auto apply = [&](bool regional) {
    for (const YearData& data : years) {
      const int index = data.year - kFirstYear;
      if (regional != data.region.empty() && index >= 0 && index < kYears) {
        Apply(data, &years_[static_cast<std::size_t>(index)]);
      }
    }
  };
  apply(false);
  apply(true);
}

const Calendar::Year* Calendar::At(absl::CivilDay day) const {
  const auto index = day.year() - kFirstYear;
  return index >= 0 && index < kYears ? &years_[static_cast<std::size_t>(index)] : nullptr;
}

bool Calendar::IsWorking(absl::CivilDay day) const {
  const Year* year = At(day);
  return year == nullptr ? !IsWeekend(day) : year->working[IndexOf(day)];
}

bool Calendar::IsShortened(absl::CivilDay day) const {
  const Year* year = At(day);
  return year != nullptr && year->shortened[IndexOf(day)];
}

bool Calendar::IsProvisional(absl::CivilDay day) const {
  const Year* year = At(day);
  return year == nullptr || !year->published;
}

absl::CivilDay Calendar::OnOrBefore(absl::CivilDay day) const {
  for (int i = 0; i < kLongestRun; ++i) {
    if (IsWorking(day - i)) return day - i;
  }
  return day;
}

absl::CivilDay Calendar::OnOrAfter(absl::CivilDay day) const {
  for (int i = 0; i < kLongestRun; ++i) {
    if (IsWorking(day + i)) return day + i;
  }
  return day;
}

absl::CivilDay Calendar::AddWorkingDays(absl::CivilDay day, int count) const {
  count = std::clamp(count, -kMostWorkingDays, kMostWorkingDays);
  for (; count > 0; --count) day = OnOrAfter(day + 1);
  for (; count < 0; ++count) day = OnOrBefore(day - 1);
  return day;
}

int Calendar::WorkingDays(int year) const {
  const Year* data = At(absl::CivilDay(year, 1, 1));
  return data == nullptr ? 0 : static_cast<int>(data->working.count());
}

std::string Calendar::Version(absl::CivilDay first, absl::CivilDay last) const {
  std::string versions;
  const auto most = std::min<absl::civil_year_t>(last.year(), kFirstYear + kYears - 1);
  for (auto year = std::max<absl::civil_year_t>(first.year(), kFirstYear); year <= most; ++year) {
    const std::string& version = years_[static_cast<std::size_t>(year - kFirstYear)].version;
    absl::StrAppend(&versions, versions.empty() ? "" : ",", version);
  }
  return versions;
}

std::string Calendar::Acts(absl::CivilDay day) const {
  const Year* year = At(day);
  return year == nullptr ? "" : year->acts;
}

}  // namespace rezon::calendar
