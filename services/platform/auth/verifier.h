#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/platform/auth/principal.h"

namespace rezon::auth {

struct VerifierOptions {
  // Where the JWKS document is: a file path, an http:// or https:// URL, or the document itself.
  std::string jwks;
  // Required value of the claim "iss".
  std::string issuer;
  // A value that the claim "aud" must hold.
  std::string audience;
  // Tolerated difference of clocks for exp and nbf.
  std::chrono::seconds leeway{30};
  // Most verified tokens remembered at one time.
  size_t cache_capacity = 8192;
  // Shortest time between two reads of the key document caused by unknown keys.
  std::chrono::milliseconds min_reload_interval{5000};
  // The key document of a URL is read again when it is older than this.
  std::chrono::seconds max_key_age{300};
  // Seconds since the epoch; tests set it. Empty means the system clock.
  std::function<int64_t()> now;
};

// Verifies bearer tokens: compact JWS, EdDSA (Ed25519) or RS256, against the keys of one issuer.
// A key only ever verifies the algorithm of its own type, so a token cannot choose how it is
// checked. Keys are read again when a file changes and when a token names an unknown key (at a
// bounded rate); verified tokens are remembered until they expire or the keys change.
// Thread-safe. Verify costs a hash lookup for a remembered token.
class Verifier {
 public:
  // Fails when the options are incomplete or a key file cannot be read. A URL that does not answer
  // is tolerated: Verify answers UNAVAILABLE until it does.
  static absl::StatusOr<std::unique_ptr<Verifier>> Create(VerifierOptions options);
  ~Verifier();

  // The caller behind a token. UNAUTHENTICATED with ErrorInfo (domain "rezon.auth", reasons
  // TOKEN_MALFORMED, TOKEN_ALGORITHM_REFUSED, TOKEN_KEY_UNKNOWN, TOKEN_SIGNATURE_INVALID,
  // TOKEN_EXPIRED, TOKEN_NOT_YET_VALID, TOKEN_ISSUER_WRONG, TOKEN_AUDIENCE_WRONG,
  // TOKEN_CLAIMS_INVALID); UNAVAILABLE (KEYS_UNAVAILABLE) when no keys could be read at all.
  absl::StatusOr<std::shared_ptr<const Principal>> Verify(std::string_view token);

  // The same for the value of an "authorization" header, "Bearer <token>"; an absent or other value
  // is UNAUTHENTICATED with the reason TOKEN_MISSING.
  absl::StatusOr<std::shared_ptr<const Principal>> VerifyHeader(std::string_view authorization);

 private:
  class Impl;
  explicit Verifier(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::auth
