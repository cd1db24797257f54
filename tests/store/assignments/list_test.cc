#include <google/protobuf/util/json_util.h>

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

// Rows are encoded by field numbers, which no compiler checks: the database's own JSON of them,
// which events carry, is another mapping of the same columns.
TEST_F(ListTest, EveryColumnGoesToItsField) {
  IssueSome(3);
  Query(
      "WITH p AS (UPDATE issued_point SET deadline_kind = 2, start_date = '2024-02-01', "
      "    end_date = '2024-02-09', printed = 'с 1 по 9', recurrence = 'FREQ=YEARLY', rule = 'r', "
      "    due_rules = 'ru/shift', calendar_version = 'ru-2024.1', provisional = true), "
      "a AS (UPDATE assignment SET version = 300, state = 6, due_date = '2024-02-09', "
      "    last_report = 'отчёт', report_time = '2024-02-01T10:00:00.000001Z', "
      "    accept_time = '1969-12-31T23:59:58.5Z', decision_comment = 'дополнить') SELECT 1");
  const std::vector<v1::Assignment> rows = List("");
  ASSERT_EQ(rows.size(), 3u);
  for (v1::Assignment row : rows) {
    const std::string id = row.name().substr(row.name().rfind('/') + 1);
    v1::Assignment told;
    auto read = google::protobuf::util::JsonStringToMessage(
        Query("SELECT assignment_json(a, p) FROM assignment a JOIN issued_point p "
              "ON p.region = a.region AND p.id = a.point WHERE a.id = '" +
              id + "'"),
        &told);
    ASSERT_TRUE(read.ok()) << read.ToString();
    EXPECT_TRUE(row.GetReflection()->GetUnknownFields(row).empty());
    row.clear_overdue();  // depends on the day; not in the JSON
    EXPECT_EQ(row.DebugString(), told.DebugString());
    auto got = store_.Get(Soon(), kRegion, {id}, today_);
    ASSERT_TRUE(got.ok() && got->size() == 1u) << got.status();
    got->front().clear_overdue();
    EXPECT_EQ(got->front().DebugString(), told.DebugString());
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
