#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/generic/generic_stub.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rezon::gateway {

// A service behind the gateway.
struct Backend {
  // "decisions": for people and metrics.
  std::string name;
  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<grpc::GenericStub> stub;
};

// The services by the proto package they serve. Filled at start, then only read.
class Backends {
 public:
  // Calls of "rezon.decisions.v1" go to `target`, as gRPC takes targets. Nothing is retried here:
  // only the caller knows whether a call may be made twice.
  void Add(std::string package, const std::string& target);
  // Null for packages that nobody serves.
  const Backend* Find(std::string_view package) const;
  std::vector<std::string> packages() const;

 private:
  std::map<std::string, Backend, std::less<>> by_package_;
};

}  // namespace rezon::gateway
