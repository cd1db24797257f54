#ifndef REZON_SERVICES_ASSIGNMENTS_APP_H_
#define REZON_SERVICES_ASSIGNMENTS_APP_H_

#include "services/assignments/config.h"
#include "services/platform/server/run.h"

namespace rezon::assignments {

// The service as server::Run and server::TestServer take it. `config` must outlive the run.
server::Spec MakeSpec(Config& config);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_APP_H_
