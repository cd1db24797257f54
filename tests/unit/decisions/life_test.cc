#include "services/decisions/domain/life.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <utility>

#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using R = pb::Resolution;
constexpr absl::CivilDay kToday(2024, 9, 1);

TEST(LifeTest, EveryMoveFromEveryStateIsAsTheDesignSays) {
  const std::set<std::pair<Move, R::State>> allowed = {{Move::kSubmit, R::STATE_DRAFT},
                                                       {Move::kAdopt, R::STATE_DRAFT},
                                                       {Move::kAdopt, R::STATE_IN_REVIEW},
                                                       {Move::kSupersede, R::STATE_ADOPTED},
                                                       {Move::kRevoke, R::STATE_ADOPTED}};
  for (Move move : {Move::kSubmit, Move::kAdopt, Move::kSupersede, Move::kRevoke}) {
    for (R::State state : {R::STATE_DRAFT, R::STATE_IN_REVIEW, R::STATE_ADOPTED,
                           R::STATE_SUPERSEDED, R::STATE_REVOKED}) {
      R resolution;
      resolution.set_state(state);
      absl::Status status = Apply(move, resolution);
      EXPECT_EQ(status.ok(), allowed.count({move, state}) == 1)
          << static_cast<int>(move) << " from " << StateWord(state);
      if (status.ok()) continue;
      EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
      EXPECT_EQ(errors::Reason(status), "STATE_FORBIDS");
      EXPECT_EQ(resolution.state(), state);
    }
  }
}

TEST(LifeTest, WordsOfStatesGoBothWays) {
  for (R::State state : {R::STATE_DRAFT, R::STATE_IN_REVIEW, R::STATE_ADOPTED, R::STATE_SUPERSEDED,
                         R::STATE_REVOKED}) {
    EXPECT_EQ(StateOf(StateWord(state)), state);
  }
  EXPECT_EQ(StateOf("lost"), R::STATE_UNSPECIFIED);
}

TEST(LifeTest, AdoptionFreezesAndHashes) {
  Aggregate draft = SampleDraft();
  ASSERT_TRUE(Adopt(draft, "", kToday).ok());
  EXPECT_EQ(draft.resolution.state(), R::STATE_ADOPTED);
  EXPECT_EQ(draft.resolution.revision(), 1);
  EXPECT_EQ(draft.resolution.adopt_date(), "2024-08-23");
  EXPECT_EQ(draft.resolution.content_hash().size(), 64u);
  EXPECT_EQ(errors::Reason(CheckOpen(draft.resolution)), "RESOLUTION_FROZEN");
}

TEST(LifeTest, DayOfAdoptionIsTheGivenOneElseTheEventsElseToday) {
  Aggregate given = SampleDraft();
  ASSERT_TRUE(Adopt(given, "2024-08-30", kToday).ok());
  EXPECT_EQ(given.resolution.adopt_date(), "2024-08-30");
  Aggregate none = SampleDraft();
  none.resolution.mutable_event()->clear_end_date();
  ASSERT_TRUE(Adopt(none, "", kToday).ok());
  EXPECT_EQ(none.resolution.adopt_date(), "2024-09-01");
  Aggregate bad = SampleDraft();
  EXPECT_EQ(errors::Violations(Adopt(bad, "2024-02-30", kToday))[0].path, "adopt_date");
}

TEST(LifeTest, NothingToAdoptWithoutPoints) {
  Aggregate draft = SampleDraft();
  draft.points.clear();
  EXPECT_EQ(errors::Reason(Adopt(draft, "", kToday)), "NO_POINTS");
}

TEST(LifeTest, RevocationNeedsAReasonAndAnAdoptedResolution) {
  Aggregate draft = SampleDraft();
  EXPECT_EQ(errors::Reason(Revoke(draft, "ошибка")), "STATE_FORBIDS");
  ASSERT_TRUE(Adopt(draft, "", kToday).ok());
  EXPECT_EQ(Revoke(draft, " ").code(), absl::StatusCode::kInvalidArgument);
  ASSERT_TRUE(Revoke(draft, "ошибка").ok());
  EXPECT_EQ(draft.revoke_reason, "ошибка");
  EXPECT_EQ(draft.resolution.state(), R::STATE_REVOKED);
}

}  // namespace
}  // namespace rezon::decisions
