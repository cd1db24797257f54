#include <gtest/gtest.h>

#include "services/platform/auth/keysource.h"
#include "services/platform/auth/verifier.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/auth/testkeys.h"

namespace rezon::auth {
namespace {

constexpr int64_t kNow = 1'800'000'000;

VerifierOptions Options(const std::string& jwks, std::chrono::milliseconds min_reload_interval) {
  VerifierOptions options;
  options.jwks = jwks;
  options.issuer = "https://issuer.test";
  options.audience = "rezon";
  options.min_reload_interval = min_reload_interval;
  options.now = [] { return kNow; };
  return options;
}

TEST(VerifierReloadTest, UnknownKeyMakesItReadTheDocumentAgain) {
  const TestKey old_key = TestKey::Ed25519("old");
  const TestKey new_key = TestKey::Ed25519("new");
  TempFile jwks("jwks-rotate", JwksOf({old_key}));
  auto verifier = Verifier::Create(Options(jwks.path(), std::chrono::milliseconds(0)));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  const std::string old_token = old_key.Sign(GoodClaims(kNow));
  ASSERT_TRUE((*verifier)->Verify(old_token).ok());
  jwks.Replace(JwksOf({new_key}));
  EXPECT_TRUE((*verifier)->Verify(new_key.Sign(GoodClaims(kNow))).ok());
  // The remembered token goes with the key that vouched for it.
  EXPECT_EQ(errors::Reason((*verifier)->Verify(old_token).status()), "TOKEN_KEY_UNKNOWN");
}

TEST(VerifierReloadTest, UnknownKeysDoNotReadTheDocumentAgainAndAgain) {
  const TestKey old_key = TestKey::Ed25519("old");
  const TestKey new_key = TestKey::Ed25519("new");
  TempFile jwks("jwks-limit", JwksOf({old_key}));
  KeySource source(jwks.path(), std::chrono::hours(1), std::chrono::hours(1));
  ASSERT_TRUE(source.Load().ok());
  jwks.Replace(JwksOf({new_key}));
  const KeyVersion keys = source.Refreshed();
  EXPECT_EQ(keys.version, 1u);
  EXPECT_TRUE(keys.keys->contains("old"));
}

TEST(VerifierReloadTest, UnreadableDocumentKeepsTheKeys) {
  const TestKey key = TestKey::Ed25519("old");
  TempFile jwks("jwks-broken", JwksOf({key}));
  auto verifier = Verifier::Create(Options(jwks.path(), std::chrono::milliseconds(0)));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  jwks.Replace("{\"keys\":");
  const TestKey other = TestKey::Ed25519("other");
  EXPECT_EQ(errors::Reason((*verifier)->Verify(other.Sign(GoodClaims(kNow))).status()),
            "TOKEN_KEY_UNKNOWN");
  EXPECT_TRUE((*verifier)->Verify(key.Sign(GoodClaims(kNow))).ok());
}

TEST(VerifierReloadTest, MissingFileFailsTheStart) {
  auto verifier =
      Verifier::Create(Options(testing::TempDir() + "no-such-jwks", std::chrono::milliseconds(0)));
  EXPECT_EQ(verifier.status().code(), absl::StatusCode::kUnavailable);
}

TEST(VerifierReloadTest, SilentUrlIsUnavailableNotUnauthenticated) {
  // Port 1 on loopback: refused at once.
  auto verifier =
      Verifier::Create(Options("http://127.0.0.1:1/jwks.json", std::chrono::milliseconds(0)));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  auto principal = (*verifier)->Verify(TestKey::Ed25519("k").Sign(GoodClaims(kNow)));
  EXPECT_EQ(principal.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(errors::Reason(principal.status()), "KEYS_UNAVAILABLE");
}

TEST(VerifierReloadTest, OptionsMustBeComplete) {
  VerifierOptions options;
  options.jwks = "somewhere";
  options.issuer = "x";
  EXPECT_EQ(Verifier::Create(options).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace rezon::auth
