#ifndef REZON_SERVICES_DECISIONS_CONFIG_H_
#define REZON_SERVICES_DECISIONS_CONFIG_H_

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/platform/config/flags.h"
#include "services/platform/terms/files.h"

namespace rezon::decisions {

// Settings that only decisions has; the rest is config::ServiceConfig.
struct Config {
  // IANA name of the zone whose calendar gives «today» for an adoption without a date.
  std::string time_zone = "UTC";
  // Calendars and rules of terms over the embedded ones.
  terms::Files term_files;
};

// Declares the flags above.
inline void AddFlags(config::Flags& flags, Config& config) {
  flags.Text("time-zone", &config.time_zone,
             "IANA zone whose calendar day an adoption without a date gets");
  terms::AddFlags(flags, config.term_files);
  flags.Check([&config] {
    absl::TimeZone zone;
    return absl::LoadTimeZone(config.time_zone, &zone)
               ? absl::OkStatus()
               : absl::InvalidArgumentError("--time-zone: no such zone");
  });
}

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_CONFIG_H_
