#pragma once

#include "services/platform/server/run.h"
#include "services/reporting/app/settings.h"

namespace rezon::reporting {

// The service as server::Run and tests take it. `settings` is filled by the flags and must outlive
// the process (or test server) that is made from it.
server::Spec MakeSpec(Settings& settings);

}  // namespace rezon::reporting
