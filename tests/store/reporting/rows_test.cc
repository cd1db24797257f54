#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/reporting/store/summaries.h"
#include "tests/store/reporting/world.h"

namespace rezon::reporting {
namespace {

using ::testing::ElementsAre;

class RowsTest : public ::testing::Test {
 protected:
  // Fills the world with random lives.
  void Fill() {
    std::mt19937 random(3);
    world_.Apply(Lives(random, 120, 4, &last_));
  }

  Counts Recount(const std::function<bool(const AssignmentFact&)>& wanted) const {
    Counts counts;
    for (const AssignmentFact& fact : last_) {
      if (!wanted(fact)) continue;
      const bool progress =
          fact.state == "ACKNOWLEDGED" || fact.state == "IN_PROGRESS" || fact.state == "RETURNED";
      const bool open = progress || fact.state == "ISSUED" || fact.state == "DELIVERED";
      counts.total += 1;
      counts.open += open;
      counts.in_progress += progress;
      counts.reported += fact.state == "REPORTED";
      counts.accepted += fact.state == "ACCEPTED";
      counts.cancelled += fact.state == "CANCELLED";
      counts.done_late += fact.done_late;
      counts.overdue += open && fact.due_date && *fact.due_date < kToday;
    }
    return counts;
  }

  // All rows, read in pages of `size`.
  std::vector<Row> All(Dimension dimension, const Selection& selection, int size) {
    RowsQuery query{dimension, selection, kToday, size, {}};
    std::vector<Row> all;
    while (true) {
      auto page = store::ReadRows(world_.pool(), testing::Soon(), query);
      EXPECT_TRUE(page.ok()) << page.status();
      if (!page.ok()) return all;
      EXPECT_LE(page->rows.size(), static_cast<size_t>(size));
      for (Row& row : page->rows) all.push_back(std::move(row));
      if (!page->more) return all;
      query.after = all.back().sort_key;
    }
  }

  World world_;
  std::vector<AssignmentFact> last_;
};

TEST_F(RowsTest, EveryDimensionAndFilterAgreesWithARecount) {
  Fill();
  struct Case {
    Dimension dimension;
    std::string AssignmentFact::*key;
  };
  for (const Case& c : {Case{Dimension::kResolution, &AssignmentFact::resolution},
                        Case{Dimension::kPoint, &AssignmentFact::point},
                        Case{Dimension::kMunicipality, &AssignmentFact::territory},
                        Case{Dimension::kExecutor, &AssignmentFact::executor}}) {
    for (const std::string& territory : {std::string(), Id(500)}) {
      std::map<std::string, int> seen;
      for (const Row& row : All(c.dimension, {kRegion, Id(1), territory}, 3)) {
        EXPECT_EQ(++seen[row.id], 1) << "a row on two pages";
        EXPECT_EQ(row.counts, Recount([&](const AssignmentFact& fact) {
                    return fact.*c.key == row.id &&
                           (territory.empty() || fact.territory == territory);
                  }));
      }
      for (const AssignmentFact& fact : last_) {
        if (territory.empty() || fact.territory == territory) {
          EXPECT_EQ(seen[fact.*c.key], 1);
        }
      }
    }
  }
}

TEST_F(RowsTest, AResolutionShowsAllPointsInOrderAlsoThoseWithoutAssignments) {
  world_.Apply(std::vector<ResolutionFact>{{kRegion, Id(1), 2, "Резолюция", "ADOPTED"}});
  world_.Apply(std::vector<PointFact>{{kRegion, Id(1), Id(103), 1, 3, "1.2", "Второе", true},
                                      {kRegion, Id(1), Id(101), 1, 1, "1", "Рекомендовать:", false},
                                      {kRegion, Id(1), Id(102), 1, 2, "1.1", "Первое", true}});
  AssignmentFact late = Assignment(1, 2);
  late.due_date = kToday - 1;
  AssignmentFact nowhere = Assignment(2, 3);
  nowhere.territory = nowhere.territory_name = "";
  world_.Apply(std::vector{late, nowhere});
  auto report = store::ReadResolution(world_.pool(), testing::Soon(), {kRegion, Id(1), ""}, kToday);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->name, "Резолюция");
  std::vector<std::string> points;
  for (const Row& row : report->points) {
    points.push_back(absl::StrCat(row.label, " ", row.counts.total, " ", row.counts.overdue));
  }
  EXPECT_THAT(points, ElementsAre("1 0 0", "1.1 1 1", "1.2 1 0"));
  EXPECT_FALSE(report->points[0].actionable);
  EXPECT_EQ(report->points[1].next_due_date, kToday - 1);
  ASSERT_EQ(report->municipalities.size(), 2u);
  EXPECT_EQ(report->municipalities[0].name, "город Тюмень");
  EXPECT_EQ(report->municipalities[1].id, "") << "what has no territory comes last";
}

TEST_F(RowsTest, AnotherRegionSeesNothing) {
  Fill();
  const Selection foreign{"ru-omsk", Id(1), ""};
  EXPECT_TRUE(absl::IsNotFound(
      store::ReadResolution(world_.pool(), testing::Soon(), foreign, kToday).status()));
  EXPECT_TRUE(All(Dimension::kExecutor, {"ru-omsk", "", ""}, 10).empty());
  auto page = store::ReadOverdue(world_.pool(), testing::Soon(), {foreign, kToday, 10, {}});
  ASSERT_TRUE(page.ok());
  EXPECT_TRUE(page->rows.empty());
}

TEST_F(RowsTest, ExecutorsComeInTheOrderOfTheirNumbers) {
  for (int number : {27, 5, 110}) world_.Apply(std::vector{Assignment(number)});
  std::vector<std::string> names;
  for (const Row& row : All(Dimension::kExecutor, {kRegion, "", ""}, 1)) names.push_back(row.name);
  EXPECT_THAT(names, ElementsAre("СОШ № 5", "СОШ № 27", "СОШ № 110"));
}

TEST_F(RowsTest, LateOnesComeOldestFirstAndOverdueFollowsTheCalendar) {
  Fill();
  for (const absl::CivilDay today : {kToday, kToday + 10, kToday - 30}) {
    for (const Selection& selection :
         {Selection{kRegion, "", ""}, Selection{kRegion, Id(1), ""},
          Selection{kRegion, "", Id(500)}, Selection{kRegion, Id(1), Id(500)}}) {
      OverdueQuery query{selection, today, 7, {}};
      std::vector<OverdueRow> all;
      while (true) {
        auto page = store::ReadOverdue(world_.pool(), testing::Soon(), query);
        ASSERT_TRUE(page.ok()) << page.status();
        for (OverdueRow& row : page->rows) {
          if (!all.empty()) {
            EXPECT_LE(all.back().due_date, row.due_date);
          }
          EXPECT_LT(row.due_date, today);
          all.push_back(std::move(row));
        }
        if (!page->more) break;
        query.after = {absl::FormatCivilTime(all.back().due_date), all.back().id};
      }
      auto rows = store::ReadRows(world_.pool(), testing::Soon(),
                                  {Dimension::kResolution, selection, today, 10, {}});
      ASSERT_TRUE(rows.ok());
      EXPECT_EQ(static_cast<int64_t>(all.size()), rows->rows.at(0).counts.overdue);
    }
  }
}

}  // namespace
}  // namespace rezon::reporting
