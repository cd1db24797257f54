#pragma once

#include <functional>
#include <memory>
#include <string>

#include "services/platform/db/pool.h"
#include "services/platform/server/run.h"

namespace rezon::registry {

// Stores, handlers and the adapter of rezon.registry.v1.RegistryService, served by the runtime. The
// pool outlives the answer, which is to be kept until the runtime has stopped. `today` gives the
// day in the region's time zone, YYYY-MM-DD.
std::unique_ptr<server::Application> Serve(server::Runtime& runtime, db::Pool& pool,
                                           std::function<std::string()> today);

}  // namespace rezon::registry
