#include "services/decisions/domain/suggest.h"

#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using S = pb::Suggestion;

constexpr char kOffered[] = "suggestions/1";

Aggregate Offering() {
  Aggregate draft = SampleDraft();
  S& suggestion = draft.suggestions.emplace_back();
  suggestion.set_name(kOffered);
  suggestion.set_text("издать сборник");
  suggestion.mutable_span()->set_begin(10);
  suggestion.mutable_span()->set_end(36);
  suggestion.set_state(S::STATE_OPEN);
  suggestion.set_etag("\"1\"");
  return draft;
}

absl::StatusOr<Taken> Take(Aggregate& draft, const std::string& after = "",
                           const std::string& etag = "") {
  return TakeSuggestion(draft, {kOffered, etag}, SamplePoint(8), after, kClerk);
}

TEST(SuggestTest, ItBecomesAPointWithItsPlace) {
  Aggregate draft = Offering();
  auto taken = Take(draft, "", "\"1\"");
  ASSERT_TRUE(taken.ok()) << taken.status();
  const pb::Point& point = draft.points.at(taken->point);
  EXPECT_EQ(point.name(), SamplePoint(8));
  EXPECT_EQ(point.ordinal(), 5);
  EXPECT_EQ(point.text(), "издать сборник");
  EXPECT_TRUE(point.actionable());
  EXPECT_EQ(point.span().end(), 36);
  EXPECT_EQ(point.corrector(), "ivanova");
  const S& suggestion = draft.suggestions[taken->suggestion];
  EXPECT_EQ(suggestion.state(), S::STATE_TAKEN);
  EXPECT_EQ(suggestion.point(), SamplePoint(8));
  EXPECT_EQ(suggestion.decider(), "ivanova");
  ASSERT_EQ(draft.corrections.size(), 1u);
  EXPECT_EQ(draft.corrections[0].action(), pb::Correction::ACTION_TAKE_SUGGESTION);
  EXPECT_EQ(draft.corrections[0].after(0).SerializeAsString(), point.SerializeAsString());
  EXPECT_EQ(draft.corrections[0].suggestion().state(), S::STATE_TAKEN);
  EXPECT_EQ(draft.decided_suggestions, std::set<std::string>{kOffered});
  EXPECT_EQ(draft.resolution.point_count(), 5);
}

TEST(SuggestTest, BehindAPointItHasThatOnesParent) {
  Aggregate draft = Offering();
  auto taken = Take(draft, SamplePoint(2));
  ASSERT_TRUE(taken.ok()) << taken.status();
  EXPECT_EQ(draft.points[2].name(), SamplePoint(8));
  EXPECT_EQ(draft.points[2].parent(), SamplePoint(1));
  EXPECT_EQ(draft.points[2].ordinal(), 3);
  draft = Offering();
  taken = Take(draft, SamplePoint(1));
  ASSERT_TRUE(taken.ok()) << taken.status();
  EXPECT_EQ(taken->point, 3u);  // behind all below point 1
  EXPECT_EQ(draft.points[3].parent(), "");
}

TEST(SuggestTest, WhatIsDismissedMayStillBeTakenButNotTwice) {
  Aggregate draft = Offering();
  auto dismissed = DismissSuggestion(draft, {kOffered, ""}, "не поручение", kClerk);
  ASSERT_TRUE(dismissed.ok()) << dismissed.status();
  EXPECT_EQ(draft.suggestions[0].state(), S::STATE_DISMISSED);
  EXPECT_EQ(draft.suggestions[0].reason(), "не поручение");
  EXPECT_EQ(draft.corrections[0].action(), pb::Correction::ACTION_DISMISS_SUGGESTION);
  EXPECT_EQ(draft.points.size(), 4u);
  EXPECT_EQ(errors::Reason(DismissSuggestion(draft, {kOffered, ""}, "", kClerk).status()),
            "STATE_FORBIDS");
  ASSERT_TRUE(Take(draft).ok());
  EXPECT_EQ(draft.suggestions[0].reason(), "");
  EXPECT_EQ(errors::Reason(Take(draft).status()), "STATE_FORBIDS");
  EXPECT_EQ(errors::Reason(DismissSuggestion(draft, {kOffered, ""}, "", kClerk).status()),
            "STATE_FORBIDS");
}

TEST(SuggestTest, WrongRequestsAreRefused) {
  Aggregate draft = Offering();
  EXPECT_TRUE(absl::IsAborted(Take(draft, "", "\"7\"").status()));
  EXPECT_TRUE(
      absl::IsNotFound(TakeSuggestion(draft, {"suggestions/9", ""}, "", "", kClerk).status()));
  EXPECT_EQ(errors::Violations(Take(draft, SamplePoint(9)).status()).at(0).path, "after");
  draft.resolution.set_state(pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(errors::Reason(Take(draft).status()), "RESOLUTION_FROZEN");
  EXPECT_EQ(errors::Reason(DismissSuggestion(draft, {kOffered, ""}, "", kClerk).status()),
            "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
