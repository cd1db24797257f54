#include "services/platform/auth/keys.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "services/platform/auth/base64.h"

namespace rezon::auth {
namespace {

using Json = nlohmann::json;

constexpr int kMinRsaBits = 2048;

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string TextField(const Json& object, const char* name) {
  auto it = object.find(name);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

struct BignumFree {
  void operator()(BIGNUM* n) const { BN_free(n); }
};
using Bignum = std::unique_ptr<BIGNUM, BignumFree>;

Bignum ToBignum(std::string_view bytes) {
  return Bignum(BN_bin2bn(Bytes(bytes), static_cast<int>(bytes.size()), nullptr));
}

std::shared_ptr<EVP_PKEY> RsaFromNumbers(const Bignum& n, const Bignum& e) {
  std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(OSSL_PARAM_BLD_new(),
                                                                          OSSL_PARAM_BLD_free);
  if (!builder || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) ||
      !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get())) {
    return nullptr;
  }
  std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> params(
      OSSL_PARAM_BLD_to_param(builder.get()), OSSL_PARAM_free);
  std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
      EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr), EVP_PKEY_CTX_free);
  EVP_PKEY* key = nullptr;
  if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) {
    return nullptr;
  }
  return {key, EVP_PKEY_free};
}

absl::StatusOr<PublicKey> ParseKey(const Json& jwk) {
  const std::string type = TextField(jwk, "kty");
  const std::string algorithm = TextField(jwk, "alg");
  if (type == "OKP" && TextField(jwk, "crv") == "Ed25519" &&
      (algorithm.empty() || algorithm == "EdDSA")) {
    auto raw = Base64UrlDecode(TextField(jwk, "x"));
    if (raw) return PublicKey::Ed25519(*raw);
  } else if (type == "RSA" && (algorithm.empty() || algorithm == "RS256")) {
    auto modulus = Base64UrlDecode(TextField(jwk, "n"));
    auto exponent = Base64UrlDecode(TextField(jwk, "e"));
    if (modulus && exponent) return PublicKey::Rsa(*modulus, *exponent);
  }
  return absl::InvalidArgumentError("not a key this service can use");
}

}  // namespace

PublicKey::PublicKey(Algorithm algorithm, std::shared_ptr<EVP_PKEY> key)
    : algorithm_(algorithm), key_(std::move(key)) {}

absl::StatusOr<PublicKey> PublicKey::Ed25519(std::string_view raw) {
  std::shared_ptr<EVP_PKEY> key(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, Bytes(raw), raw.size()),
      EVP_PKEY_free);
  if (!key) return absl::InvalidArgumentError("not an Ed25519 public key");
  return PublicKey(Algorithm::kEdDsa, std::move(key));
}

absl::StatusOr<PublicKey> PublicKey::Rsa(std::string_view modulus, std::string_view exponent) {
  Bignum n = ToBignum(modulus);
  Bignum e = ToBignum(exponent);
  if (!n || !e || BN_num_bits(n.get()) < kMinRsaBits || !BN_is_odd(e.get())) {
    return absl::InvalidArgumentError("not an RSA public key of at least 2048 bits");
  }
  std::shared_ptr<EVP_PKEY> key = RsaFromNumbers(n, e);
  if (!key) return absl::InvalidArgumentError("not an RSA public key");
  return PublicKey(Algorithm::kRs256, std::move(key));
}

bool PublicKey::Verify(std::string_view data, std::string_view signature) const {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                  EVP_MD_CTX_free);
  const EVP_MD* digest = algorithm_ == Algorithm::kRs256 ? EVP_sha256() : nullptr;
  return context &&
         EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key_.get()) == 1 &&
         EVP_DigestVerify(context.get(), Bytes(signature), signature.size(), Bytes(data),
                          data.size()) == 1;
}

absl::StatusOr<KeySet> ParseJwks(std::string_view document) {
  Json root = Json::parse(document, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object() || !root.contains("keys") || !root["keys"].is_array()) {
    return absl::InvalidArgumentError("not a JWKS document");
  }
  KeySet keys;
  for (const Json& jwk : root["keys"]) {
    if (!jwk.is_object()) continue;
    const std::string use = TextField(jwk, "use");
    std::string kid = TextField(jwk, "kid");
    if (kid.empty() || (!use.empty() && use != "sig")) continue;
    if (auto key = ParseKey(jwk); key.ok()) keys.emplace(std::move(kid), *std::move(key));
  }
  if (keys.empty()) return absl::InvalidArgumentError("the JWKS document holds no usable key");
  return keys;
}

}  // namespace rezon::auth
