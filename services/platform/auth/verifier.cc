#include "services/platform/auth/verifier.h"

#include <utility>

#include "absl/strings/match.h"
#include "services/platform/auth/cache.h"
#include "services/platform/auth/document.h"
#include "services/platform/auth/keysource.h"
#include "services/platform/auth/token.h"
#include "services/platform/errors/errors.h"

namespace rezon::auth {

using PrincipalPtr = std::shared_ptr<const Principal>;

class Verifier::Impl {
 public:
  explicit Impl(VerifierOptions options)
      : options_(std::move(options)),
        keys_(options_.jwks, options_.min_reload_interval, options_.max_key_age),
        cache_(options_.cache_capacity) {}

  absl::Status Load() { return keys_.Load(); }

  absl::StatusOr<PrincipalPtr> Verify(std::string_view token) {
    KeyVersion keys = keys_.Current();
    const int64_t now = Now();
    if (PrincipalPtr known = cache_.Find(token, keys.version)) {
      if (now < known->expires_at + options_.leeway.count()) return known;
      return Unauthenticated("TOKEN_EXPIRED", "the token has expired");
    }
    auto parsed = ParseToken(token);
    if (!parsed.ok()) return parsed.status();
    if (!keys.keys || !keys.keys->contains(parsed->kid)) keys = keys_.Refreshed();
    if (auto status = CheckSignature(*parsed, keys); !status.ok()) return status;
    auto principal = ReadClaims(parsed->payload,
                                {options_.issuer, options_.audience, options_.leeway.count(), now});
    if (!principal.ok()) return principal.status();
    principal->token = std::string(token);
    auto shared = std::make_shared<const Principal>(*std::move(principal));
    cache_.Put(shared, keys.version);
    return shared;
  }

 private:
  int64_t Now() const {
    if (options_.now) return options_.now();
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  }

  static absl::Status CheckSignature(const ParsedToken& parsed, const KeyVersion& keys) {
    if (!keys.keys) {
      return errors::WithDomain(
          errors::Unavailable("KEYS_UNAVAILABLE", "the issuer's keys cannot be read",
                              "Проверка входа временно недоступна, повторите через минуту."),
          "rezon.auth");
    }
    auto key = keys.keys->find(parsed.kid);
    if (key == keys.keys->end()) {
      return Unauthenticated("TOKEN_KEY_UNKNOWN", "the issuer has no such key");
    }
    if (key->second.algorithm() != parsed.algorithm) {
      return Unauthenticated("TOKEN_ALGORITHM_REFUSED", "the key is for another algorithm");
    }
    if (!key->second.Verify(parsed.signed_part, parsed.signature)) {
      return Unauthenticated("TOKEN_SIGNATURE_INVALID", "the signature is wrong");
    }
    return absl::OkStatus();
  }

  const VerifierOptions options_;
  KeySource keys_;
  TokenCache cache_;
};

Verifier::Verifier(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Verifier::~Verifier() = default;

absl::StatusOr<std::unique_ptr<Verifier>> Verifier::Create(VerifierOptions options) {
  if (options.jwks.empty() || options.issuer.empty() || options.audience.empty()) {
    return absl::InvalidArgumentError("a verifier needs jwks, issuer and audience");
  }
  const bool url = IsUrl(options.jwks);
  auto impl = std::make_unique<Impl>(std::move(options));
  if (auto status = impl->Load(); !status.ok() && !url) return status;
  return std::unique_ptr<Verifier>(new Verifier(std::move(impl)));
}

absl::StatusOr<PrincipalPtr> Verifier::Verify(std::string_view token) {
  return impl_->Verify(token);
}

absl::StatusOr<PrincipalPtr> Verifier::VerifyHeader(std::string_view authorization) {
  constexpr size_t kScheme = 7;
  if (!absl::StartsWithIgnoreCase({authorization.data(), authorization.size()}, "bearer ") ||
      authorization.size() == kScheme) {
    return Unauthenticated("TOKEN_MISSING", "a bearer token is required");
  }
  return impl_->Verify(authorization.substr(kScheme));
}

}  // namespace rezon::auth
