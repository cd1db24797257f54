#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace rezon::auth {

// What a token of the local issuer is to say; see Principal for the fields.
struct TokenRequest {
  std::string subject;
  std::vector<std::string> roles;
  std::string region;
  std::vector<std::string> territories;
  std::vector<std::string> organisations;
  std::chrono::seconds lifetime{std::chrono::hours(12)};
};

// The local issuer: signs tokens with an Ed25519 key. For local runs and tests only; a real
// installation has an OIDC issuer. Thread-safe.
class Signer {
 public:
  // `pem` is an unencrypted PKCS#8 Ed25519 private key (openssl genpkey -algorithm ed25519).
  static absl::StatusOr<std::unique_ptr<Signer>> FromPem(const std::string& pem, std::string issuer,
                                                         std::string audience);
  static absl::StatusOr<std::unique_ptr<Signer>> FromFile(const std::string& path,
                                                          std::string issuer, std::string audience);
  // A fresh private key in PEM.
  static absl::StatusOr<std::string> GeneratePem();
  ~Signer();

  // A compact JWT valid from now on; INVALID_ARGUMENT when subject or region is empty or the
  // lifetime is not positive.
  absl::StatusOr<std::string> Sign(const TokenRequest& request) const;
  // The JWKS document (RFC 7517, RFC 8037) with the public key; its kid is the key's RFC 7638
  // thumbprint.
  std::string Jwks() const;

 private:
  class Impl;
  explicit Signer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::auth
