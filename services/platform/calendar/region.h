#ifndef REZON_SERVICES_PLATFORM_CALENDAR_REGION_H_
#define REZON_SERVICES_PLATFORM_CALENDAR_REGION_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "services/platform/calendar/calendar.h"

namespace rezon::calendar {

// The years embedded in the program, as data.
const std::vector<YearData>& PublishedData();

// The calendars of all regions: the country's, and one for each region that adds days of its own.
// Immutable; thread-safe.
class RegionCalendars {
 public:
  // The embedded years and, over them, `more`: a year anew (a later decree) or a region's
  // extension.
  explicit RegionCalendars(const std::vector<YearData>& more = {});

  // The region's calendar; the country's for a region without an extension.
  const Calendar& Of(std::string_view region) const;

 private:
  Calendar country_;
  std::map<std::string, Calendar, std::less<>> regions_;
};

}  // namespace rezon::calendar

#endif  // REZON_SERVICES_PLATFORM_CALENDAR_REGION_H_
