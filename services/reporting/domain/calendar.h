#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace rezon::reporting {

// The time zone of each region: a deadline is a calendar date there (design.md, Contracts).
// Immutable; thread-safe.
class RegionZones {
 public:
  // `text`: an IANA name for all regions, then exceptions, such as
  // "Asia/Yekaterinburg,ru-omsk=Asia/Omsk". INVALID_ARGUMENT for an unknown zone.
  static absl::StatusOr<RegionZones> Parse(std::string_view text);

  absl::TimeZone Of(std::string_view region) const;
  absl::CivilDay Today(std::string_view region, absl::Time now) const;
  // The accepted report came in after the due date; false for standing tasks.
  bool DoneLate(std::string_view region, std::optional<absl::Time> reported,
                std::optional<absl::CivilDay> due) const;

 private:
  absl::TimeZone standard_ = absl::UTCTimeZone();
  std::map<std::string, absl::TimeZone, std::less<>> regions_;
};

}  // namespace rezon::reporting
