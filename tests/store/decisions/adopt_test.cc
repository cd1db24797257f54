#include <gtest/gtest.h>

#include "services/decisions/domain/canonical.h"
#include "services/platform/errors/errors.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

absl::Status Adopt(World& world, const std::string& name, const std::string& etag,
                   pb::Resolution* out) {
  pb::AdoptResolutionRequest request;
  request.set_name(name);
  request.set_etag(etag);
  request.set_adopt_date("2024-08-23");
  return world.resolutions.Adopt(*world.Call(), request, out);
}

TEST(AdoptTest, AdoptionTellsEveryPointOnceBehindTheResolution) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::Resolution adopted;
  absl::Status status = Adopt(world, draft.name(), draft.etag(), &adopted);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(adopted.state(), pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(adopted.revision(), 1);
  EXPECT_EQ(adopted.adopt_date(), "2024-08-23");
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'point.adopted'"),
            std::to_string(adopted.point_count()));
  EXPECT_EQ(world.Query("SELECT string_agg(DISTINCT payload->>'resolution', ',') FROM outbox "
                        "WHERE type = 'point.adopted'"),
            adopted.name());
  EXPECT_EQ(world.Query("SELECT bool_and(subject = payload->>'name')::text FROM outbox"), "true");
  EXPECT_EQ(world.Query("SELECT (min(id) FILTER (WHERE type = 'point.adopted') > "
                        "min(id) FILTER (WHERE type = 'resolution.adopted'))::text FROM outbox"),
            "true");
}

TEST(AdoptTest, HashCanBeCheckedFromWhatIsStored) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::Resolution adopted;
  ASSERT_TRUE(Adopt(world, draft.name(), "", &adopted).ok());
  auto aggregate =
      world.store.Load(*world.Call(), adopted.name().substr(adopted.name().find('/') + 1));
  ASSERT_TRUE(aggregate.ok()) << aggregate.status();
  EXPECT_EQ(ContentHash(*aggregate, ""), adopted.content_hash());
}

TEST(AdoptTest, StatesForbidWhatTheTableForbids) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::Resolution out;
  pb::RevokeResolutionRequest revoke;
  revoke.set_name(draft.name());
  revoke.set_reason("принята по ошибке");
  EXPECT_EQ(errors::Reason(world.resolutions.Revoke(*world.Call(), revoke, &out)), "STATE_FORBIDS");
  pb::SubmitResolutionRequest submit;
  submit.set_name(draft.name());
  ASSERT_TRUE(world.resolutions.Submit(*world.Call(), submit, &out).ok());
  EXPECT_EQ(out.state(), pb::Resolution::STATE_IN_REVIEW);
  EXPECT_EQ(errors::Reason(Adopt(world, draft.name(), draft.etag(), &out)), "ETAG_MISMATCH");
  ASSERT_TRUE(Adopt(world, draft.name(), out.etag(), &out).ok());
  EXPECT_EQ(errors::Reason(Adopt(world, draft.name(), out.etag(), &out)), "STATE_FORBIDS");
  ASSERT_TRUE(world.resolutions.Revoke(*world.Call(), revoke, &out).ok());
  EXPECT_EQ(out.state(), pb::Resolution::STATE_REVOKED);
  EXPECT_EQ(world.Query("SELECT revoke_reason FROM resolution"), "принята по ошибке");
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'resolution.revoked'"), "1");
}

TEST(AdoptTest, FilterFindsTheAdoptedOnes) {
  World world;
  auto first = world.Import(SampleText()).resolution();
  auto second = world.Import(SampleText() + "\n3. Подвести итоги.\n").resolution();
  pb::Resolution out;
  ASSERT_TRUE(Adopt(world, first.name(), "", &out).ok());
  auto list = [&](const std::string& filter, const std::string& token) {
    pb::ListResolutionsRequest request;
    request.set_filter(filter);
    request.set_page_size(1);
    request.set_page_token(token);
    pb::ListResolutionsResponse response;
    absl::Status status = world.resolutions.List(*world.Call(), request, &response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  };
  auto adopted = list("state = STATE_ADOPTED AND adopt_date >= 2024-01-01", "");
  ASSERT_EQ(adopted.resolutions_size(), 1);
  EXPECT_EQ(adopted.resolutions(0).name(), first.name());
  EXPECT_EQ(adopted.next_page_token(), "");
  auto page = list("", "");
  ASSERT_EQ(page.resolutions_size(), 1);
  EXPECT_EQ(page.resolutions(0).name(), second.name());
  page = list("", page.next_page_token());
  ASSERT_EQ(page.resolutions_size(), 1);
  EXPECT_EQ(page.resolutions(0).name(), first.name());
  EXPECT_EQ(page.next_page_token(), "");
  pb::ListResolutionsRequest wrong;
  wrong.set_filter("colour = red");
  pb::ListResolutionsResponse ignored;
  EXPECT_EQ(errors::Violations(world.resolutions.List(*world.Call(), wrong, &ignored)).at(0).path,
            "filter");
}

}  // namespace
}  // namespace rezon::decisions
