#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "gateway/api/context.h"
#include "gateway/auth/local_issuer.h"
#include "gateway/http/exchange.h"
#include "gateway/http/static_files.h"

namespace rezon::gateway {

// Everything that is reached over HTTP: /v1/… by the contracts, the local issuer when there is one,
// /livez and /readyz, and the web UI for all else. Thread-safe.
class Site {
 public:
  // All but `api` may be absent. `ready` says why the gateway is not, or nothing.
  Site(ApiContext& api, std::unique_ptr<LocalIssuer> issuer, std::optional<StaticFiles> files,
       std::function<std::string()> ready);

  // An HttpHandler.
  void Handle(ExchangePtr exchange) const;

 private:
  void Api(ExchangePtr exchange) const;
  void Issue(const ExchangePtr& exchange) const;
  void File(const ExchangePtr& exchange) const;

  ApiContext& api_;
  const std::unique_ptr<LocalIssuer> issuer_;
  const std::optional<StaticFiles> files_;
  const std::function<std::string()> ready_;
};

}  // namespace rezon::gateway
