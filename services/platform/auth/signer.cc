#include "services/platform/auth/signer.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/platform/auth/base64.h"

namespace rezon::auth {
namespace {

using Json = nlohmann::json;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr size_t kEd25519Bytes = 32;

std::string Sha256(const std::string& text) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(digest.data()), &size,
             EVP_sha256(), nullptr);
  digest.resize(size);
  return digest;
}

std::string PublicBytes(EVP_PKEY* key) {
  std::string raw(kEd25519Bytes, '\0');
  size_t size = raw.size();
  EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &size);
  return raw;
}

int64_t Now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

class Signer::Impl {
 public:
  Impl(Key key, std::string issuer, std::string audience)
      : key_(std::move(key)),
        issuer_(std::move(issuer)),
        audience_(std::move(audience)),
        x_(Base64UrlEncode(PublicBytes(key_.get()))),
        // RFC 7638: the required members in order, without white space.
        kid_(Base64UrlEncode(
            Sha256(absl::StrCat(R"({"crv":"Ed25519","kty":"OKP","x":")", x_, "\"}")))) {}

  absl::StatusOr<std::string> Sign(const TokenRequest& request) const {
    if (request.subject.empty() || request.region.empty() || request.lifetime.count() <= 0) {
      return absl::InvalidArgumentError("a token needs a subject, a region and a lifetime");
    }
    const Json header = {{"alg", "EdDSA"}, {"typ", "JWT"}, {"kid", kid_}};
    const int64_t now = Now();
    const Json claims = {{"iss", issuer_},
                         {"aud", audience_},
                         {"sub", request.subject},
                         {"iat", now},
                         {"exp", now + request.lifetime.count()},
                         {"roles", request.roles},
                         {"region", request.region},
                         {"territories", request.territories},
                         {"organisations", request.organisations}};
    const std::string head = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::string body = claims.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string signed_part = absl::StrCat(Base64UrlEncode(head), ".", Base64UrlEncode(body));
    auto signature = SignBytes(signed_part);
    if (!signature.ok()) return signature.status();
    return absl::StrCat(signed_part, ".", Base64UrlEncode(*signature));
  }

  std::string Jwks() const {
    const Json key = {{"kty", "OKP"},   {"crv", "Ed25519"}, {"use", "sig"},
                      {"alg", "EdDSA"}, {"kid", kid_},      {"x", x_}};
    return Json{{"keys", Json::array({key})}}.dump();
  }

 private:
  absl::StatusOr<std::string> SignBytes(const std::string& data) const {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                    EVP_MD_CTX_free);
    std::string signature(2 * kEd25519Bytes, '\0');
    size_t size = signature.size();
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(data.data()), data.size()) != 1) {
      return absl::InternalError("signing failed");
    }
    signature.resize(size);
    return signature;
  }

  const Key key_;
  const std::string issuer_;
  const std::string audience_;
  const std::string x_;
  const std::string kid_;
};

Signer::Signer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Signer::~Signer() = default;

absl::StatusOr<std::unique_ptr<Signer>> Signer::FromPem(const std::string& pem, std::string issuer,
                                                        std::string audience) {
  Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
  Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
  if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) {
    return absl::InvalidArgumentError("not an Ed25519 private key in PEM");
  }
  return std::unique_ptr<Signer>(
      new Signer(std::make_unique<Impl>(std::move(key), std::move(issuer), std::move(audience))));
}

absl::StatusOr<std::unique_ptr<Signer>> Signer::FromFile(const std::string& path,
                                                         std::string issuer, std::string audience) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return absl::NotFoundError(absl::StrCat("cannot read the key ", path));
  }
  return FromPem(std::move(text).str(), std::move(issuer), std::move(audience));
}

absl::StatusOr<std::string> Signer::GeneratePem() {
  Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
  Bio bio(BIO_new(BIO_s_mem()), BIO_free);
  if (!key || !bio ||
      PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return absl::InternalError("cannot make a key");
  }
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return std::string(data, static_cast<size_t>(size));
}

absl::StatusOr<std::string> Signer::Sign(const TokenRequest& request) const {
  return impl_->Sign(request);
}

std::string Signer::Jwks() const { return impl_->Jwks(); }

}  // namespace rezon::auth
