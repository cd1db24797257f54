#pragma once

#include <grpcpp/generic/async_generic_service.h>

#include <map>
#include <memory>
#include <string>

#include "gateway/api/context.h"

namespace rezon::gateway {

// The contracts over gRPC: passes calls of every kind on to the services, message by message and
// without looking into them, after it has verified the caller's token. Passed on are the token, the
// trace context and the deadline (capped); back come the messages and the status with its details.
// Methods that the loaded contracts do not offer, and the feeds, are UNIMPLEMENTED.
class Proxy : public grpc::CallbackGenericService {
 public:
  explicit Proxy(ApiContext& api);
  ~Proxy() override;

  grpc::ServerGenericBidiReactor* CreateReactor(
      grpc::GenericCallbackServerContext* context) override;

 private:
  // What is known of a method before it is called.
  struct Method {
    const Backend* backend;
    std::unique_ptr<RouteMetrics> metrics;
    // Without streams a call is short.
    bool unary;
    bool client_streaming;
  };

  ApiContext& api_;
  std::map<std::string, Method, std::less<>> methods_;  // by "/package.Service/Method"
};

}  // namespace rezon::gateway
