// The production calendar of Russia: which days are worked (domain.md 5.4). Pure: no I/O, no
// globals that change; everything here may be used from any number of threads at once.
#ifndef REZON_SERVICES_PLATFORM_CALENDAR_CALENDAR_H_
#define REZON_SERVICES_PLATFORM_CALENDAR_CALENDAR_H_

#include <bitset>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"

namespace rezon::calendar {

// A year as official acts set it. Saturdays and Sundays are days off unless `worked` has them.
struct YearData {
  int year = 0;
  // Empty: the whole country, the year replaces what was known of it. Else the region (`ru-tyu`)
  // whose own acts add to the country's year.
  std::string region;
  // Stable id that is stored with what was counted, for example `ru-2024.1`.
  std::string version;
  // The acts, in Russian, for people.
  std::vector<std::string> acts;
  std::vector<absl::CivilDay> off;  // days off, Monday to Friday
  std::vector<absl::CivilDay>
      shortened;                       // working days shortened by an hour; a weekend: worked too
  std::vector<absl::CivilDay> worked;  // Saturdays and Sundays that are worked
};

// Years in one calendar. A year that no data covers is provisional: Saturdays, Sundays and the
// holidays of article 112 of the Labour Code are off, with the moves that the article itself makes.
// Days outside 1990-2100 know only Saturdays and Sundays. Immutable.
class Calendar {
 public:
  // Later data wins over earlier data of the same year; data of a region adds to the year.
  explicit Calendar(const std::vector<YearData>& years);

  // The years embedded in the program, 2013-2026.
  static const Calendar& Published();

  bool IsWorking(absl::CivilDay day) const;
  bool IsShortened(absl::CivilDay day) const;
  // No official act covers the day's year: what is counted may still change.
  bool IsProvisional(absl::CivilDay day) const;
  // The day itself where it is worked, else the nearest working day before (after) it.
  absl::CivilDay OnOrBefore(absl::CivilDay day) const;
  absl::CivilDay OnOrAfter(absl::CivilDay day) const;
  // The `count`-th working day after `day` (before it, when negative); at most 10,000 either way.
  absl::CivilDay AddWorkingDays(absl::CivilDay day, int count) const;
  int WorkingDays(int year) const;
  // Versions of the years from `first` to `last`, joined by commas: `ru-2025.1,ru-2026.1`;
  // `ru-2027.provisional` for a year without data.
  std::string Version(absl::CivilDay first, absl::CivilDay last) const;
  // The acts of the day's year, for people; empty for a year without data.
  std::string Acts(absl::CivilDay day) const;

 private:
  struct Year {
    std::bitset<366> working;  // by day of the year, from 0
    std::bitset<366> shortened;
    bool published = false;
    std::string version;
    std::string acts;
  };
  static Year Guess(int year);
  static void Apply(const YearData& data, Year* year);
  const Year* At(absl::CivilDay day) const;

  std::vector<Year> years_;  // from kFirstYear
};

}  // namespace rezon::calendar

#endif  // REZON_SERVICES_PLATFORM_CALENDAR_CALENDAR_H_
