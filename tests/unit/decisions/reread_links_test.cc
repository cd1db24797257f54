#include <gtest/gtest.h>

#include "services/decisions/domain/links.h"
#include "services/decisions/domain/merge.h"
#include "services/decisions/domain/split.h"
#include "tests/unit/decisions/reread_samples.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using Rel = pb::Relation;
using S = pb::Suggestion;
using K = pb::PointDifference;

// A relation that the n-th point of the reading says of that point of an order; it is printed where
// `words` are in the point's text.
Rel& Say(Aggregate& reading, std::size_t n, const std::string& words, const std::string& label) {
  const pb::Point& point = reading.points.at(n - 1);
  Rel& relation = reading.relations.emplace_back().relation;
  relation.set_name("relations/" + point.name() + label);
  relation.set_point(point.name());
  relation.set_kind(Rel::KIND_AMENDS);
  relation.set_state(Rel::STATE_PROPOSED);
  relation.mutable_target()->set_number("45");
  relation.mutable_target()->set_label(label);
  const auto at = static_cast<std::int64_t>(point.text().find(words));
  relation.mutable_span()->set_begin(point.span().begin() + at);
  relation.mutable_span()->set_end(relation.span().begin() +
                                   static_cast<std::int64_t>(words.size()));
  return relation;
}

S& Offer(Aggregate& reading, const std::string& text, std::int64_t begin) {
  S& suggestion = reading.suggestions.emplace_back();
  suggestion.set_name("suggestions/" + text);
  suggestion.set_text(text);
  suggestion.set_state(S::STATE_OPEN);
  suggestion.mutable_span()->set_begin(begin);
  suggestion.mutable_span()->set_end(begin + 8);
  return suggestion;
}

void Decide(Rel::State state, Rel& relation) {
  relation.set_state(state);
  relation.set_decider("ivanova");
}

std::vector<K::Kind> RelationKinds(const pb::ReReadResolutionResponse& answer) {
  std::vector<K::Kind> kinds;
  for (const auto& difference : answer.relation_differences()) kinds.push_back(difference.kind());
  return kinds;
}

std::vector<K::Kind> SuggestionKinds(const pb::ReReadResolutionResponse& answer) {
  std::vector<K::Kind> kinds;
  for (const auto& one : answer.suggestion_differences()) kinds.push_back(one.kind());
  return kinds;
}

using KindList = std::vector<K::Kind>;

// Both readings say the same of the second and the fourth point.
struct Told : ReReadWorld {
  Told() {
    Say(draft, 2, "семинар", "1");
    Say(draft, 4, "материалы", "2");
    Offer(draft, "издать сборник", 2);
    change = [](Aggregate& fresh) {
      Say(fresh, 2, "семинар", "1");
      Say(fresh, 4, "материалы", "2");
      Offer(fresh, "издать сборник", 2);
    };
  }
  Rel& Relation(std::size_t i) { return draft.relations.at(i).relation; }
};

TEST(ReReadLinksTest, TheSameReadingChangesNothing) {
  Told world;
  const auto answer = world.Again();
  EXPECT_EQ(RelationKinds(answer), KindList(2, K::KIND_SAME));
  EXPECT_EQ(SuggestionKinds(answer), KindList(1, K::KIND_SAME));
  EXPECT_FALSE(world.draft.relations_changed);
  EXPECT_FALSE(world.draft.suggestions_changed);
  EXPECT_EQ(world.Relation(0).point(), ReadName(12));
}

TEST(ReReadLinksTest, WhatIsOnlyProposedFollowsTheReading) {
  Told world;
  world.change = [](Aggregate& fresh) {
    Say(fresh, 2, "семинар для", "1").set_kind(Rel::KIND_REPEALS);
    Say(fresh, 3, "план", "3");
    Offer(fresh, "издать сборник уроков", 4);
    Offer(fresh, "открыть музей", 40);
  };
  const auto answer = world.Again();
  EXPECT_EQ(RelationKinds(answer), (KindList{K::KIND_CHANGED, K::KIND_NEW, K::KIND_GONE}));
  EXPECT_EQ(answer.relation_differences(0).relation().kind(), Rel::KIND_AMENDS);
  EXPECT_EQ(answer.relation_differences(0).read().kind(), Rel::KIND_REPEALS);
  EXPECT_EQ(answer.relation_differences(0).read().point(), ReadName(12));
  EXPECT_EQ(answer.relation_differences(0).read().name(), "");
  ASSERT_EQ(world.draft.relations.size(), 2u);
  EXPECT_EQ(world.Relation(0).name(), "relations/" + ReadName(12) + "1");
  EXPECT_EQ(world.Relation(0).kind(), Rel::KIND_REPEALS);
  EXPECT_EQ(world.Relation(1).point(), ReadName(13));
  EXPECT_TRUE(world.draft.relations_changed);
  EXPECT_TRUE(world.draft.match_relations);
  EXPECT_EQ(SuggestionKinds(answer), (KindList{K::KIND_CHANGED, K::KIND_NEW}));
  ASSERT_EQ(world.draft.suggestions.size(), 2u);
  EXPECT_EQ(world.draft.suggestions[0].name(), "suggestions/издать сборник");
  EXPECT_EQ(world.draft.suggestions[0].text(), "издать сборник уроков");
}

TEST(ReReadLinksTest, WhatAPersonDecidedStays) {
  Told world;
  Decide(Rel::STATE_CONFIRMED, world.Relation(0));
  Decide(Rel::STATE_REJECTED, world.Relation(1));
  world.draft.suggestions[0].set_state(S::STATE_DISMISSED);
  Offer(world.draft, "открыть музей", 40).set_state(S::STATE_TAKEN);
  world.change = [](Aggregate& fresh) {
    Say(fresh, 2, "семинар для", "1").set_kind(Rel::KIND_REPEALS);
    Offer(fresh, "издать сборник уроков", 4);
  };
  const std::string confirmed = world.Relation(0).SerializeAsString();
  const std::string rejected = world.Relation(1).SerializeAsString();
  const auto answer = world.Again();
  EXPECT_EQ(RelationKinds(answer), KindList(2, K::KIND_KEPT));
  EXPECT_FALSE(answer.relation_differences(1).has_read());
  ASSERT_EQ(world.draft.relations.size(), 2u);
  EXPECT_EQ(world.Relation(0).SerializeAsString(), confirmed);
  EXPECT_EQ(world.Relation(1).SerializeAsString(), rejected);
  EXPECT_EQ(SuggestionKinds(answer), KindList(2, K::KIND_KEPT));
  ASSERT_EQ(world.draft.suggestions.size(), 2u);
  EXPECT_EQ(world.draft.suggestions[0].text(), "издать сборник");
  EXPECT_EQ(world.draft.suggestions[1].state(), S::STATE_TAKEN);
}

TEST(ReReadLinksTest, ADecisionOutlivesItsPoint) {
  Told world;
  Say(world.draft, 3, "план", "3");
  Decide(Rel::STATE_CONFIRMED, world.Relation(2));
  const auto answer = world.Again({kLines[0], kLines[1], {kLines[3].text}, {kLines[3].text}});
  EXPECT_EQ(world.draft.Find(ReadName(13)), nullptr);
  ASSERT_EQ(world.draft.relations.size(), 3u);
  for (const ToldRelation& told : world.draft.relations) {
    if (told.relation.target().label() != "3") continue;
    EXPECT_EQ(told.relation.point(), ReadName(11));
    EXPECT_EQ(told.relation.state(), Rel::STATE_CONFIRMED);
  }
}

TEST(ReReadLinksTest, WhatARemovedPointSaidDoesNotComeBack) {
  Told world;
  world.Delete(4);
  ASSERT_EQ(world.draft.relations.size(), 1u);
  const auto answer = world.Again();
  EXPECT_EQ(world.draft.relations.size(), 1u);
  EXPECT_EQ(RelationKinds(answer), (KindList{K::KIND_KEPT, K::KIND_SAME}));
  EXPECT_FALSE(answer.relation_differences(0).has_relation());
}

TEST(ReReadLinksTest, AMergedPointKeepsEachOnce) {
  Told world;
  world.Relation(1).mutable_target()->set_label("1");
  world.change = [](Aggregate& fresh) {
    Say(fresh, 2, "семинар", "1");
    Say(fresh, 4, "материалы", "1");
    Offer(fresh, "издать сборник", 2);
  };
  ASSERT_TRUE(MergePoints(world.draft, {ReadName(12), ReadName(14)}, "", kClerk).ok());
  ASSERT_EQ(world.draft.relations.size(), 1u);
  const auto answer = world.Again();
  EXPECT_EQ(RelationKinds(answer), KindList(1, K::KIND_SAME));
  ASSERT_EQ(world.draft.relations.size(), 1u);
  EXPECT_EQ(world.Relation(0).point(), ReadName(12));
}

TEST(ReReadLinksTest, ASplitPointKeepsThemAtTheirPart) {
  Told world;
  Say(world.draft, 2, "сборник", "5");
  Cuts cuts;
  cuts.name = ReadName(12);
  cuts.offsets = {static_cast<std::int64_t>(world.At(2).text().find("подготовить"))};
  cuts.source = world.text;
  cuts.new_name = [] { return ReadName(21); };
  ASSERT_TRUE(SplitPoint(world.draft, cuts, kClerk).ok());
  EXPECT_EQ(world.Relation(0).point(), ReadName(12));
  EXPECT_EQ(world.Relation(2).point(), ReadName(21));
  world.change = [](Aggregate& fresh) {
    Say(fresh, 2, "семинар", "1");
    Say(fresh, 2, "сборник", "5");
    Say(fresh, 4, "материалы", "2");
    Offer(fresh, "издать сборник", 2);
  };
  const auto answer = world.Again();
  EXPECT_EQ(RelationKinds(answer), KindList(3, K::KIND_SAME));
  EXPECT_EQ(world.Relation(1).point(), ReadName(21));
}

}  // namespace
}  // namespace rezon::decisions
