#include "services/platform/auth/signer.h"

#include <gtest/gtest.h>

#include "services/platform/auth/verifier.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/auth/testkeys.h"

namespace rezon::auth {
namespace {

VerifierOptions Options(const std::string& jwks, const char* audience) {
  VerifierOptions options;
  options.jwks = jwks;
  options.issuer = "local";
  options.audience = audience;
  return options;
}

TokenRequest Request() {
  TokenRequest request;
  request.subject = "operator@department";
  request.roles = {"operator"};
  request.region = "ru-tyu";
  request.organisations = {"organisations/1"};
  return request;
}

TEST(SignerTest, ItsTokensPassTheVerifierWithItsKeys) {
  auto pem = Signer::GeneratePem();
  ASSERT_TRUE(pem.ok()) << pem.status();
  TempFile key("signer.pem", *pem);
  auto signer = Signer::FromFile(key.path(), "local", "rezon");
  ASSERT_TRUE(signer.ok()) << signer.status();
  TempFile jwks("signer-jwks", (*signer)->Jwks());
  auto verifier = Verifier::Create(Options(jwks.path(), "rezon"));
  ASSERT_TRUE(verifier.ok()) << verifier.status();
  auto token = (*signer)->Sign(Request());
  ASSERT_TRUE(token.ok()) << token.status();
  auto principal = (*verifier)->Verify(*token);
  ASSERT_TRUE(principal.ok()) << principal.status();
  EXPECT_EQ((*principal)->subject, "operator@department");
  EXPECT_EQ((*principal)->organisations, std::vector<std::string>{"organisations/1"});

  auto other = Verifier::Create(Options(jwks.path(), "other"));
  ASSERT_TRUE(other.ok()) << other.status();
  EXPECT_EQ(errors::Reason((*other)->Verify(*token).status()), "TOKEN_AUDIENCE_WRONG");
}

TEST(SignerTest, RefusesEmptyRequestsAndForeignKeys) {
  auto pem = Signer::GeneratePem();
  ASSERT_TRUE(pem.ok());
  auto signer = Signer::FromPem(*pem, "local", "rezon");
  ASSERT_TRUE(signer.ok());
  TokenRequest no_subject = Request();
  no_subject.subject.clear();
  TokenRequest no_time = Request();
  no_time.lifetime = std::chrono::seconds(0);
  EXPECT_FALSE((*signer)->Sign(no_subject).ok());
  EXPECT_FALSE((*signer)->Sign(no_time).ok());
  EXPECT_FALSE(Signer::FromPem("not a key", "local", "rezon").ok());
  EXPECT_FALSE(Signer::FromFile(testing::TempDir() + "absent.pem", "local", "rezon").ok());
}

}  // namespace
}  // namespace rezon::auth
