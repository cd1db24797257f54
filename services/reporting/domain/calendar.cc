#include "services/reporting/domain/calendar.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace rezon::reporting {

absl::StatusOr<RegionZones> RegionZones::Parse(std::string_view text) {
  RegionZones zones;
  const absl::string_view list(text.data(), text.size());
  for (absl::string_view part : absl::StrSplit(list, ',', absl::SkipEmpty())) {
    const std::pair<std::string, std::string> pair = absl::StrSplit(part, absl::MaxSplits('=', 1));
    const bool exception = absl::StrContains(part, "=");
    const std::string& name = exception ? pair.second : pair.first;
    absl::TimeZone zone;
    if (!absl::LoadTimeZone(name, &zone)) {
      return absl::InvalidArgumentError(absl::StrCat("unknown time zone: ", name));
    }
    if (exception) {
      zones.regions_[pair.first] = zone;
    } else {
      zones.standard_ = zone;
    }
  }
  return zones;
}

absl::TimeZone RegionZones::Of(std::string_view region) const {
  const auto found = regions_.find(region);
  return found == regions_.end() ? standard_ : found->second;
}

absl::CivilDay RegionZones::Today(std::string_view region, absl::Time now) const {
  return absl::ToCivilDay(now, Of(region));
}

bool RegionZones::DoneLate(std::string_view region, std::optional<absl::Time> reported,
                           std::optional<absl::CivilDay> due) const {
  return reported && due && absl::ToCivilDay(*reported, Of(region)) > *due;
}

}  // namespace rezon::reporting
