#ifndef REZON_SERVICES_DECISIONS_APP_H_
#define REZON_SERVICES_DECISIONS_APP_H_

#include "services/decisions/config.h"
#include "services/platform/server/run.h"

namespace rezon::decisions {

// The whole service as the bootstrap wants it. `config` outlives the process's Run.
server::Spec MakeSpec(Config& config);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_APP_H_
