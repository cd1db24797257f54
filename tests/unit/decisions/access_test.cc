#include "services/decisions/handlers/access.h"

#include <gtest/gtest.h>

#include "rezon/decisions/v1/decisions.pb.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

constexpr char kId[] = "0192aaaa-0000-7000-8000-0123456789ab";

absl::Status MayWrite(const std::string& role) {
  auto principal = std::make_shared<auth::Principal>();
  principal->subject = "s";
  principal->region = "ru-xx";
  principal->roles = {role};
  server::CallContext call(principal, absl::InfiniteFuture());
  return CheckMayWrite(call);
}

TEST(AccessTest, OnlySomeRolesWrite) {
  for (const char* role : {"operator", "controller", "integration"}) {
    EXPECT_TRUE(MayWrite(role).ok()) << role;
  }
  for (const char* role : {"clerk", "reporter", "auditor", "registrar", "service", ""}) {
    EXPECT_EQ(MayWrite(role).code(), absl::StatusCode::kPermissionDenied) << role;
  }
}

TEST(AccessTest, KeyCoversEverythingButTheId) {
  v1::AdoptResolutionRequest request;
  request.set_name("resolutions/1");
  auto plain = MakeKey("AdoptResolution", "", request);
  request.set_request_id(kId);
  auto same = MakeKey("AdoptResolution", kId, request);
  request.set_adopt_date("2024-01-01");
  auto other = MakeKey("AdoptResolution", kId, request);
  ASSERT_TRUE(plain.ok() && same.ok() && other.ok());
  EXPECT_EQ(plain->hash, same->hash);
  EXPECT_NE(same->hash, other->hash);
  EXPECT_EQ(same->hash.size(), 32u);
}

TEST(AccessTest, IdsAreUuidsOrAbsent) {
  EXPECT_EQ(MakeKeyOf("M", "0192AAAA-0000-7000-8000-0123456789AB", "x")->id, kId);
  EXPECT_EQ(errors::Violations(MakeKeyOf("M", "once", "x").status()).at(0).path, "request_id");
}

}  // namespace
}  // namespace rezon::decisions
