#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

// OpenSSL's opaque key, declared here to keep its headers out of ours.
struct evp_pkey_st;

namespace rezon::auth {

// The only signature algorithms accepted (RFC 8037 EdDSA over Ed25519, RFC 7518 RS256).
enum class Algorithm { kEdDsa, kRs256 };

// A public key with the one algorithm it may verify. Immutable; Verify may be called from any
// thread.
class PublicKey {
 public:
  static absl::StatusOr<PublicKey> Ed25519(std::string_view raw);
  // `modulus` and `exponent` big-endian; a modulus under 2048 bits is refused.
  static absl::StatusOr<PublicKey> Rsa(std::string_view modulus, std::string_view exponent);

  Algorithm algorithm() const { return algorithm_; }
  bool Verify(std::string_view data, std::string_view signature) const;

 private:
  PublicKey(Algorithm algorithm, std::shared_ptr<evp_pkey_st> key);
  Algorithm algorithm_;
  std::shared_ptr<evp_pkey_st> key_;
};

// Keys by their kid.
using KeySet = std::map<std::string, PublicKey, std::less<>>;

// Reads a JWKS document (RFC 7517). Keys of other types, other uses or without kid are passed over;
// a document that is not JSON, has no "keys" or no usable key is INVALID_ARGUMENT.
absl::StatusOr<KeySet> ParseJwks(std::string_view document);

}  // namespace rezon::auth
