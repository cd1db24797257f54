#include <algorithm>
#include <set>

#include "services/assignments/handlers/fields.h"
#include "services/platform/paging/filter.h"
#include "tests/store/assignments/fixture.h"

namespace rezon::assignments {
namespace {

using ::rezon::testing::Soon;

class ListTest : public StoreTest {
 protected:
  std::vector<v1::Assignment> List(const std::string& text, int size = 1000) {
    auto filter = paging::ParseFilter(text);
    EXPECT_TRUE(filter.ok()) << filter.status();
    auto condition = paging::ToSql(filter->get(), FilterFields(), 3);
    EXPECT_TRUE(condition.ok()) << condition.status();
    store::ListQuery query;
    query.region = kRegion;
    query.condition = condition->sql;
    query.values = condition->values;
    query.size = size;
    query.today = today_;
    auto page = store_.List(Soon(), query);
    EXPECT_TRUE(page.ok()) << page.status();
    return page.ok() ? Rows(*page) : std::vector<v1::Assignment>();
  }
};

TEST_F(ListTest, EveryFieldFilters) {
  Adopted adopted = MakeAdopted(20, 6);
  Issue(adopted, Order());
  Issue(MakeAdopted(2, 6), Order());
  std::string resolution = adopted.resolution.name();
  EXPECT_EQ(List("").size(), 132u);
  EXPECT_EQ(List("resolution = \"" + resolution + "\"").size(), 120u);
  EXPECT_EQ(List("executor = \"organisations/org-1\"").size(), 22u);
  EXPECT_EQ(List("territory = territories/t1").size(), 44u);
  EXPECT_EQ(List("point = \"" + adopted.points[0].name() + "\"").size(), 6u);
  EXPECT_EQ(List("due_date < 2024-01-03 AND resolution = \"" + resolution + "\"").size(), 12u);
  EXPECT_EQ(List("due_date >= 2024-01-19").size(), 6u);
  EXPECT_EQ(List("overdue = true").size(), 14u * 6 + 6);
  EXPECT_EQ(List("overdue = false").size(), 132u - 15 * 6);
  EXPECT_EQ(List("state = ISSUED").size(), 132u);
  EXPECT_EQ(List("state = STATE_ACCEPTED OR state = RETURNED").size(), 0u);
  EXPECT_EQ(List("NOT executor = organisations/org-1 resolution = " + resolution).size(), 100u);
}

TEST_F(ListTest, KeysetPagesShowEveryRowOnceInOrder) {
  Issue(MakeAdopted(7, 9), Order());
  for (bool descending : {false, true}) {
    std::set<std::string> seen;
    std::string last_due = descending ? "9999" : "0000";
    store::ListQuery query;
    query.region = kRegion;
    query.descending = descending;
    query.size = 10;
    query.today = today_;
    for (int i = 0; i < 10; ++i) {
      auto page = store_.List(Soon(), query);
      ASSERT_TRUE(page.ok()) << page.status();
      EXPECT_LE(page->rows.size(), 10u);
      const std::vector<v1::Assignment> rows = Rows(*page);
      for (const auto& row : rows) {
        EXPECT_TRUE(seen.insert(row.name()).second);
        std::string due = row.due_date().empty() ? "9000" : row.due_date();
        EXPECT_TRUE(descending ? due <= last_due : due >= last_due) << due << last_due;
        last_due = due;
      }
      if (!page->more) break;
      EXPECT_EQ(page->last_due, rows.back().due_date());
      EXPECT_EQ(AssignmentName(page->last_id), rows.back().name());
      query.after_due = page->last_due.empty() ? "infinity" : page->last_due;
      query.after_id = page->last_id;
    }
    EXPECT_EQ(seen.size(), 63u);
  }
}

// A page's rows are encoded apart from messages: field by field they say what a get says.
TEST_F(ListTest, RowsSayWhatAGetSays) {
  IssueSome(3);
  std::vector<std::string> ids;
  const std::vector<v1::Assignment> rows = List("");
  for (const auto& row : rows) ids.push_back(row.name().substr(row.name().rfind('/') + 1));
  auto got = store_.Get(Soon(), kRegion, ids, today_);
  ASSERT_TRUE(got.ok()) << got.status();
  ASSERT_EQ(got->size(), rows.size());
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) {
    auto same = std::find_if(got->begin(), got->end(),
                             [&row](const auto& one) { return one.name() == row.name(); });
    ASSERT_NE(same, got->end());
    EXPECT_EQ(row.SerializeAsString(), same->SerializeAsString());
    EXPECT_TRUE(row.GetReflection()->GetUnknownFields(row).empty());
    EXPECT_FALSE(row.point_text().empty());
    EXPECT_EQ(row.etag(), "\"1\"");
  }
}

TEST_F(ListTest, AnotherRegionSeesNothing) {
  auto ids = IssueSome(2);
  store::ListQuery query;
  query.region = "ru-sve";
  EXPECT_TRUE(store_.List(Soon(), query)->rows.empty());
  EXPECT_EQ(store_.Get(Soon(), "ru-sve", ids, today_)->size(), 0u);
  EXPECT_EQ(store_.Get(Soon(), kRegion, ids, today_)->size(), 2u);
}

}  // namespace
}  // namespace rezon::assignments
