#ifndef REZON_SERVICES_ASSIGNMENTS_PEERS_H_
#define REZON_SERVICES_ASSIGNMENTS_PEERS_H_

#include <memory>

#include "services/assignments/domain/plan.h"

namespace grpc {
class Channel;
}

namespace rezon::assignments {

// Decisions and registry over gRPC, with the caller's token and trace. A null channel (its
// --*-target is not set) makes every read UNAVAILABLE.
std::unique_ptr<Sources> MakePeers(std::shared_ptr<grpc::Channel> decisions,
                                   std::shared_ptr<grpc::Channel> registry);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_PEERS_H_
