#include "services/decisions/domain/deadline.h"

#include <gtest/gtest.h>

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;

terms::Regime OwnRegime() { return terms::Regimes::Published().Of("ru-tyu"); }

pb::Point PointWith(Deadline::Kind kind, const std::string& printed, const std::string& end = "") {
  pb::Point point;
  point.mutable_deadline()->set_kind(kind);
  point.mutable_deadline()->set_printed(printed);
  point.mutable_deadline()->set_end_date(end);
  return point;
}

std::vector<std::string> RulesOf(const pb::ExplainDeadlineResponse& told) {
  std::vector<std::string> rules;
  for (const auto& step : told.steps()) rules.push_back(step.rule());
  return rules;
}

TEST(Deadline, APrintedTermIsExplainedToItsDueDay) {
  const auto told = ExplainPoint(
      {}, PointWith(Deadline::KIND_DATE, "до 1 сентября 2024 года", "2024-09-01"), "", OwnRegime());
  EXPECT_EQ(RulesOf(told), (std::vector<std::string>{"date.until.day", "ru/shift.preceding"}));
  EXPECT_EQ(told.deadline().end_date(), "2024-09-01");
  EXPECT_EQ(told.due_date(), "2024-08-30");
  EXPECT_EQ(told.steps(1).before_date(), "2024-09-01");
  EXPECT_EQ(told.steps(1).after_date(), "2024-08-30");
  EXPECT_EQ(told.deadline().calendar_version(), "ru-2024.1");
}

TEST(Deadline, ARelativeTermCountsFromTheDayItCountedFrom) {
  pb::Point point = PointWith(Deadline::KIND_DATE, "срочно", "2025-03-13");
  point.mutable_deadline()->set_base_date("2025-03-10");
  pb::Resolution resolution;
  resolution.set_adopt_date("2025-04-01");
  const auto told = ExplainPoint(resolution, point, "", OwnRegime());
  EXPECT_EQ(told.deadline().base_date(), "2025-03-10");
  EXPECT_EQ(told.due_date(), "2025-03-13");
  EXPECT_EQ(told.steps_size(), 3);
}

TEST(Deadline, DatesThatAPersonGaveAreSaidToBeHis) {
  const auto told = ExplainPoint(
      {}, PointWith(Deadline::KIND_DATE, "до 1 сентября 2024 года", "2024-10-06"), "", OwnRegime());
  EXPECT_EQ(RulesOf(told), (std::vector<std::string>{"manual", "ru/shift.preceding"}));
  EXPECT_EQ(told.due_date(), "2024-10-04");
}

TEST(Deadline, WithoutATermTheRuleForThatHolds) {
  pb::Resolution resolution;
  resolution.set_adopt_date("2021-08-26");
  const auto told = ExplainPoint(resolution, PointWith(Deadline::KIND_NONE, ""), "", OwnRegime());
  EXPECT_EQ(told.due_date(), "2021-09-24");
  EXPECT_EQ(told.deadline().end_date(), "");
  const auto printed =
      ExplainPoint(resolution, PointWith(Deadline::KIND_NONE, "позже"), "", OwnRegime());
  EXPECT_EQ(printed.due_date(), "2021-09-24");
  EXPECT_EQ(printed.steps(0).rule(), "phrase.no_day");
  EXPECT_EQ(ExplainPoint({}, PointWith(Deadline::KIND_NONE, ""), "", OwnRegime()).due_date(), "");
}

TEST(Deadline, AStandingTaskTellsItsNextReport) {
  pb::Resolution resolution;
  resolution.mutable_event()->set_end_date("2025-08-26");
  const auto told =
      ExplainPoint(resolution, PointWith(Deadline::KIND_STANDING, "постоянно"), "", OwnRegime());
  EXPECT_EQ(told.due_date(), "");
  EXPECT_EQ(told.report_date(), "2025-12-31");
}

TEST(Deadline, ARecurrenceIsToldAsPrinted) {
  reader::Deadline read;
  read.kind = reader::DeadlineKind::kStanding;
  read.printed = "ежеквартально";
  read.rule = "standing.recurring";
  EXPECT_EQ(DeadlineOf(read).recurrence(), "ежеквартально");
  read.rule = "standing.permanent";
  EXPECT_EQ(DeadlineOf(read).recurrence(), "");
}

TEST(Deadline, ACallerCannotGiveProvenance) {
  Deadline before;
  before.set_kind(Deadline::KIND_DATE);
  before.set_end_date("2025-03-13");
  before.set_calendar_version("ru-2025.1");
  before.set_base_date("2025-03-10");
  Deadline same = before;
  same.set_calendar_version("forged");
  same.set_provisional(true);
  KeepProvenance(before, &same);
  EXPECT_EQ(same.calendar_version(), "ru-2025.1");
  EXPECT_FALSE(same.provisional());
  Deadline moved = before;
  moved.set_end_date("2025-03-20");
  KeepProvenance(before, &moved);
  EXPECT_EQ(moved.calendar_version(), "");
  EXPECT_EQ(moved.base_date(), "");
}

TEST(Deadline, APlaceStaysWithItsPhraseAndNeverComesFromACaller) {
  reader::Deadline read;
  read.kind = reader::DeadlineKind::kDate;
  read.printed = "до 1 мая 2025 года";
  read.end = "2025-05-01";
  read.span = {40, 72};
  const Deadline before = DeadlineOf(read);
  EXPECT_EQ(before.span().begin(), 40);
  EXPECT_EQ(before.span().end(), 72);
  read.span = {};
  EXPECT_FALSE(DeadlineOf(read).has_span());
  Deadline moved = before;
  moved.set_end_date("2025-06-01");
  moved.mutable_span()->set_end(99);
  KeepProvenance(before, &moved);
  EXPECT_EQ(moved.span().end(), 72);
  moved.set_printed("до лета");
  KeepProvenance(before, &moved);
  EXPECT_FALSE(moved.has_span());
}

}  // namespace
}  // namespace rezon::decisions
