// The compact form of a year, one fact a line:
//   year 2024
//   version ru-2024.1
//   act Постановление Правительства РФ от …     (any number of lines)
//   off 01-01..05 02-23          days off, Monday to Friday; MM-DD or MM-DD..DD
//   short 02-22 11-02            shortened working days, of any weekday
//   work 11-02 12-28             Saturdays and Sundays that are worked
//   region ru-tyu                only in a region's extension: its days add to the country's
// Lines that begin with # and empty lines are skipped.
#ifndef REZON_SERVICES_PLATFORM_CALENDAR_COMPACT_H_
#define REZON_SERVICES_PLATFORM_CALENDAR_COMPACT_H_

#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/calendar/calendar.h"

namespace rezon::calendar {

// Reads one year. INVALID_ARGUMENT naming the line, for anything that is not as above, a day that
// does not exist or is listed twice, a year outside 2000-2100 or one with more than 100 days off.
absl::StatusOr<YearData> ParseCompact(std::string_view text);

// A year of the xmlcalendar form (domain.md 5.4): `t` 1 off, 2 working and shortened for any
// weekday, 3 a working Saturday or Sunday. The version is made of country, year and date of the
// file. Errors as above.
absl::StatusOr<YearData> ParseXml(std::string_view text);

// Either form, told apart by the first character.
absl::StatusOr<YearData> ParseYear(std::string_view text);

// The checks that both forms share: year, days and number of working days.
absl::Status CheckYear(const YearData& data);

}  // namespace rezon::calendar

#endif  // REZON_SERVICES_PLATFORM_CALENDAR_COMPACT_H_
