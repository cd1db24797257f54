#include "services/decisions/domain/links.h"

#include <gtest/gtest.h>

#include "services/decisions/domain/edit.h"
#include "services/decisions/domain/merge.h"
#include "services/decisions/domain/move.h"
#include "services/decisions/domain/split.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using Rel = pb::Relation;

// «Снять с контроля» of that point of an order, said by the sample's n-th point.
pb::Relation& Say(Aggregate& draft, int n, const std::string& label, std::int64_t begin = 0,
                  std::int64_t end = 0) {
  pb::Relation& relation = draft.relations.emplace_back().relation;
  relation.set_name("relations/" + std::to_string(draft.relations.size()));
  relation.set_point(SamplePoint(n));
  relation.set_kind(Rel::KIND_REMOVES_FROM_CONTROL);
  relation.set_state(Rel::STATE_PROPOSED);
  relation.mutable_target()->set_number("45");
  relation.mutable_target()->set_label(label);
  relation.mutable_span()->set_begin(begin);
  relation.mutable_span()->set_end(end);
  return relation;
}

TEST(LinksTest, AMergedPointHasTheRelationsOfAllEachOnce) {
  Aggregate draft = SampleDraft();
  Say(draft, 2, "1");
  Say(draft, 4, "1").set_state(Rel::STATE_CONFIRMED);
  Say(draft, 4, "2");
  Say(draft, 3, "1").set_state(Rel::STATE_REJECTED);
  draft.suggestions.emplace_back().set_point(SamplePoint(4));
  ASSERT_TRUE(MergePoints(draft, {SamplePoint(2), SamplePoint(4)}, "", kClerk).ok());
  ASSERT_EQ(draft.relations.size(), 3u);
  // The confirmed one of two that say the same.
  EXPECT_EQ(draft.relations[0].relation.name(), "relations/2");
  EXPECT_EQ(draft.relations[0].relation.point(), SamplePoint(2));
  EXPECT_EQ(draft.relations[1].relation.name(), "relations/3");
  EXPECT_EQ(draft.relations[1].relation.point(), SamplePoint(2));
  EXPECT_EQ(draft.relations[2].relation.point(), SamplePoint(3));
  EXPECT_TRUE(draft.relations_changed);
  EXPECT_EQ(draft.suggestions[0].point(), SamplePoint(2));
  EXPECT_EQ(draft.merged_points.at(SamplePoint(4)), SamplePoint(2));
}

TEST(LinksTest, ARejectedOneOutweighsAProposedOne) {
  Aggregate draft = SampleDraft();
  Say(draft, 2, "1");
  Say(draft, 4, "1").set_state(Rel::STATE_REJECTED);
  ASSERT_TRUE(MergePoints(draft, {SamplePoint(2), SamplePoint(4)}, "", kClerk).ok());
  ASSERT_EQ(draft.relations.size(), 1u);
  EXPECT_EQ(draft.relations[0].relation.state(), Rel::STATE_REJECTED);
}

constexpr char kLinkSource[] =
    "2. снять с контроля пункт 1 приказа № 45; отменить пункт 2 приказа.";

Aggregate DraftToCut() {
  Aggregate draft = SampleDraft();
  const std::string_view source = kLinkSource;
  pb::Point& point = draft.points[1];
  point.set_text("снять с контроля пункт 1 приказа № 45; отменить пункт 2 приказа");
  point.mutable_span()->set_end(static_cast<std::int64_t>(source.size()));
  for (const char* words : {"отменить пункт 2 приказа", "снять с контроля пункт 1 приказа № 45"}) {
    const auto at = static_cast<std::int64_t>(source.find(words));
    Say(draft, 2, words, at, at + static_cast<std::int64_t>(std::string_view(words).size()));
  }
  return draft;
}

Cuts InTwo(const Aggregate& draft, std::string_view source) {
  Cuts cuts;
  cuts.name = SamplePoint(2);
  cuts.offsets = {static_cast<std::int64_t>(draft.points[1].text().find("отменить"))};
  cuts.source = source;
  cuts.new_name = [] { return SamplePoint(7); };
  return cuts;
}

TEST(LinksTest, EachPartKeepsTheRelationsOfItsPlace) {
  Aggregate draft = DraftToCut();
  ASSERT_TRUE(SplitPoint(draft, InTwo(draft, kLinkSource), kClerk).ok());
  ASSERT_EQ(draft.relations.size(), 2u);
  EXPECT_EQ(draft.relations[0].relation.point(), SamplePoint(7));
  EXPECT_EQ(draft.relations[1].relation.point(), SamplePoint(2));
  EXPECT_TRUE(draft.relations_changed);
}

TEST(LinksTest, WherePlacesTellNothingTheWordsDo) {
  Aggregate draft = DraftToCut();
  draft.points[1].set_text("снять с контроля пункт 1 приказа № 45; также отменить пункт 2 приказа");
  Cuts cuts = InTwo(draft, kLinkSource);
  ASSERT_TRUE(SplitPoint(draft, cuts, kClerk).ok());
  ASSERT_EQ(draft.points[1].span().end(), draft.points[2].span().end());
  EXPECT_EQ(draft.relations[0].relation.point(), SamplePoint(7));
  EXPECT_EQ(draft.relations[1].relation.point(), SamplePoint(2));
}

TEST(LinksTest, MovingAndRelabellingChangeNothing) {
  Aggregate draft = SampleDraft();
  Say(draft, 4, "1").set_state(Rel::STATE_CONFIRMED);
  const std::string before = draft.relations[0].relation.SerializeAsString();
  ASSERT_TRUE(MovePoint(draft, {SamplePoint(4), "", SamplePoint(1), ""}, kClerk).ok());
  pb::Point given;
  given.set_name(SamplePoint(4));
  given.set_label("9");
  ASSERT_TRUE(ChangePoint(draft, given, {}, kClerk).ok());
  EXPECT_EQ(draft.relations[0].relation.SerializeAsString(), before);
  EXPECT_FALSE(draft.relations_changed);
}

TEST(LinksTest, ARemovedPointTakesItsRelationsAndGivesItsSuggestionBack) {
  Aggregate draft = SampleDraft();
  Say(draft, 4, "1");
  Say(draft, 2, "1");
  pb::Suggestion& suggestion = draft.suggestions.emplace_back();
  suggestion.set_state(pb::Suggestion::STATE_TAKEN);
  suggestion.set_point(SamplePoint(4));
  suggestion.set_decider("ivanova");
  ASSERT_TRUE(DropPoint(draft, SamplePoint(4), "", kClerk).ok());
  ASSERT_EQ(draft.relations.size(), 1u);
  EXPECT_EQ(draft.relations[0].relation.point(), SamplePoint(2));
  EXPECT_EQ(draft.suggestions[0].state(), pb::Suggestion::STATE_OPEN);
  EXPECT_EQ(draft.suggestions[0].point(), "");
  EXPECT_EQ(draft.suggestions[0].decider(), "");
}

}  // namespace
}  // namespace rezon::decisions
