#include "services/assignments/domain/life.h"

#include <gtest/gtest.h>

#include <string>

namespace rezon::assignments {
namespace {

// What design.md allows, written the other way round: for every state the operations it takes.
// a acknowledge, s start, r report, i inform, A accept, R return, c cancel.
struct Expected {
  State from;
  std::string operations;
};

const Expected kExpected[] = {
    {v1::Assignment::STATE_ISSUED, "asric"},      {v1::Assignment::STATE_DELIVERED, "asric"},
    {v1::Assignment::STATE_ACKNOWLEDGED, "sric"}, {v1::Assignment::STATE_IN_PROGRESS, "ric"},
    {v1::Assignment::STATE_REPORTED, "rARc"},     {v1::Assignment::STATE_RETURNED, "sric"},
    {v1::Assignment::STATE_ACCEPTED, ""},         {v1::Assignment::STATE_CANCELLED, ""},
    {v1::Assignment::STATE_UNSPECIFIED, ""},
};

const std::pair<char, Operation> kLetters[] = {
    {'a', Operation::kAcknowledge}, {'s', Operation::kStart},  {'r', Operation::kReport},
    {'i', Operation::kInform},      {'A', Operation::kAccept}, {'R', Operation::kReturn},
    {'c', Operation::kCancel}};

TEST(Life, EveryStateTakesExactlyItsOperations) {
  for (const Expected& expected : kExpected) {
    std::string allowed;
    for (const auto& [letter, operation] : kLetters) {
      if (Allowed(MoveOf(operation), expected.from)) allowed += letter;
    }
    EXPECT_EQ(allowed, expected.operations) << v1::Assignment::State_Name(expected.from);
  }
}

TEST(Life, OffControlIsTheEnd) {
  for (const Move& move : Moves()) {
    EXPECT_FALSE(Allowed(move, v1::Assignment::STATE_ACCEPTED));
    EXPECT_FALSE(Allowed(move, v1::Assignment::STATE_CANCELLED));
  }
}

TEST(Life, OnlyWhatIsOwedCanBeOverdue) {
  EXPECT_TRUE(Owes(v1::Assignment::STATE_ISSUED));
  EXPECT_TRUE(Owes(v1::Assignment::STATE_RETURNED));
  EXPECT_FALSE(Owes(v1::Assignment::STATE_REPORTED));
  EXPECT_FALSE(Owes(v1::Assignment::STATE_ACCEPTED));
  EXPECT_FALSE(Owes(v1::Assignment::STATE_CANCELLED));
}

TEST(Life, EveryStateHasARussianName) {
  for (int i = v1::Assignment::State_MIN + 1; i <= v1::Assignment::State_MAX; ++i) {
    EXPECT_NE(RussianName(static_cast<State>(i)), RussianName(v1::Assignment::STATE_UNSPECIFIED));
  }
}

}  // namespace
}  // namespace rezon::assignments
