#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/platform/auth/keys.h"
#include "services/platform/auth/principal.h"

namespace rezon::auth {

// A compact JWS taken apart, nothing verified yet.
struct ParsedToken {
  Algorithm algorithm = Algorithm::kEdDsa;
  std::string kid;
  // Views into the token given: what was signed, and the payload as it was encoded.
  std::string_view signed_part;
  std::string_view payload;
  std::string signature;
};

// What a token's claims are held against.
struct Expectations {
  std::string issuer;
  std::string audience;
  int64_t leeway = 0;  // seconds
  int64_t now = 0;     // seconds since the epoch
};

// Takes a token apart. Refuses everything but EdDSA and RS256 (so "none" and HMAC too), critical
// extensions and tokens over 16 KiB. The result points into `token`.
absl::StatusOr<ParsedToken> ParseToken(std::string_view token);

// Reads a verified payload (base64url) into a principal and holds iss, aud, exp and nbf against
// what is expected.
absl::StatusOr<Principal> ReadClaims(std::string_view payload, const Expectations& expected);

// UNAUTHENTICATED with ErrorInfo of the domain "rezon.auth".
absl::Status Unauthenticated(std::string_view reason, std::string_view message);

}  // namespace rezon::auth
