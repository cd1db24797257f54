#include <gtest/gtest.h>

#include <set>

#include "services/platform/errors/errors.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

pb::SearchPointsResponse Search(World& world, const std::string& query, int size = 0,
                                const std::string& token = "",
                                const std::string& region = "ru-xx") {
  pb::SearchPointsRequest request;
  request.set_query(query);
  request.set_page_size(size);
  request.set_page_token(token);
  pb::SearchPointsResponse response;
  absl::Status status = world.points.Search(*world.Call(region), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return response;
}

TEST(SearchTest, AnyFormOfAWordFindsItAndYoIsYe) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  for (const char* query : {"учет одаренных", "учёту одарённым детям", "УЧЁТЫ дети"}) {
    auto found = Search(world, query);
    ASSERT_EQ(found.hits_size(), 1) << query;
    EXPECT_NE(found.hits(0).point().text().find("учёт"), std::string::npos);
    EXPECT_NE(found.hits(0).snippet().find("\x02учёт\x03"), std::string::npos)
        << found.hits(0).snippet();
    EXPECT_EQ(found.hits(0).resolution_display_name(), draft.display_name());
    EXPECT_GT(found.hits(0).rank(), 0);
  }
}

TEST(SearchTest, MinusAndQuotesWork) {
  World world;
  world.Import(SampleText());
  EXPECT_EQ(Search(world, "учителями").hits_size(), 2);
  EXPECT_EQ(Search(world, "учителями -наставничество").hits_size(), 1);
  EXPECT_EQ(Search(world, "\"молодых учителей\"").hits_size(), 2);
  EXPECT_EQ(Search(world, "\"учителей молодых\"").hits_size(), 0);
  EXPECT_EQ(Search(world, "и на").hits_size(), 0);
}

TEST(SearchTest, PagesAreDisjointAndComplete) {
  World world;
  for (int i = 0; i < 5; ++i) {
    world.Import(SampleText() + "3. Подвести итоги " + std::to_string(i) + ".\n");
  }
  std::set<std::string> seen;
  std::string token;
  double last = 1e9;
  int pages = 0;
  do {
    auto page = Search(world, "учителями", 3, token);
    for (const auto& hit : page.hits()) {
      EXPECT_TRUE(seen.insert(hit.point().name()).second);
      EXPECT_LE(hit.rank(), last);
      last = hit.rank();
    }
    token = page.next_page_token();
  } while (!token.empty() && ++pages < 20);
  EXPECT_EQ(seen.size(), 10u);
}

TEST(SearchTest, OtherRegionsAreNotSearched) {
  World world;
  world.Import(SampleText());
  EXPECT_EQ(Search(world, "учителями", 0, "", "ru-yy").hits_size(), 0);
}

TEST(SearchTest, WrongInputIsRefused) {
  World world;
  pb::SearchPointsRequest request;
  pb::SearchPointsResponse response;
  EXPECT_EQ(errors::Violations(world.points.Search(*world.Call(), request, &response)).at(0).path,
            "query");
  request.set_query("учителя");
  request.set_page_token("AAAA");
  EXPECT_EQ(errors::Violations(world.points.Search(*world.Call(), request, &response)).at(0).path,
            "page_token");
}

}  // namespace
}  // namespace rezon::decisions
