#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

std::string TextOf(const std::string& name, const std::vector<std::string>& points) {
  std::string text = "РЕЗОЛЮЦИЯ\nрайонного форума «" + name +
                     "»\n\n3 марта 2021 года\n\nУчастники форума рекомендуют:\n\n";
  for (size_t i = 0; i < points.size(); ++i) {
    text += std::to_string(i + 1) + ". " + points[i] + ".\n";
  }
  return text;
}

pb::ListPointDuplicatesResponse Duplicates(World& world, const std::string& resolution,
                                           double least = 0, int size = 0,
                                           const std::string& token = "") {
  pb::ListPointDuplicatesRequest request;
  request.set_parent(resolution);
  request.set_min_similarity(least);
  request.set_page_size(size);
  request.set_page_token(token);
  pb::ListPointDuplicatesResponse response;
  absl::Status status = world.relations.ListDuplicates(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return response;
}

TEST(DuplicatesTest, OfThisAndOfAnotherResolution) {
  World world;
  const auto one =
      world.Import(TextOf("Первый", {"Провести весенний смотр школьных музеев до 1 мая 2021 года",
                                     "Обновить стенды по охране труда"}));
  const auto two = world.Import(TextOf(
      "Второй", {"Составить график дежурств", "Организовать проведение смотра школьных музеев",
                 "Провести смотр школьных музеев"}));
  const auto found = Duplicates(world, two.resolution().name());
  ASSERT_EQ(found.duplicates_size(),
            4);  // each of two points repeats the other and the first text's
  const auto points = world.Points(two.resolution().name());
  EXPECT_EQ(found.duplicates(0).point(), points[1].name());
  EXPECT_EQ(found.duplicates(3).point(), points[2].name());
  EXPECT_EQ(found.duplicates(3).other_resolution_display_name(), one.resolution().display_name());
  for (const auto& duplicate : found.duplicates()) {
    EXPECT_GE(duplicate.similarity(), 0.5);
    EXPECT_LE(duplicate.similarity(), 1.0);
    EXPECT_NE(duplicate.point(), duplicate.other().name());
    EXPECT_NE(duplicate.other().text().find("смотр"), std::string::npos);
  }
  EXPECT_EQ(Duplicates(world, one.resolution().name()).duplicates_size(), 2);
  EXPECT_LT(Duplicates(world, two.resolution().name(), 0.99).duplicates_size(), 4);
}

TEST(DuplicatesTest, PagesHoldEveryRowOnce) {
  World world;
  const std::vector<std::string> same(4, "Провести смотр школьных музеев");
  const std::string name = world.Import(TextOf("Смотр", same)).resolution().name();
  std::set<std::string> seen;
  std::string token;
  int rows = 0;
  do {
    const auto page = Duplicates(world, name, 0, 5, token);
    for (const auto& row : page.duplicates()) {
      seen.insert(row.point() + row.other().name());
      ++rows;
    }
    token = page.next_page_token();
  } while (!token.empty());
  EXPECT_EQ(rows, 12);
  EXPECT_EQ(seen.size(), 12u);
}

TEST(DuplicatesTest, TheyFollowACorrectionAndEndWithRevocation) {
  World world;
  const auto one = world.Import(TextOf("Первый", {"Провести смотр школьных музеев"})).resolution();
  const auto two = world.Import(TextOf("Второй", {"Составить график дежурств"})).resolution();
  EXPECT_EQ(Duplicates(world, one.name()).duplicates_size(), 0);
  pb::UpdatePointRequest update;
  update.mutable_point()->set_name(world.Points(two.name())[0].name());
  update.mutable_point()->set_text("Организовать смотр школьных музеев");
  pb::Point point;
  ASSERT_TRUE(world.points.Update(*world.Call(), update, &point).ok());
  EXPECT_EQ(Duplicates(world, one.name()).duplicates_size(), 1);
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(two.name());
  pb::Resolution out;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), adopt, &out).ok());
  EXPECT_EQ(Duplicates(world, one.name()).duplicates_size(), 1);
  pb::RevokeResolutionRequest revoke;
  revoke.set_name(two.name());
  revoke.set_reason("принята по ошибке");
  ASSERT_TRUE(world.resolutions.Revoke(*world.Call(), revoke, &out).ok());
  EXPECT_EQ(Duplicates(world, one.name()).duplicates_size(), 0);
}

TEST(DuplicatesTest, PointsFromBeforeGetTheirBandsAndRegionsStayApart) {
  World world;
  const auto one = world.Import(TextOf("Первый", {"Провести смотр школьных музеев"})).resolution();
  world.Import(TextOf("Второй", {"Провести смотр школьных музеев"}));
  world.Import(TextOf("Чужой", {"Провести смотр школьных музеев"}), "ru-yy");
  world.Query("DELETE FROM point_bands");
  EXPECT_EQ(Duplicates(world, one.name()).duplicates_size(), 0);
  world.Query("INSERT INTO point_without_bands SELECT region, resolution_id, id FROM point");
  EXPECT_EQ(Duplicates(world, one.name()).duplicates_size(), 1);
  EXPECT_EQ(world.Query("SELECT count(*) FROM point_without_bands"), "1");
}

TEST(DuplicatesTest, WrongRequests) {
  World world;
  pb::ListPointDuplicatesRequest request;
  request.set_parent("resolutions/01900000-0000-7000-8000-000000000000");
  pb::ListPointDuplicatesResponse response;
  EXPECT_TRUE(absl::IsNotFound(world.relations.ListDuplicates(*world.Call(), request, &response)));
  request.set_min_similarity(1.5);
  EXPECT_TRUE(
      absl::IsInvalidArgument(world.relations.ListDuplicates(*world.Call(), request, &response)));
}

}  // namespace
}  // namespace rezon::decisions
