#include "services/assignments/store/together.h"

#include <gtest/gtest.h>

#include <vector>

#include "services/platform/db/errors.h"
#include "tests/store/assignments/fixture.h"

namespace rezon::assignments {
namespace {

using rezon::testing::Soon;
using store::ApplyTogether;
using store::AskedChange;
using store::Change;
using store::Outcome;
using Kind = Outcome::Kind;

class TogetherTest : public StoreTest {
 protected:
  store::ApplyChanges OverStore() {
    return
        [this](const db::Context& context, absl::Span<const Change> changes, absl::CivilDay day) {
          sizes_.push_back(changes.size());
          return store_.Apply(context, changes, day);
        };
  }
  std::vector<AskedChange> Ask(const std::vector<std::string>& ids, Operation operation) {
    std::vector<AskedChange> asked;
    for (const std::string& id : ids) asked.push_back({MakeChange(id, operation), Soon()});
    return asked;
  }

  std::vector<size_t> sizes_;
};

TEST_F(TogetherTest, ChangesOfManyAssignmentsAreOneStatementWithAllTheirHistory) {
  const auto ids = IssueSome(60);
  const auto outcomes = ApplyTogether(OverStore(), Soon(), Ask(ids, Operation::kStart), today_);
  ASSERT_EQ(outcomes.size(), 60u);
  for (size_t i = 0; i < ids.size(); ++i) {
    ASSERT_TRUE(outcomes[i].ok()) << outcomes[i].status();
    EXPECT_EQ(outcomes[i]->kind, Kind::kChanged);
    EXPECT_EQ(outcomes[i]->assignment.name(), AssignmentName(ids[i]));
  }
  EXPECT_EQ(sizes_, std::vector<size_t>{60});
  EXPECT_EQ(Query("SELECT count(*) FROM history WHERE operation = 'start' AND revision = 2"), "60");
  EXPECT_EQ(Query("SELECT count(DISTINCT subject) FROM outbox WHERE revision = 2"), "60");
}

TEST_F(TogetherTest, ChangesOfOneAssignmentAreMadeOneAfterTheOther) {
  const auto ids = IssueSome(2);
  const auto asked = Ask({ids[0], ids[0], ids[1], ids[0]}, Operation::kAcknowledge);
  const auto outcomes = ApplyTogether(OverStore(), Soon(), asked, today_);
  std::vector<Kind> kinds;
  for (const auto& outcome : outcomes) kinds.push_back(outcome->kind);
  EXPECT_EQ(kinds, (std::vector<Kind>{Kind::kChanged, Kind::kForbidden, Kind::kChanged,
                                      Kind::kForbidden}));
  EXPECT_EQ(sizes_, (std::vector<size_t>{2, 1, 1}));
}

TEST_F(TogetherTest, ARefusedStatementIsMadeOneByOneUnderEachCallsOwnTime) {
  const auto ids = IssueSome(3);
  auto asked = Ask(ids, Operation::kStart);
  const absl::Time own = absl::Now() + absl::Seconds(7);
  asked[1].context.deadline = own;
  std::vector<absl::Time> deadlines;
  auto apply = OverStore();
  const auto outcomes = ApplyTogether(
      [&](const db::Context& context, absl::Span<const Change> changes,
          absl::CivilDay day) -> absl::StatusOr<std::vector<Outcome>> {
        if (changes.size() > 1) return db::StatusOf("23505", "idempotency_pkey", "twice");
        deadlines.push_back(context.deadline);
        return apply(context, changes, day);
      },
      Soon(), asked, today_);
  for (const auto& outcome : outcomes) EXPECT_TRUE(outcome.ok()) << outcome.status();
  ASSERT_EQ(deadlines.size(), 3u);
  EXPECT_EQ(deadlines[1], own);
}

TEST_F(TogetherTest, AChangeThatRacedIsMadeAlone) {
  const auto ids = IssueSome(2);
  auto apply = OverStore();
  const auto outcomes = ApplyTogether(
      [&](const db::Context& context, absl::Span<const Change> changes,
          absl::CivilDay day) -> absl::StatusOr<std::vector<Outcome>> {
        if (changes.size() == 1) return apply(context, changes, day);
        std::vector<Outcome> seen(changes.size());
        seen[0].kind = Kind::kRaced;
        seen[1].kind = Kind::kStale;
        return seen;
      },
      Soon(), Ask(ids, Operation::kStart), today_);
  EXPECT_EQ(outcomes[0]->kind, Kind::kChanged);
  EXPECT_EQ(outcomes[1]->kind, Kind::kStale);
}

TEST_F(TogetherTest, ALostConnectionIsNeverTriedAgain) {
  int runs = 0;
  const auto outcomes = ApplyTogether(
      [&](const db::Context&, absl::Span<const Change>,
          absl::CivilDay) -> absl::StatusOr<std::vector<Outcome>> {
        ++runs;
        return db::StatusOf("08006", "", "gone");
      },
      Soon(), Ask({ids::NewUuid(), ids::NewUuid()}, Operation::kStart), today_);
  EXPECT_EQ(runs, 1);
  for (const auto& outcome : outcomes) {
    EXPECT_EQ(outcome.status().code(), absl::StatusCode::kUnavailable);
  }
}

}  // namespace
}  // namespace rezon::assignments
