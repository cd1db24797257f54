#pragma once

#include "services/platform/db/context.h"
#include "services/platform/server/call.h"

namespace rezon::server {

// What database work done for a call inherits from it: deadline and cancellation; statement spans
// become children of the thread's current span. The call must outlive the context.
inline db::Context DbContext(const CallContext& call) {
  return db::Context{call.deadline(), [&call] { return call.cancelled(); }};
}

}  // namespace rezon::server
