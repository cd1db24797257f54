#include "services/decisions/domain/reread.h"

#include <gtest/gtest.h>

#include <functional>

#include "services/decisions/domain/edit.h"
#include "services/decisions/domain/merge.h"
#include "services/decisions/domain/move.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/domain/split.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using google::protobuf::FieldMask;
using rezon::common::v1::Deadline;
using Difference = pb::PointDifference;

constexpr char kReadResolution[] = "01900000-0000-7000-8000-000000000000";

std::string NameOf(int n) {
  return PointName(kReadResolution, "01900000-0000-7000-8000-0000000000" + std::to_string(n));
}

// One line of a document: a point at the top, or below the point of line `parent`.
struct Line {
  std::string text;
  int parent = 0;
};

// A document whose lines are its points, read; names count from `first`.
Aggregate ReadLines(const std::vector<Line>& lines, int first, std::string* text) {
  Aggregate draft;
  draft.resolution.set_name(std::string("resolutions/") + kReadResolution);
  draft.resolution.set_state(pb::Resolution::STATE_DRAFT);
  draft.resolution.set_display_name("Совещание");
  draft.resolution.set_reader_version("reader/" + std::to_string(first));
  for (const Line& line : lines) {
    pb::Point& point = draft.points.emplace_back();
    const int n = static_cast<int>(draft.points.size());
    point.set_name(NameOf(first + n));
    point.set_ordinal(n);
    point.set_label(std::to_string(n));
    point.set_text(line.text);
    point.set_actionable(true);
    if (line.parent > 0) point.set_parent(NameOf(first + line.parent));
    point.mutable_span()->set_begin(static_cast<std::int64_t>(text->size()));
    *text += line.text + "\n";
    point.mutable_span()->set_end(static_cast<std::int64_t>(text->size()) - 1);
    point.add_addressees()->set_phrase("школам");
    point.mutable_deadline()->set_kind(Deadline::KIND_NONE);
    point.set_etag("\"1\"");
    point.set_rule("reader");
  }
  Count(draft);
  return draft;
}

const std::vector<Line> kLines = {{"Органам управления образованием"},
                                  {"провести семинар для учителей; подготовить сборник", 1},
                                  {"утвердить план работы на год", 1},
                                  {"разместить материалы совещания на сайтах"}};

struct World {
  World() : draft(ReadLines(kLines, 10, &text)) {}

  // Reads `lines` as the document is read now.
  pb::ReReadResolutionResponse Again(const std::vector<Line>& lines = kLines) {
    Reading reading;
    reading.text_before = text;
    reading.fresh = ReadLines(lines, 50, &reading.text);
    if (change) change(reading.fresh);
    reading.removed = removed;
    draft.corrections.clear();
    draft.changed_points.clear();
    auto answer = TakeReading(draft, reading, {"petrova", {}});
    EXPECT_TRUE(answer.ok()) << answer.status();
    text = reading.text;
    return *answer;
  }
  pb::Point& At(int n) { return *draft.Find(NameOf(10 + n)); }
  void Delete(int n) {
    removed.push_back(At(n));
    EXPECT_TRUE(DropPoint(draft, NameOf(10 + n), "", kClerk).ok());
  }
  void Correct(int n, const pb::Point& fields) {
    pb::Point given = fields;
    given.set_name(NameOf(10 + n));
    EXPECT_TRUE(ChangePoint(draft, given, FieldMask(), kClerk).ok());
  }
  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    for (const pb::Point& point : draft.points) texts.push_back(point.text());
    return texts;
  }

  std::string text;
  Aggregate draft;
  std::vector<pb::Point> removed;
  // What the new reader sees otherwise.
  std::function<void(Aggregate&)> change;
};

std::vector<Difference::Kind> Kinds(const pb::ReReadResolutionResponse& answer) {
  std::vector<Difference::Kind> kinds;
  for (const Difference& difference : answer.differences()) kinds.push_back(difference.kind());
  return kinds;
}

using K = Difference;
using KindList = std::vector<Difference::Kind>;

TEST(ReReadTest, TheSameReadingChangesNothing) {
  World world;
  const auto before = world.draft.points;
  const auto answer = world.Again();
  EXPECT_EQ(Kinds(answer), KindList(4, K::KIND_SAME));
  EXPECT_TRUE(world.draft.changed_points.empty());
  EXPECT_TRUE(world.draft.dropped_points.empty());
  for (size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].SerializeAsString(), world.draft.points[i].SerializeAsString());
  }
  EXPECT_EQ(answer.reader_version_before(), "reader/10");
  EXPECT_EQ(world.draft.resolution.reader_version(), "reader/50");
}

TEST(ReReadTest, WhatNobodyCorrectedIsTaken) {
  World world;
  world.change = [](Aggregate& fresh) {
    fresh.points[2].set_label("1.2");
    fresh.points[2].mutable_deadline()->set_kind(Deadline::KIND_STANDING);
    fresh.points[3].mutable_addressees(0)->set_phrase("детским садам");
    fresh.points[3].set_rule("better");
  };
  const auto answer = world.Again();
  EXPECT_EQ(Kinds(answer),
            (KindList{K::KIND_SAME, K::KIND_SAME, K::KIND_CHANGED, K::KIND_CHANGED}));
  EXPECT_EQ(answer.differences(2).fields_size(), 2);
  EXPECT_EQ(answer.differences(2).point().label(), "3");
  EXPECT_EQ(answer.differences(2).read().label(), "1.2");
  EXPECT_EQ(world.At(3).label(), "1.2");
  EXPECT_EQ(world.At(3).deadline().kind(), Deadline::KIND_STANDING);
  EXPECT_EQ(world.At(4).addressees(0).phrase(), "детским садам");
  EXPECT_EQ(world.At(4).rule(), "better");
  EXPECT_EQ(world.draft.changed_points, (std::set<std::string>{NameOf(13), NameOf(14)}));
  EXPECT_TRUE(world.At(3).corrector().empty());
  ASSERT_EQ(world.draft.corrections.size(), 1u);
  EXPECT_EQ(world.draft.corrections[0].corrector(), "petrova");
  EXPECT_EQ(world.draft.corrections[0].before_size(), 2);
}

TEST(ReReadTest, PointsComeGoAndMove) {
  World world;
  const auto answer = world.Again({{"разместить материалы совещания на сайтах"},
                                   {"Органам управления образованием"},
                                   {"провести семинар для учителей; подготовить сборник", 2},
                                   {"создать рабочую группу по наставничеству", 2}});
  EXPECT_EQ(Kinds(answer),
            (KindList{K::KIND_MOVED, K::KIND_CHANGED, K::KIND_CHANGED, K::KIND_NEW, K::KIND_GONE}));
  EXPECT_EQ(answer.differences(4).point().name(), NameOf(13));
  EXPECT_EQ(world.Texts(),
            (std::vector<std::string>{"разместить материалы совещания на сайтах",
                                      "Органам управления образованием",
                                      "провести семинар для учителей; подготовить сборник",
                                      "создать рабочую группу по наставничеству"}));
  EXPECT_EQ(world.draft.points[0].name(), NameOf(14));
  EXPECT_EQ(world.draft.points[3].parent(), NameOf(11));
  EXPECT_EQ(world.draft.dropped_points, std::set<std::string>{NameOf(13)});
  for (size_t i = 0; i < 4; ++i)
    EXPECT_EQ(world.draft.points[i].ordinal(), static_cast<int>(i) + 1);
}

// One field a test: the person's value stands against a reading that differs in every field.
class CorrectedFieldTest : public ::testing::TestWithParam<const char*> {};

TEST_P(CorrectedFieldTest, Stays) {
  const std::string field = GetParam();
  World world;
  pb::Point given;
  given.set_label("особая");
  given.set_text("провести семинар для всех учителей и подготовить сборник");
  given.add_addressees()->set_phrase("лицеям");
  given.mutable_deadline()->set_kind(Deadline::KIND_DATE);
  given.mutable_deadline()->set_end_date("2025-05-01");
  given.set_responsible_from(pb::Point::RESPONSIBLE_FROM_OWN);
  given.set_name(NameOf(12));
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

TEST(ReReadTest, ADeletedPointDoesNotComeBack) {
  World world;
  world.Delete(3);
  const auto answer = world.Again();
  EXPECT_EQ(Kinds(answer), (KindList{K::KIND_SAME, K::KIND_SAME, K::KIND_KEPT, K::KIND_SAME}));
  EXPECT_FALSE(answer.differences(2).has_point());
  EXPECT_EQ(world.draft.points.size(), 3u);
}

TEST(ReReadTest, ADeletedHeadingDoesNotComeBackOverItsPoints) {
  World world;
  world.Delete(1);
  const auto answer = world.Again();
  EXPECT_EQ(Kinds(answer), (KindList{K::KIND_KEPT, K::KIND_SAME, K::KIND_SAME, K::KIND_SAME}));
  EXPECT_EQ(world.At(2).parent(), "");
}

TEST(ReReadTest, ACreatedPointStaysInItsPlace) {
  World world;
  pb::Point given;
  given.set_text("создать рабочую группу");
  given.set_parent(NameOf(11));
  ASSERT_TRUE(AddPoint(world.draft, given, NameOf(20), NameOf(12), kClerk).ok());
  const auto answer = world.Again();
  EXPECT_EQ(answer.differences(4).kind(), K::KIND_KEPT);
  EXPECT_EQ(answer.differences(4).point().name(), NameOf(20));
  ASSERT_EQ(world.draft.points.size(), 5u);
  EXPECT_EQ(world.draft.points[2].name(), NameOf(20));
  EXPECT_EQ(world.draft.points[2].parent(), NameOf(11));
}

TEST(ReReadTest, ACreatedPointOutlivesItsParent) {
  World world;
  pb::Point given;
  given.set_text("создать рабочую группу");
  given.set_parent(NameOf(13));
  ASSERT_TRUE(AddPoint(world.draft, given, NameOf(20), NameOf(13), kClerk).ok());
  world.Again({kLines[0], kLines[1], {kLines[3].text}});
  EXPECT_EQ(world.draft.Find(NameOf(13)), nullptr);
  ASSERT_NE(world.draft.Find(NameOf(20)), nullptr);
  EXPECT_EQ(world.draft.Find(NameOf(20))->parent(), NameOf(11));
}

TEST(ReReadTest, AMovedPointStaysWhereItWasPut) {
  World world;
  ASSERT_TRUE(MovePoint(world.draft, {NameOf(14), "", NameOf(11), NameOf(12)}, kClerk).ok());
  const auto answer = world.Again();
  EXPECT_EQ(answer.differences(3).kind(), K::KIND_KEPT);
  EXPECT_EQ(world.draft.points[2].name(), NameOf(14));
  EXPECT_EQ(world.draft.points[2].parent(), NameOf(11));
}

TEST(ReReadTest, ASplitPointStaysSplit) {
  World world;
  Cuts cuts;
  cuts.name = NameOf(12);
  cuts.offsets = {static_cast<std::int64_t>(world.At(2).text().find("подготовить"))};
  cuts.source = world.text;
  cuts.new_name = [] { return NameOf(21); };
  ASSERT_TRUE(SplitPoint(world.draft, cuts, kClerk).ok());
  world.At(3).set_parent(NameOf(21));
  const auto texts = world.Texts();
  std::vector<Line> lines = kLines;
  lines[2].parent = 2;
  world.Again(lines);
  EXPECT_EQ(world.Texts(), texts);
  EXPECT_EQ(world.At(3).parent(), NameOf(21));
}

TEST(ReReadTest, MergedPointsStayMerged) {
  World world;
  ASSERT_TRUE(MergePoints(world.draft, {NameOf(12), NameOf(13)}, "", kClerk).ok());
  const auto texts = world.Texts();
  const auto answer = world.Again();
  EXPECT_EQ(world.Texts(), texts);
  EXPECT_EQ(answer.differences_size(), 4);
}

TEST(ReReadTest, PlacesFollowATextThatIsCleanedOtherwise) {
  World world;
  pb::Point given;
  given.set_text("совсем другими словами");
  world.Correct(2, given);
  const std::string printed = kLines[1].text;
  Reading reading;
  reading.text_before = world.text;
  reading.text = "Шапка документа\n\n";
  reading.fresh = ReadLines(kLines, 50, &reading.text);
  auto answer = TakeReading(world.draft, reading, kClerk);
  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(answer->differences(1).kind(), K::KIND_KEPT);
  EXPECT_EQ(world.At(2).text(), "совсем другими словами");
  const auto& span = world.At(2).span();
  EXPECT_EQ(reading.text.substr(static_cast<size_t>(span.begin()),
                                static_cast<size_t>(span.end() - span.begin())),
            printed);
  EXPECT_EQ(world.draft.new_document_text, reading.text);
}

TEST(ReReadTest, FactsAreTakenUnlessAPersonSetThem) {
  World world;
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
  World world;
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
  World world;
  world.draft.resolution.set_state(pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(errors::Reason(TakeReading(world.draft, {}, kClerk).status()), "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
