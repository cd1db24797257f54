#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/platform/auth/signer.h"

namespace rezon::gateway {

// The issuer of a local run: gives anybody who can reach it any token, so it must not be reachable
// from beyond this machine (see IsLoopback). Thread-safe.
class LocalIssuer {
 public:
  explicit LocalIssuer(std::unique_ptr<auth::Signer> signer);

  // The JWKS document.
  std::string Jwks() const;
  // From {"subject","roles","region","territories","organisations","lifetimeSeconds"} (the last
  // three optional) to {"token","expiresInSeconds"}. INVALID_ARGUMENT names what is wrong.
  absl::StatusOr<std::string> Issue(std::string_view body) const;

 private:
  std::unique_ptr<auth::Signer> signer_;
};

}  // namespace rezon::gateway
