#include "gateway/grpc/proxy.h"

#include <utility>

#include "absl/strings/match.h"
#include "gateway/grpc/proxy_call.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"

namespace rezon::gateway {
namespace {

// Ends a call that was never begun.
class Refused : public grpc::ServerGenericBidiReactor {
 public:
  explicit Refused(const absl::Status& status) { Finish(errors::ToGrpc(status, "rezon.gateway")); }
  void OnDone() override { delete this; }
};

absl::Status Unknown() {
  return absl::UnimplementedError("the gateway does not offer this method");
}

}  // namespace

Proxy::Proxy(ApiContext& api) : api_(api) {
  for (const auto* service : api.schema->services()) {
    const std::string& package = service->file()->package();
    const Backend* backend = api.backends.Find(package);
    if (backend == nullptr || absl::StartsWith(package, "rezon.feed.")) continue;
    for (int i = 0; i < service->method_count(); ++i) {
      const auto* method = service->method(i);
      std::string path = "/" + service->full_name() + "/" + method->name();
      auto metrics = std::make_unique<RouteMetrics>("grpc", path);
      const bool unary = !method->client_streaming() && !method->server_streaming();
      methods_.emplace(std::move(path),
                       Method{backend, std::move(metrics), unary, method->client_streaming()});
    }
  }
}

Proxy::~Proxy() = default;

grpc::ServerGenericBidiReactor* Proxy::CreateReactor(grpc::GenericCallbackServerContext* context) {
  auto method = methods_.find(context->method());
  if (method == methods_.end()) return new Refused(Unknown());
  const auto& limits = api_.limits;
  ProxyCall::Target target{method->second.backend, method->first, method->second.metrics.get(),
                           method->second.unary ? limits.call_time : limits.long_call_time,
                           method->second.client_streaming};
  return ProxyCall::Start(api_, target, context);
}

}  // namespace rezon::gateway
