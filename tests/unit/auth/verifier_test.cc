#include "services/platform/auth/verifier.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <functional>

#include "services/platform/auth/base64.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/auth/testkeys.h"

namespace rezon::auth {
namespace {

using Json = nlohmann::json;

constexpr int64_t kNow = 1'800'000'000;

struct Keys {
  TestKey ed = TestKey::Ed25519("ed");
  TestKey rsa = TestKey::Rsa("rsa");
  TestKey stranger = TestKey::Ed25519("ed");  // same kid, another key
};

const Keys& AllKeys() {
  static const Keys keys;
  return keys;
}

VerifierOptions Options(const std::string& jwks) {
  VerifierOptions options;
  options.jwks = jwks;
  options.issuer = "https://issuer.test";
  options.audience = "rezon";
  options.now = [] { return kNow; };
  return options;
}

// A token that takes the public key for an HMAC secret, the oldest of the confusion attacks.
std::string HmacForgery(const TestKey& key) {
  const std::string data = Base64UrlEncode(Json{{"alg", "HS256"}, {"kid", key.kid()}}.dump()) +
                           "." + Base64UrlEncode(GoodClaims(kNow).dump());
  const std::string secret = key.PublicBytes();
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(data.data()), data.size(), mac, &size);
  return data + "." + Base64UrlEncode({reinterpret_cast<char*>(mac), size});
}

Json With(const char* claim, Json value) {
  Json claims = GoodClaims(kNow);
  claims[claim] = std::move(value);
  return claims;
}

Json Without(const char* claim) {
  Json claims = GoodClaims(kNow);
  claims.erase(claim);
  return claims;
}

struct Case {
  const char* name;
  std::function<std::string()> token;
  const char* reason;  // nullptr: the token is good
};

std::string Ed(const Json& claims) { return AllKeys().ed.Sign(claims); }
std::string EdHeader(const Json& header) { return AllKeys().ed.Sign(header, GoodClaims(kNow)); }

std::string Unsigned() {
  return Base64UrlEncode(R"({"alg":"none","kid":"ed"})") + "." +
         Base64UrlEncode(GoodClaims(kNow).dump()) + ".";
}

std::string TamperedClaims() {
  const std::string good = Ed(GoodClaims(kNow));
  const size_t first = good.find('.');
  const size_t second = good.find('.', first + 1);
  return good.substr(0, first + 1) + Base64UrlEncode(With("sub", "root").dump()) +
         good.substr(second);
}

const Case kCases[] = {
    {"EdDsa", [] { return Ed(GoodClaims(kNow)); }, nullptr},
    {"Rs256", [] { return AllKeys().rsa.Sign(GoodClaims(kNow)); }, nullptr},
    {"AudienceList",
     [] {
       return Ed(With("aud", {"other", "rezon"}));
     },
     nullptr},
    {"ExpiredWithinLeeway", [] { return Ed(With("exp", kNow - 29)); }, nullptr},
    {"NotYetWithinLeeway", [] { return Ed(With("nbf", kNow + 30)); }, nullptr},
    {"NoNbf", [] { return Ed(Without("nbf")); }, nullptr},
    {"NoTerritories", [] { return Ed(Without("territories")); }, nullptr},
    {"Empty", [] { return std::string(); }, "TOKEN_MALFORMED"},
    {"TwoParts", [] { return std::string("a.b"); }, "TOKEN_MALFORMED"},
    {"FourParts", [] { return Ed(GoodClaims(kNow)) + ".x"; }, "TOKEN_MALFORMED"},
    {"Padded", [] { return Ed(GoodClaims(kNow)) + "="; }, "TOKEN_MALFORMED"},
    {"HeaderNotJson", [] { return Base64UrlEncode("alg") + ".e30.e30"; }, "TOKEN_MALFORMED"},
    {"TooLong", [] { return Ed(With("sub", std::string(20000, 'x'))); }, "TOKEN_MALFORMED"},
    {"NoKid",
     [] {
       return EdHeader({{"alg", "EdDSA"}});
     },
     "TOKEN_MALFORMED"},
    {"Critical",
     [] {
       return EdHeader({{"alg", "EdDSA"}, {"kid", "ed"}, {"crit", {"b64"}}});
     },
     "TOKEN_MALFORMED"},
    {"None", Unsigned, "TOKEN_ALGORITHM_REFUSED"},
    {"NoneInCapitals",
     [] {
       return EdHeader({{"alg", "NONE"}, {"kid", "ed"}});
     },
     "TOKEN_ALGORITHM_REFUSED"},
    {"HmacOfRsaKey", [] { return HmacForgery(AllKeys().rsa); }, "TOKEN_ALGORITHM_REFUSED"},
    {"HmacOfEdKey", [] { return HmacForgery(AllKeys().ed); }, "TOKEN_ALGORITHM_REFUSED"},
    {"EdKeyNamedByRs256",
     [] {
       return EdHeader({{"alg", "RS256"}, {"kid", "ed"}});
     },
     "TOKEN_ALGORITHM_REFUSED"},
    {"UnknownKid",
     [] {
       return EdHeader({{"alg", "EdDSA"}, {"kid", "other"}});
     },
     "TOKEN_KEY_UNKNOWN"},
    {"ForgedBySameKid", [] { return AllKeys().stranger.Sign(GoodClaims(kNow)); },
     "TOKEN_SIGNATURE_INVALID"},
    {"TamperedClaims", TamperedClaims, "TOKEN_SIGNATURE_INVALID"},
    {"Expired", [] { return Ed(With("exp", kNow - 30)); }, "TOKEN_EXPIRED"},
    {"NotYetValid", [] { return Ed(With("nbf", kNow + 31)); }, "TOKEN_NOT_YET_VALID"},
    {"NoExp", [] { return Ed(Without("exp")); }, "TOKEN_CLAIMS_INVALID"},
    {"ExpIsText", [] { return Ed(With("exp", "9999999999")); }, "TOKEN_CLAIMS_INVALID"},
    {"ExpIsHuge", [] { return Ed(With("exp", 1e300)); }, "TOKEN_CLAIMS_INVALID"},
    {"WrongIssuer", [] { return Ed(With("iss", "https://issuer.test/")); }, "TOKEN_ISSUER_WRONG"},
    {"NoIssuer", [] { return Ed(Without("iss")); }, "TOKEN_ISSUER_WRONG"},
    {"WrongAudience", [] { return Ed(With("aud", "rezon-2")); }, "TOKEN_AUDIENCE_WRONG"},
    {"NoAudience", [] { return Ed(Without("aud")); }, "TOKEN_AUDIENCE_WRONG"},
    {"NoSubject", [] { return Ed(Without("sub")); }, "TOKEN_CLAIMS_INVALID"},
    {"EmptySubject", [] { return Ed(With("sub", "")); }, "TOKEN_CLAIMS_INVALID"},
    {"NoRegion", [] { return Ed(Without("region")); }, "TOKEN_CLAIMS_INVALID"},
    {"RolesAreText", [] { return Ed(With("roles", "operator")); }, "TOKEN_CLAIMS_INVALID"},
};

class VerifierTable : public testing::TestWithParam<Case> {};

TEST_P(VerifierTable, Answers) {
  TempFile jwks("jwks-table", JwksOf({AllKeys().ed, AllKeys().rsa}));
  auto verifier = Verifier::Create(Options(jwks.path()));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  const std::string token = GetParam().token();
  auto principal = (*verifier)->Verify(token);
  if (GetParam().reason == nullptr) {
    ASSERT_TRUE(principal.ok()) << principal.status();
    EXPECT_EQ((*principal)->subject, "user-1");
    EXPECT_EQ((*principal)->token, token);
    return;
  }
  EXPECT_EQ(principal.status().code(), absl::StatusCode::kUnauthenticated);
  EXPECT_EQ(errors::Reason(principal.status()), GetParam().reason);
  EXPECT_EQ(errors::Domain(principal.status()), "rezon.auth");
  EXPECT_FALSE(errors::MessageRu(principal.status()).empty());
}

INSTANTIATE_TEST_SUITE_P(All, VerifierTable, testing::ValuesIn(kCases),
                         [](const auto& test) { return test.param.name; });

TEST(VerifierTest, ReadsEveryClaim) {
  TempFile jwks("jwks-claims", JwksOf({AllKeys().ed}));
  auto verifier = Verifier::Create(Options(jwks.path()));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  auto principal = (*verifier)->VerifyHeader("bearer " + Ed(GoodClaims(kNow)));
  ASSERT_TRUE(principal.ok()) << principal.status();
  const Principal& p = **principal;
  EXPECT_EQ(p.region, "ru-tyu");
  EXPECT_EQ(p.territories, std::vector<std::string>{"territories/t1"});
  EXPECT_EQ(p.organisations, (std::vector<std::string>{"organisations/o1", "organisations/o2"}));
  EXPECT_EQ(p.expires_at, kNow + 600);
  EXPECT_TRUE(p.HasRole("operator"));
  EXPECT_FALSE(p.HasRole("clerk"));
  EXPECT_TRUE(p.HasAnyRole({"clerk", "controller"}));
  EXPECT_FALSE(p.HasAnyRole({"clerk", "auditor"}));
}

TEST(VerifierTest, OtherSchemesAreMissingTokens) {
  TempFile jwks("jwks-scheme", JwksOf({AllKeys().ed}));
  auto verifier = Verifier::Create(Options(jwks.path()));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  for (const char* header : {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz"}) {
    auto principal = (*verifier)->VerifyHeader(header);
    EXPECT_EQ(errors::Reason(principal.status()), "TOKEN_MISSING") << header;
  }
}

TEST(VerifierTest, RemembersATokenOnlyUntilItExpires) {
  TempFile jwks("jwks-expiry", JwksOf({AllKeys().ed}));
  int64_t now = kNow;
  VerifierOptions options = Options(jwks.path());
  options.now = [&now] { return now; };
  auto verifier = Verifier::Create(std::move(options));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  const std::string token = Ed(GoodClaims(kNow));
  auto first = (*verifier)->Verify(token);
  auto second = (*verifier)->Verify(token);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->get(), second->get());
  now = kNow + 600 + 30;
  EXPECT_EQ(errors::Reason((*verifier)->Verify(token).status()), "TOKEN_EXPIRED");
}

TEST(VerifierTest, ManyTokensStayCorrectInASmallCache) {
  TempFile jwks("jwks-cache", JwksOf({AllKeys().ed}));
  VerifierOptions options = Options(jwks.path());
  options.cache_capacity = 4;
  auto verifier = Verifier::Create(std::move(options));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  std::vector<std::string> tokens;
  for (int i = 0; i < 20; ++i) tokens.push_back(Ed(With("sub", "user-" + std::to_string(i))));
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 20; ++i) {
      auto principal = (*verifier)->Verify(tokens[i]);
      ASSERT_TRUE(principal.ok()) << principal.status();
      EXPECT_EQ((*principal)->subject, "user-" + std::to_string(i));
    }
  }
}

}  // namespace
}  // namespace rezon::auth
