#pragma once

#include <string>

#include "services/platform/server/run.h"

namespace rezon::registry {

// Settings of the registry's own.
struct Config {
  // IANA zone by which "today" is told.
  std::string time_zone = "Asia/Yekaterinburg";
};

// The whole service as the bootstrap wants it. `config` outlives the process's Run.
server::Spec MakeSpec(Config& config);

}  // namespace rezon::registry
