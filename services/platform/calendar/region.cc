#include "services/platform/calendar/region.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace rezon::calendar {
namespace {

// What holds in `region`: the country's years, and the region's own.
std::vector<YearData> Holding(const std::vector<YearData>& more, std::string_view region) {
  std::vector<YearData> years = PublishedData();
  std::copy_if(more.begin(), more.end(), std::back_inserter(years),
               [&](const YearData& data) { return data.region.empty() || data.region == region; });
  return years;
}

}  // namespace

RegionCalendars::RegionCalendars(const std::vector<YearData>& more) : country_(Holding(more, "")) {
  std::set<std::string> regions;
  for (const YearData& data : more) regions.insert(data.region);
  regions.erase("");
  for (const std::string& region : regions) {
    regions_.emplace(region, Calendar(Holding(more, region)));
  }
}

const Calendar& RegionCalendars::Of(std::string_view region) const {
  const auto found = regions_.find(region);
  return found == regions_.end() ? country_ : found->second;
}

}  // namespace rezon::calendar
