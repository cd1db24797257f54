#include "services/assignments/domain/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/assignments/domain/due.h"
#include "services/assignments/domain/names.h"

namespace rezon::assignments {
namespace {

using common::v1::Deadline;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Deadline Term(Deadline::Kind kind, const std::string& end = "") {
  Deadline deadline;
  deadline.set_kind(kind);
  deadline.set_end_date(end);
  return deadline;
}

DueDay Counted(const Deadline& deadline, const std::string& adopted) {
  return DueOf(deadline, ParseDay(adopted), terms::Regimes::Published().Of("ru-tyu"));
}

std::string Due(const Deadline& deadline, const std::string& adopted) {
  auto due = Counted(deadline, adopted).day;
  return due ? DayText(*due) : "";
}

TEST(Due, PrintedTermsEndOnTheirLastDay) {
  EXPECT_EQ(Due(Term(Deadline::KIND_DATE, "2023-12-29"), "2023-08-24"), "2023-12-29");
  EXPECT_EQ(Due(Term(Deadline::KIND_RANGE, "2023-08-31"), "2022-08-24"), "2023-08-31");
  EXPECT_EQ(Due(Term(Deadline::KIND_STANDING), "2022-08-24"), "");
  EXPECT_EQ(Counted(Term(Deadline::KIND_DATE, "2023-12-29"), "").rules, "");
}

TEST(Due, ADayOffGivesThePrecedingWorkingDay) {
  EXPECT_EQ(Due(Term(Deadline::KIND_DATE, "2023-12-31"), "2023-08-24"), "2023-12-29");
  EXPECT_EQ(Due(Term(Deadline::KIND_DATE, "2026-01-05"), "2025-08-24"), "2025-12-30");
  EXPECT_EQ(Due(Term(Deadline::KIND_DATE, "2024-11-02"), "2024-08-24"), "2024-11-02");
  const DueDay due = Counted(Term(Deadline::KIND_DATE, "2027-09-04"), "2026-08-24");
  EXPECT_EQ(due.rules, "ru/shift.preceding");
  EXPECT_EQ(due.calendar_version, "ru-2027.provisional");
  EXPECT_TRUE(due.provisional);
}

// Vectors of domain.md 5.4; the day of a month that is too short is its last.
TEST(Due, NoTermIsOneMonth) {
  EXPECT_EQ(Due(Term(Deadline::KIND_NONE), "2019-08-24"), "2019-09-24");
  EXPECT_EQ(Due(Term(Deadline::KIND_NONE), "2025-01-31"), "2025-02-28");
  EXPECT_EQ(Due(Term(Deadline::KIND_NONE), "2024-01-31"), "2024-02-29");
  EXPECT_EQ(Due(Term(Deadline::KIND_NONE), "2021-08-26"), "2021-09-24");
  EXPECT_EQ(Due(Term(Deadline::KIND_UNSPECIFIED), "2023-12-15"), "2024-01-15");
  EXPECT_EQ(Due(Term(Deadline::KIND_NONE), ""), "");
  const DueDay due = Counted(Term(Deadline::KIND_NONE), "2021-08-26");
  EXPECT_EQ(due.rules, "ru-tyu/none+ru/shift.preceding");
  EXPECT_EQ(due.calendar_version, "ru-2021.3");
  EXPECT_FALSE(due.provisional);
}

TEST(Due, OnlyRealDaysAreRead) {
  for (const char* text : {"2023-02-29", "23-02-01", "2023-2-1", "2023-02-01T00", "", "infinity"}) {
    EXPECT_FALSE(ParseDay(text)) << text;
  }
}

class PlanTest : public ::testing::Test {
 protected:
  decisions::v1::Point* AddPoint(bool actionable = true) {
    auto& point = adopted_.points.emplace_back();
    point.set_name(PointName("r", "p" + std::to_string(adopted_.points.size())));
    point.set_actionable(actionable);
    *point.mutable_deadline() = Term(Deadline::KIND_STANDING);
    return &point;
  }
  void Address(decisions::v1::Point* point, const std::string& phrase,
               std::vector<std::string> targets) {
    auto* addressee = point->add_addressees();
    addressee->set_phrase(phrase);
    for (auto& target : targets) addressee->add_targets(std::move(target));
  }
  void SetUp() override {
    adopted_.points.reserve(10);
    adopted_.resolution.set_name(ResolutionName("r"));
    adopted_.resolution.set_adopt_date("2023-08-24");
    adopted_.expansions[{"addresseeClasses/all", ""}] = {{"a", "А", "KIND_SCHOOL", "t", "Т"},
                                                         {"b", "Б", "KIND_SCHOOL", "t", "Т"}};
    adopted_.expansions[{"organisations/a", ""}] = {{"a", "А", "KIND_SCHOOL", "t", "Т"}};
    adopted_.expansions[{"addresseeClasses/empty", ""}] = {};
  }
  static std::vector<std::string> Pairs(const Plan& plan) {
    std::vector<std::string> pairs;
    for (const auto& a : plan.assignments) pairs.push_back(a.point + ":" + a.executor.id);
    return pairs;
  }

  Adopted adopted_;
};

TEST_F(PlanTest, AnOrganisationMeantTwiceGetsThePointOnce) {
  auto* point = AddPoint();
  Address(point, "школе А", {"organisations/a"});
  Address(point, "всем школам", {"addresseeClasses/all", "organisations/a"});
  Plan plan = MakePlan(adopted_);
  EXPECT_THAT(Pairs(plan), ElementsAre("p1:a", "p1:b"));
  EXPECT_EQ(plan.assignments[0].phrase, "школе А");
  EXPECT_EQ(plan.assignments[1].phrase, "всем школам");
  EXPECT_THAT(plan.issuance.points(0).warnings(), IsEmpty());
  EXPECT_THAT(plan.issuance.points(0).executors(), ElementsAre("А", "Б"));
}

TEST_F(PlanTest, OnlyActionablePointsCount) {
  Address(AddPoint(false), "всем", {"addresseeClasses/all"});
  Address(AddPoint(), "всем", {"addresseeClasses/all"});
  Plan plan = MakePlan(adopted_);
  EXPECT_THAT(Pairs(plan), ElementsAre("p2:a", "p2:b"));
  EXPECT_EQ(plan.issuance.point_count(), 1);
  EXPECT_THAT(TargetsOf(adopted_.points), ElementsAre(Target{"addresseeClasses/all", ""}));
}

TEST_F(PlanTest, WhereNobodyIsFoundOneAssignmentWaits) {
  Address(AddPoint(), "пустому классу", {"addresseeClasses/empty"});
  Address(AddPoint(), "неизвестным", {});
  AddPoint();
  Plan plan = MakePlan(adopted_);
  EXPECT_THAT(Pairs(plan), ElementsAre("p1:", "p2:", "p3:"));
  EXPECT_EQ(plan.issuance.unaddressed_count(), 3);
  EXPECT_EQ(plan.issuance.executor_count(), 0);
  EXPECT_EQ(plan.assignments[1].executor.display_name, "неизвестным");
  for (const auto& point : plan.issuance.points()) EXPECT_GE(point.warnings_size(), 1);
}

TEST_F(PlanTest, AGroupThatNothingBoundsMeansNobodyYet) {
  Address(AddPoint(), "всем школам", {"addresseeClasses/wide"});
  auto* other = AddPoint();
  Address(other, "всем школам", {"addresseeClasses/wide"});
  Address(other, "школе А", {"organisations/a"});
  adopted_.unbounded.insert({"addresseeClasses/wide", ""});
  Plan plan = MakePlan(adopted_);
  EXPECT_THAT(Pairs(plan), ElementsAre("p1:", "p2:a"));
  for (const auto& point : plan.issuance.points()) {
    ASSERT_GE(point.warnings_size(), 1);
    EXPECT_NE(point.warnings(0).find("Территория резолюции не указана"), std::string::npos);
  }
}

TEST_F(PlanTest, AGroupOfItsOwnTerritoryMeansThoseOfThatTerritory) {
  auto* near = AddPoint();
  Address(near, "школам Лесного района", {"addresseeClasses/all"});
  near->mutable_addressees(0)->set_territory("territories/forest");
  Address(AddPoint(), "всем школам", {"addresseeClasses/all"});
  adopted_.expansions[{"addresseeClasses/all", "territories/forest"}] = {
      {"b", "Б", "KIND_SCHOOL", "forest", "Лесной район"}};
  EXPECT_THAT(TargetsOf(adopted_.points),
              ElementsAre(Target{"addresseeClasses/all", ""},
                          Target{"addresseeClasses/all", "territories/forest"}));
  EXPECT_THAT(Pairs(MakePlan(adopted_)), ElementsAre("p1:b", "p2:a", "p2:b"));
}

TEST_F(PlanTest, APartlyKnownPointWarnsAndGoesToTheKnown) {
  auto* point = AddPoint();
  Address(point, "неизвестным", {});
  Address(point, "школе А", {"organisations/a"});
  Plan plan = MakePlan(adopted_);
  EXPECT_THAT(Pairs(plan), ElementsAre("p1:a"));
  EXPECT_EQ(plan.issuance.unaddressed_count(), 0);
  EXPECT_EQ(plan.issuance.points(0).warnings_size(), 1);
}

TEST(Names, EtagsAreQuotedVersions) {
  EXPECT_EQ(EtagOf(7), "\"7\"");
  EXPECT_EQ(*VersionOf("\"7\""), 7);
  EXPECT_EQ(*VersionOf(""), 0);
  for (const char* etag : {"7", "\"\"", "\"0\"", "\"-1\"", "\"7", "\"7x\"", "W/\"7\"", "\""}) {
    EXPECT_FALSE(VersionOf(etag).ok()) << etag;
  }
}

}  // namespace
}  // namespace rezon::assignments
