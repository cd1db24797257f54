#include "services/decisions/domain/reread.h"

#include <gtest/gtest.h>

#include "services/decisions/domain/edit.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/reread_samples.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using google::protobuf::FieldMask;
using rezon::common::v1::Deadline;
using Difference = pb::PointDifference;

using K = Difference;
using KindList = std::vector<Difference::Kind>;

TEST(ReReadTest, TheSameReadingChangesNothing) {
  ReReadWorld world;
  const auto before = world.draft.points;
  const auto answer = world.Again();
  EXPECT_EQ(PointKinds(answer), KindList(4, K::KIND_SAME));
  EXPECT_TRUE(world.draft.changed_points.empty());
  EXPECT_TRUE(world.draft.dropped_points.empty());
  for (size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].SerializeAsString(), world.draft.points[i].SerializeAsString());
  }
  EXPECT_EQ(answer.reader_version_before(), "reader/10");
  EXPECT_EQ(world.draft.resolution.reader_version(), "reader/50");
}

TEST(ReReadTest, WhatNobodyCorrectedIsTaken) {
  ReReadWorld world;
  world.change = [](Aggregate& fresh) {
    fresh.points[2].set_label("1.2");
    fresh.points[2].mutable_deadline()->set_kind(Deadline::KIND_STANDING);
    fresh.points[3].mutable_addressees(0)->set_phrase("детским садам");
    fresh.points[3].set_rule("better");
  };
  const auto answer = world.Again();
  EXPECT_EQ(PointKinds(answer),
            (KindList{K::KIND_SAME, K::KIND_SAME, K::KIND_CHANGED, K::KIND_CHANGED}));
  EXPECT_EQ(answer.differences(2).fields_size(), 2);
  EXPECT_EQ(answer.differences(2).point().label(), "3");
  EXPECT_EQ(answer.differences(2).read().label(), "1.2");
  EXPECT_EQ(world.At(3).label(), "1.2");
  EXPECT_EQ(world.At(3).deadline().kind(), Deadline::KIND_STANDING);
  EXPECT_EQ(world.At(4).addressees(0).phrase(), "детским садам");
  EXPECT_EQ(world.At(4).rule(), "better");
  EXPECT_EQ(world.draft.changed_points, (std::set<std::string>{ReadName(13), ReadName(14)}));
  EXPECT_TRUE(world.At(3).corrector().empty());
  ASSERT_EQ(world.draft.corrections.size(), 1u);
  EXPECT_EQ(world.draft.corrections[0].corrector(), "petrova");
  EXPECT_EQ(world.draft.corrections[0].before_size(), 2);
}

TEST(ReReadTest, PointsComeGoAndMove) {
  ReReadWorld world;
  const auto answer = world.Again({{"разместить материалы совещания на сайтах"},
                                   {"Органам управления образованием"},
                                   {"провести семинар для учителей; подготовить сборник", 2},
                                   {"создать рабочую группу по наставничеству", 2}});
  EXPECT_EQ(PointKinds(answer),
            (KindList{K::KIND_MOVED, K::KIND_CHANGED, K::KIND_CHANGED, K::KIND_NEW, K::KIND_GONE}));
  EXPECT_EQ(answer.differences(4).point().name(), ReadName(13));
  EXPECT_EQ(world.Texts(),
            (std::vector<std::string>{"разместить материалы совещания на сайтах",
                                      "Органам управления образованием",
                                      "провести семинар для учителей; подготовить сборник",
                                      "создать рабочую группу по наставничеству"}));
  EXPECT_EQ(world.draft.points[0].name(), ReadName(14));
  EXPECT_EQ(world.draft.points[3].parent(), ReadName(11));
  EXPECT_EQ(world.draft.dropped_points, std::set<std::string>{ReadName(13)});
  for (size_t i = 0; i < 4; ++i)
    EXPECT_EQ(world.draft.points[i].ordinal(), static_cast<int>(i) + 1);
}

// One field a test: the person's value stands against a reading that differs in every field.
class CorrectedFieldTest : public ::testing::TestWithParam<const char*> {};

TEST_P(CorrectedFieldTest, Stays) {
  const std::string field = GetParam();
  ReReadWorld world;
  pb::Point given;
  given.set_label("особая");
  given.set_text("провести семинар для всех учителей и подготовить сборник");
  given.add_addressees()->set_phrase("лицеям");
  given.mutable_deadline()->set_kind(Deadline::KIND_DATE);
  given.mutable_deadline()->set_end_date("2025-05-01");
  given.set_responsible_from(pb::Point::RESPONSIBLE_FROM_OWN);
  given.set_name(ReadName(12));
  FieldMask mask;
  mask.add_paths(field);
  ASSERT_TRUE(ChangePoint(world.draft, given, mask, kClerk).ok());
  const pb::Point corrected = world.At(2);
  world.change = [](Aggregate& fresh) {
    pb::Point& point = fresh.points[1];
    point.set_label("новая");
    point.set_text("провести семинар для учителей, подготовить сборник");
    point.set_actionable(false);
    point.mutable_addressees(0)->set_phrase("гимназиям");
    point.set_responsible_from(pb::Point::RESPONSIBLE_FROM_RESPONSIBLE_LINE);
    point.mutable_deadline()->set_kind(Deadline::KIND_STANDING);
  };
  const auto answer = world.Again();
  const Difference& difference = answer.differences(1);
  EXPECT_EQ(difference.kind(), K::KIND_CHANGED);
  ASSERT_EQ(difference.kept_fields_size(), 1);
  EXPECT_EQ(difference.kept_fields(0), field);
  EXPECT_EQ(difference.fields_size(), 5);
  const pb::Point& now = world.At(2);
  EXPECT_EQ(now.label(), field == "label" ? "особая" : "новая");
  EXPECT_EQ(now.addressees(0).phrase(), field == "addressees" ? "лицеям" : "гимназиям");
  EXPECT_EQ(now.text(), field == "text" ? corrected.text()
                                        : "провести семинар для учителей, подготовить сборник");
  EXPECT_EQ(now.deadline().kind(),
            field == "deadline" ? Deadline::KIND_DATE : Deadline::KIND_STANDING);
  EXPECT_EQ(now.responsible_from(), field == "responsible_from"
                                        ? pb::Point::RESPONSIBLE_FROM_OWN
                                        : pb::Point::RESPONSIBLE_FROM_RESPONSIBLE_LINE);
  EXPECT_EQ(now.actionable(), field == "actionable" && corrected.actionable());
  EXPECT_EQ(now.corrector(), "ivanova");
}

INSTANTIATE_TEST_SUITE_P(Fields, CorrectedFieldTest,
                         ::testing::Values("label", "text", "addressees", "deadline",
                                           "responsible_from"));

TEST(ReReadTest, FactsAreTakenUnlessAPersonSetThem) {
  ReReadWorld world;
  pb::Resolution given;
  given.set_display_name("Название от человека");
  ASSERT_TRUE(ChangeFacts(world.draft, given, FieldMask(), kClerk).ok());
  world.change = [](Aggregate& fresh) {
    fresh.resolution.set_display_name("Название от программы");
    fresh.resolution.mutable_event()->set_form("conference");
  };
  const auto answer = world.Again();
  ASSERT_EQ(answer.fields_size(), 1);
  EXPECT_EQ(answer.fields(0), "event");
  ASSERT_EQ(answer.kept_fields_size(), 1);
  EXPECT_EQ(answer.kept_fields(0), "display_name");
  EXPECT_EQ(world.draft.resolution.display_name(), "Название от человека");
  EXPECT_EQ(world.draft.resolution.event().form(), "conference");
}

TEST(ReReadTest, TargetsThatWereFoundStayAndOpenOnesAreAskedAgain) {
  ReReadWorld world;
  world.At(2).mutable_addressees(0)->add_targets("organisations/1");
  world.change = [](Aggregate& fresh) {
    for (pb::Point& point : fresh.points) {
      point.mutable_addressees(0)->add_targets("organisations/2");
    }
  };
  world.Again();
  EXPECT_EQ(world.At(2).addressees(0).targets(0), "organisations/1");
  EXPECT_EQ(world.At(3).addressees(0).targets(0), "organisations/2");
}

TEST(ReReadTest, AnAdoptedResolutionIsNotReadAgain) {
  ReReadWorld world;
  world.draft.resolution.set_state(pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(errors::Reason(TakeReading(world.draft, {}, kClerk).status()), "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
