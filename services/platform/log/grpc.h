#pragma once

namespace rezon::log {

// Routes gRPC's own messages into this log. Call after Init and before any channel or server.
void RouteGrpc();

}  // namespace rezon::log
