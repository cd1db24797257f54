#include "tests/unit/auth/testkeys.h"

#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <utility>

#include "services/platform/auth/base64.h"

namespace rezon::auth {
namespace {

using Json = nlohmann::json;

std::string NumberOf(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(key, name, &number);
  std::string bytes(BN_num_bytes(number), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(number);
  return bytes;
}

}  // namespace

TestKey::TestKey(std::string kid, std::string algorithm, EVP_PKEY* key)
    : kid_(std::move(kid)), algorithm_(std::move(algorithm)), key_(key, EVP_PKEY_free) {}

TestKey TestKey::Ed25519(std::string kid) {
  return TestKey(std::move(kid), "EdDSA", EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

TestKey TestKey::Rsa(std::string kid, unsigned bits) {
  return TestKey(std::move(kid), "RS256",
                 EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<size_t>(bits)));
}

std::string TestKey::PublicBytes() const {
  if (algorithm_ == "RS256") return NumberOf(key_.get(), OSSL_PKEY_PARAM_RSA_N);
  std::string raw(32, '\0');
  size_t size = raw.size();
  EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
  return raw;
}

Json TestKey::Jwk() const {
  Json jwk = {{"kid", kid_}, {"use", "sig"}, {"alg", algorithm_}};
  if (algorithm_ == "RS256") {
    jwk["kty"] = "RSA";
    jwk["n"] = Base64UrlEncode(PublicBytes());
    jwk["e"] = Base64UrlEncode(NumberOf(key_.get(), OSSL_PKEY_PARAM_RSA_E));
  } else {
    jwk["kty"] = "OKP";
    jwk["crv"] = "Ed25519";
    jwk["x"] = Base64UrlEncode(PublicBytes());
  }
  return jwk;
}

std::string TestKey::Sign(const Json& header, const Json& claims) const {
  const std::string data = Base64UrlEncode(header.dump()) + "." + Base64UrlEncode(claims.dump());
  std::string signature(512, '\0');
  size_t size = signature.size();
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const EVP_MD* digest = algorithm_ == "RS256" ? EVP_sha256() : nullptr;
  EXPECT_EQ(EVP_DigestSignInit(context, nullptr, digest, nullptr, key_.get()), 1);
  EXPECT_EQ(EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
                           reinterpret_cast<const unsigned char*>(data.data()), data.size()),
            1);
  EVP_MD_CTX_free(context);
  signature.resize(size);
  return data + "." + Base64UrlEncode(signature);
}

std::string TestKey::Sign(const Json& claims) const {
  return Sign({{"alg", algorithm_}, {"kid", kid_}, {"typ", "JWT"}}, claims);
}

std::string JwksOf(std::initializer_list<TestKey> keys) {
  Json list = Json::array();
  for (const TestKey& key : keys) list.push_back(key.Jwk());
  return Json{{"keys", list}}.dump();
}

Json GoodClaims(int64_t now) {
  return {{"iss", "https://issuer.test"},
          {"aud", "rezon"},
          {"sub", "user-1"},
          {"exp", now + 600},
          {"nbf", now - 10},
          {"roles", {"operator", "controller"}},
          {"region", "ru-tyu"},
          {"territories", {"territories/t1"}},
          {"organisations", {"organisations/o1", "organisations/o2"}}};
}

TempFile::TempFile(const std::string& name, const std::string& text)
    : path_(testing::TempDir() + name + "." + std::to_string(getpid())) {
  Replace(text);
}

TempFile::~TempFile() { std::remove(path_.c_str()); }

void TempFile::Replace(const std::string& text) const {
  const std::string fresh = path_ + ".new";
  std::ofstream(fresh, std::ios::binary) << text;
  ASSERT_EQ(std::rename(fresh.c_str(), path_.c_str()), 0);
}

}  // namespace rezon::auth
