#pragma once

#include <string>

namespace rezon::reporting {

// Flags of reporting's own.
struct Settings {
  // IANA zone of the regions, with exceptions: "Asia/Yekaterinburg,ru-omsk=Asia/Omsk".
  std::string time_zones = "Asia/Yekaterinburg";
  // Drop the projections before serving and replay the feeds from position 0.
  bool rebuild = false;
};

}  // namespace rezon::reporting
