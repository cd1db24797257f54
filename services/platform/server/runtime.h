#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/config/service_config.h"
#include "services/platform/server/executor.h"

namespace grpc {
class Channel;
class Service;
}  // namespace grpc

namespace rezon::auth {
struct Principal;
}

namespace rezon::server {

// What the bootstrap lends to a service while it is built and runs. Owned by Run; outlives
// everything the service makes.
class Runtime {
 public:
  virtual ~Runtime() = default;

  // "registry"; the error domain is "rezon.registry".
  virtual const std::string& service() const = 0;
  virtual const config::ServiceConfig& config() const = 0;
  virtual Executor& executor() = 0;
  // The caller behind the value of an "authorization" header; UNAUTHENTICATED when there is none.
  // Thread-safe; costs a hash lookup for a token seen before.
  virtual absl::StatusOr<std::shared_ptr<const auth::Principal>> Authenticate(
      std::string_view authorization) = 0;

  // Serves `service`, whose full proto name becomes a health name. During build only; the service
  // must live until Run ends.
  virtual void Serve(grpc::Service* service, std::string_view full_name) = 0;
  // A named condition of readiness; returns empty when good, else why not. During build only.
  virtual void AddReadyCheck(std::string name, std::function<std::string()> check) = 0;
  // Called when draining starts being visible: end feed streams with UNAVAILABLE and their cursor.
  virtual void OnDrain(std::function<void()> hook) = 0;
  // Called after the server has shut down and the executor stopped: stop consumers and sequencers.
  // In reverse order of registration.
  virtual void OnStop(std::function<void()> hook) = 0;
  // The shared channel to a peer; made once a target.
  virtual std::shared_ptr<grpc::Channel> ChannelTo(const std::string& target) = 0;
};

}  // namespace rezon::server
