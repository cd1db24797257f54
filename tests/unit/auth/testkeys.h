#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

struct evp_pkey_st;

namespace rezon::auth {

// A key pair that signs whatever it is told to: tests forge tokens with it.
class TestKey {
 public:
  static TestKey Ed25519(std::string kid);
  static TestKey Rsa(std::string kid, unsigned bits = 2048);

  // The public key as a member of a JWKS document.
  nlohmann::json Jwk() const;
  // A compact JWS of exactly this header and these claims.
  std::string Sign(const nlohmann::json& header, const nlohmann::json& claims) const;
  // The same with the header a good token of this key has.
  std::string Sign(const nlohmann::json& claims) const;
  // The modulus, or the raw Ed25519 key: what an HMAC forger would take as its secret.
  std::string PublicBytes() const;
  const std::string& kid() const { return kid_; }

 private:
  TestKey(std::string kid, std::string algorithm, evp_pkey_st* key);
  std::string kid_;
  std::string algorithm_;
  std::shared_ptr<evp_pkey_st> key_;
};

std::string JwksOf(std::initializer_list<TestKey> keys);

// Claims that a verifier of issuer "https://issuer.test" and audience "rezon" takes at `now`.
nlohmann::json GoodClaims(int64_t now);

// A file of its own in the test's temporary folder, removed with the object.
class TempFile {
 public:
  TempFile(const std::string& name, const std::string& text);
  ~TempFile();
  // Replaces the content as a mounted Secret does: by a rename, so that the inode changes.
  void Replace(const std::string& text) const;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace rezon::auth
