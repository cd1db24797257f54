#include <gtest/gtest.h>

#include "services/decisions/domain/edit.h"
#include "services/decisions/domain/merge.h"
#include "services/decisions/domain/move.h"
#include "services/decisions/domain/reread.h"
#include "services/decisions/domain/split.h"
#include "tests/unit/decisions/reread_samples.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

// What persons did to points stands against a new reading.

using Difference = pb::PointDifference;
using K = Difference;
using KindList = std::vector<Difference::Kind>;

TEST(ReReadPersonsTest, ADeletedPointDoesNotComeBack) {
  ReReadWorld world;
  world.Delete(3);
  const auto answer = world.Again();
  EXPECT_EQ(PointKinds(answer), (KindList{K::KIND_SAME, K::KIND_SAME, K::KIND_KEPT, K::KIND_SAME}));
  EXPECT_FALSE(answer.differences(2).has_point());
  EXPECT_EQ(world.draft.points.size(), 3u);
}

TEST(ReReadPersonsTest, ADeletedHeadingDoesNotComeBackOverItsPoints) {
  ReReadWorld world;
  world.Delete(1);
  const auto answer = world.Again();
  EXPECT_EQ(PointKinds(answer), (KindList{K::KIND_KEPT, K::KIND_SAME, K::KIND_SAME, K::KIND_SAME}));
  EXPECT_EQ(world.At(2).parent(), "");
}

TEST(ReReadPersonsTest, ACreatedPointStaysInItsPlace) {
  ReReadWorld world;
  pb::Point given;
  given.set_text("создать рабочую группу");
  given.set_parent(ReadName(11));
  ASSERT_TRUE(AddPoint(world.draft, given, ReadName(20), ReadName(12), kClerk).ok());
  const auto answer = world.Again();
  EXPECT_EQ(answer.differences(4).kind(), K::KIND_KEPT);
  EXPECT_EQ(answer.differences(4).point().name(), ReadName(20));
  ASSERT_EQ(world.draft.points.size(), 5u);
  EXPECT_EQ(world.draft.points[2].name(), ReadName(20));
  EXPECT_EQ(world.draft.points[2].parent(), ReadName(11));
}

TEST(ReReadPersonsTest, ACreatedPointOutlivesItsParent) {
  ReReadWorld world;
  pb::Point given;
  given.set_text("создать рабочую группу");
  given.set_parent(ReadName(13));
  ASSERT_TRUE(AddPoint(world.draft, given, ReadName(20), ReadName(13), kClerk).ok());
  world.Again({kLines[0], kLines[1], {kLines[3].text}});
  EXPECT_EQ(world.draft.Find(ReadName(13)), nullptr);
  ASSERT_NE(world.draft.Find(ReadName(20)), nullptr);
  EXPECT_EQ(world.draft.Find(ReadName(20))->parent(), ReadName(11));
}

TEST(ReReadPersonsTest, AMovedPointStaysWhereItWasPut) {
  ReReadWorld world;
  ASSERT_TRUE(MovePoint(world.draft, {ReadName(14), "", ReadName(11), ReadName(12)}, kClerk).ok());
  const auto answer = world.Again();
  EXPECT_EQ(answer.differences(3).kind(), K::KIND_KEPT);
  EXPECT_EQ(world.draft.points[2].name(), ReadName(14));
  EXPECT_EQ(world.draft.points[2].parent(), ReadName(11));
}

TEST(ReReadPersonsTest, ASplitPointStaysSplit) {
  ReReadWorld world;
  Cuts cuts;
  cuts.name = ReadName(12);
  cuts.offsets = {static_cast<std::int64_t>(world.At(2).text().find("подготовить"))};
  cuts.source = world.text;
  cuts.new_name = [] { return ReadName(21); };
  ASSERT_TRUE(SplitPoint(world.draft, cuts, kClerk).ok());
  world.At(3).set_parent(ReadName(21));
  const auto texts = world.Texts();
  std::vector<Line> lines = kLines;
  lines[2].parent = 2;
  world.Again(lines);
  EXPECT_EQ(world.Texts(), texts);
  EXPECT_EQ(world.At(3).parent(), ReadName(21));
}

TEST(ReReadPersonsTest, MergedPointsStayMerged) {
  ReReadWorld world;
  ASSERT_TRUE(MergePoints(world.draft, {ReadName(12), ReadName(13)}, "", kClerk).ok());
  const auto texts = world.Texts();
  const auto answer = world.Again();
  EXPECT_EQ(world.Texts(), texts);
  EXPECT_EQ(answer.differences_size(), 4);
}

TEST(ReReadPersonsTest, PlacesFollowATextThatIsCleanedOtherwise) {
  ReReadWorld world;
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

}  // namespace
}  // namespace rezon::decisions
