#ifndef REZON_SERVICES_DECISIONS_REGISTRY_CLIENT_H_
#define REZON_SERVICES_DECISIONS_REGISTRY_CLIENT_H_

#include <memory>

#include "services/decisions/domain/directory.h"

namespace grpc {
class Channel;
}

namespace rezon::decisions {

// The registry over gRPC, with the caller's token and trace. Without a channel (no
// --registry-target) every call is UNAVAILABLE.
std::unique_ptr<Directory> MakeRegistryClient(std::shared_ptr<grpc::Channel> channel);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_REGISTRY_CLIENT_H_
