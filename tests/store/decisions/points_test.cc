#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

pb::Resolution Get(World& world, const std::string& name) {
  pb::GetResolutionRequest request;
  request.set_name(name);
  pb::Resolution resolution;
  EXPECT_TRUE(world.resolutions.Get(*world.Call(), request, &resolution).ok());
  return resolution;
}

TEST(PointsTest, PagesTogetherAreTheWholeList) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  std::vector<std::string> seen;
  pb::ListPointsRequest request;
  request.set_parent(draft.name());
  request.set_page_size(2);
  for (int page = 0; page < 100; ++page) {
    pb::ListPointsResponse response;
    ASSERT_TRUE(world.points.List(*world.Call(), request, &response).ok());
    EXPECT_LE(response.points_size(), 2);
    for (const auto& point : response.points()) seen.push_back(point.name());
    request.set_page_token(response.next_page_token());
    if (request.page_token().empty()) break;
  }
  std::vector<std::string> all;
  for (const pb::Point& point : world.Points(draft.name())) all.push_back(point.name());
  EXPECT_EQ(seen, all);
}

TEST(PointsTest, BadPagesAreRefused) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::ListPointsRequest request;
  request.set_parent(draft.name());
  request.set_page_token("garbage");
  pb::ListPointsResponse response;
  EXPECT_EQ(errors::Violations(world.points.List(*world.Call(), request, &response)).at(0).path,
            "page_token");
  request.clear_page_token();
  request.set_page_size(-1);
  EXPECT_EQ(errors::Violations(world.points.List(*world.Call(), request, &response)).at(0).path,
            "page_size");
  request.set_page_size(0);
  request.set_parent("resolutions/0192aaaa-0000-7000-8000-0123456789ab");
  EXPECT_EQ(world.points.List(*world.Call(), request, &response).code(),
            absl::StatusCode::kNotFound);
}

TEST(PointsTest, ACorrectionIsKeptWithItsAuthorAndRaisesBothVersions) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::Point point = world.Points(draft.name()).back();
  world.directory.names["organisations/5"] = "Школа № 5";
  pb::UpdatePointRequest request;
  request.mutable_point()->set_name(point.name());
  request.mutable_point()->set_etag(point.etag());
  request.mutable_point()->set_text("исправленный текст");
  request.mutable_point()->add_addressees()->add_targets("organisations/5");
  pb::Point changed;
  absl::Status status = world.points.Update(*world.Call(), request, &changed);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(changed.etag(), "\"2\"");
  EXPECT_EQ(changed.corrector(), "ivanova");
  pb::Point stored = world.Points(draft.name()).back();
  EXPECT_EQ(stored.SerializeAsString(), changed.SerializeAsString());
  EXPECT_EQ(stored.addressees(0).target_display_names(0), "Школа № 5");
  EXPECT_EQ(Get(world, draft.name()).etag(), "\"2\"");
  EXPECT_EQ(world.Query("SELECT revision FROM outbox WHERE type = 'resolution.changed'"), "2");
  status = world.points.Update(*world.Call(), request, &changed);
  EXPECT_EQ(status.code(), absl::StatusCode::kAborted) << status;
  EXPECT_EQ(Get(world, draft.name()).etag(), "\"2\"");
}

TEST(PointsTest, ATargetThatTheRegistryDoesNotKnowIsRefused) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::UpdatePointRequest request;
  request.mutable_point()->set_name(world.Points(draft.name()).back().name());
  request.mutable_point()->add_addressees()->add_targets("organisations/404");
  pb::Point changed;
  EXPECT_EQ(errors::Violations(world.points.Update(*world.Call(), request, &changed)).at(0).path,
            "point.addressees");
  EXPECT_EQ(Get(world, draft.name()).etag(), draft.etag());
}

TEST(PointsTest, PointsComeAndGoInOrder) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  auto before = world.Points(draft.name());
  pb::CreatePointRequest create;
  create.set_parent(draft.name());
  create.set_after(before[0].name());
  create.mutable_point()->set_text("новый пункт");
  create.mutable_point()->set_actionable(true);
  pb::Point created;
  absl::Status status = world.points.Create(*world.Call(), create, &created);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(created.ordinal(), 2);
  EXPECT_EQ(created.etag(), "\"1\"");
  auto with = world.Points(draft.name());
  ASSERT_EQ(with.size(), before.size() + 1);
  EXPECT_EQ(with[1].name(), created.name());
  EXPECT_EQ(with[2].name(), before[1].name());
  EXPECT_EQ(Get(world, draft.name()).point_count(), static_cast<int>(with.size()));
  pb::DeletePointRequest remove;
  remove.set_name(created.name());
  pb::DeletePointResponse removed;
  status = world.points.Delete(*world.Call(), remove, &removed);
  ASSERT_TRUE(status.ok()) << status;
  auto after = world.Points(draft.name());
  ASSERT_EQ(after.size(), before.size());
  for (size_t i = 0; i < after.size(); ++i) EXPECT_EQ(after[i].name(), before[i].name());
  EXPECT_EQ(world.points.Delete(*world.Call(), remove, &removed).code(),
            absl::StatusCode::kNotFound);
}

TEST(PointsTest, FactsChangeWithTheResolutionsEtag) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::UpdateResolutionRequest request;
  request.mutable_resolution()->set_name(draft.name());
  request.mutable_resolution()->set_etag(draft.etag());
  request.mutable_resolution()->set_display_name("Другое название");
  pb::Resolution changed;
  ASSERT_TRUE(world.resolutions.Update(*world.Call(), request, &changed).ok());
  EXPECT_EQ(changed.display_name(), "Другое название");
  EXPECT_EQ(Get(world, draft.name()).SerializeAsString(), changed.SerializeAsString());
  absl::Status status = world.resolutions.Update(*world.Call(), request, &changed);
  EXPECT_EQ(errors::Reason(status), "ETAG_MISMATCH");
  EXPECT_EQ(errors::MetadataValue(status, "etag"), "\"2\"");
}

}  // namespace
}  // namespace rezon::decisions
