#include "services/decisions/domain/relations.h"

#include <gtest/gtest.h>

#include <vector>

#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

constexpr char kSomeId[] = "01900000-0000-7000-8000-000000000001";

TEST(RelationsTest, WordsAndKindsAreOneToOne) {
  for (int number = 1; number <= pb::Relation::Kind_MAX; ++number) {
    const auto kind = static_cast<pb::Relation::Kind>(number);
    EXPECT_NE(KindWord(kind), "unspecified");
    EXPECT_EQ(RelationKindOf(KindWord(kind)), kind);
  }
  EXPECT_EQ(RelationKindOf("other"), pb::Relation::KIND_UNSPECIFIED);
  for (int number = 1; number <= pb::Relation::State_MAX; ++number) {
    const auto state = static_cast<pb::Relation::State>(number);
    EXPECT_EQ(RelationStateOf(RelationStateWord(state)), state);
  }
  for (int number = 1; number <= pb::Suggestion::State_MAX; ++number) {
    const auto state = static_cast<pb::Suggestion::State>(number);
    EXPECT_EQ(SuggestionStateOf(SuggestionStateWord(state)), state);
  }
}

TEST(RelationsTest, EveryKindOfTheReaderHasItsKind) {
  using reader::RelationKind;
  for (const auto kind :
       {RelationKind::kAmends, RelationKind::kSupplements, RelationKind::kSupersedes,
        RelationKind::kRepeals, RelationKind::kRemovesFromControl, RelationKind::kContinues,
        RelationKind::kExecutes}) {
    EXPECT_NE(RelationKindOf(reader::Name(kind)), pb::Relation::KIND_UNSPECIFIED);
  }
}

TEST(RelationsTest, OneProposalForEachLabel) {
  reader::Document document;
  reader::Relation read;
  read.item = 2;
  read.kind = reader::RelationKind::kRemovesFromControl;
  read.target.act = "решение";
  read.target.number = "45";
  read.target.labels = {"3", "5"};
  document.relations = {read};
  read.item = 0;
  read.target.labels.clear();
  document.relations.push_back(read);
  document.suggestions = {{"издать сборник", {10, 20}, "suggest.propose", 0.8}};
  Aggregate draft = SampleDraft();
  int ids = 0;
  AddLinks(
      document, [&ids] { return "01900000-0000-7000-8000-00000000000" + std::to_string(++ids); },
      draft);
  ASSERT_EQ(draft.relations.size(), 3u);
  std::vector<pb::Relation> relations;
  for (const ToldRelation& told : draft.relations) relations.push_back(told.relation);
  EXPECT_EQ(relations[0].target().label(), "3");
  EXPECT_EQ(relations[1].target().label(), "5");
  EXPECT_EQ(relations[1].point(), SamplePoint(2));
  EXPECT_EQ(relations[2].target().label(), "");
  EXPECT_EQ(relations[2].point(), "");
  EXPECT_EQ(relations[0].state(), pb::Relation::STATE_PROPOSED);
  EXPECT_NE(relations[0].name(), relations[1].name());
  EXPECT_TRUE(ParseRelationName(relations[0].name()).ok());
  ASSERT_EQ(draft.suggestions.size(), 1u);
  EXPECT_EQ(draft.suggestions[0].span().begin(), 10);
  EXPECT_EQ(draft.suggestions[0].state(), pb::Suggestion::STATE_OPEN);
}

TEST(RelationsTest, NamesAndTargets) {
  EXPECT_EQ(ParseRelationName(RelationName(kSomeId, kSomeId))->relation, kSomeId);
  EXPECT_FALSE(ParseRelationName("resolutions/1/relations/2").ok());
  EXPECT_EQ(ParseSuggestionName(SuggestionName(kSomeId, kSomeId))->suggestion, kSomeId);
  EXPECT_FALSE(ParseSuggestionName(RelationName(kSomeId, kSomeId)).ok());
  EXPECT_EQ(ParseTarget("resolutions/" + std::string(kSomeId))->point, "");
  EXPECT_EQ(ParseTarget(SamplePoint(1))->point.size(), 36u);
  for (const char* wrong : {"", "points/1", "resolutions/x"}) {
    EXPECT_TRUE(absl::IsInvalidArgument(ParseTarget(wrong).status())) << wrong;
  }
}

TEST(RelationsTest, OnlyASecondRejectionIsRefused) {
  pb::Relation relation;
  const Decision reject{pb::Relation::STATE_REJECTED, ""};
  const Decision confirm;
  for (const auto state : {pb::Relation::STATE_PROPOSED, pb::Relation::STATE_CONFIRMED}) {
    relation.set_state(state);
    EXPECT_TRUE(CheckDecision(relation, reject).ok());
    EXPECT_TRUE(CheckDecision(relation, confirm).ok());
  }
  relation.set_state(pb::Relation::STATE_REJECTED);
  EXPECT_TRUE(CheckDecision(relation, confirm).ok());
  EXPECT_EQ(errors::Reason(CheckDecision(relation, reject)), "STATE_FORBIDS");
}

}  // namespace
}  // namespace rezon::decisions
