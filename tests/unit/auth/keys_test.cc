#include "services/platform/auth/keys.h"

#include <gtest/gtest.h>

#include "services/platform/auth/base64.h"
#include "tests/unit/auth/testkeys.h"

namespace rezon::auth {
namespace {

using Json = nlohmann::json;

TEST(KeysTest, ReadsBothKindsAndPassesOverTheRest) {
  Json document = Json::parse(JwksOf({TestKey::Ed25519("a"), TestKey::Rsa("b")}));
  document["keys"].push_back({{"kty", "EC"}, {"kid", "c"}, {"crv", "P-256"}});
  document["keys"].push_back({{"kty", "oct"}, {"kid", "d"}, {"k", "c2VjcmV0"}});
  document["keys"].push_back(TestKey::Ed25519("").Jwk());
  auto keys = ParseJwks(document.dump());
  ASSERT_TRUE(keys.ok()) << keys.status();
  EXPECT_EQ(keys->size(), 2u);
  EXPECT_EQ(keys->at("a").algorithm(), Algorithm::kEdDsa);
  EXPECT_EQ(keys->at("b").algorithm(), Algorithm::kRs256);
}

TEST(KeysTest, RefusesKeysMeantForSomethingElse) {
  Json encryption = TestKey::Rsa("enc").Jwk();
  encryption["use"] = "enc";
  Json other_algorithm = TestKey::Rsa("pss").Jwk();
  other_algorithm["alg"] = "PS256";
  EXPECT_FALSE(ParseJwks(Json{{"keys", {encryption, other_algorithm}}}.dump()).ok());
}

TEST(KeysTest, RefusesShortRsaKeys) {
  EXPECT_FALSE(ParseJwks(JwksOf({TestKey::Rsa("short", 1024)})).ok());
}

TEST(KeysTest, RefusesBrokenDocuments) {
  for (const char* text : {"", "null", "[]", "{}", R"({"keys":{}})", R"({"keys":[]})",
                           R"({"keys":[1]})", R"({"keys":[{"kty":"OKP","crv":"Ed25519"}]})"}) {
    EXPECT_FALSE(ParseJwks(text).ok()) << text;
  }
}

TEST(Base64Test, HasOneSpellingForAValue) {
  EXPECT_EQ(Base64UrlDecode("_-8"), std::string("\xff\xef"));
  EXPECT_EQ(Base64UrlEncode("\xff\xef"), "_-8");
  for (const char* text : {"_-8=", "/+8", "_-9", "_- 8", "a", "!"}) {
    EXPECT_FALSE(Base64UrlDecode(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace rezon::auth
