#include "services/reporting/domain/summary.h"

#include <gtest/gtest.h>

namespace rezon::reporting {
namespace {

TEST(AcceptedShare, LeavesCancelledOnesOut) {
  EXPECT_DOUBLE_EQ(AcceptedShare({.total = 10, .accepted = 4, .cancelled = 2}), 0.5);
  EXPECT_DOUBLE_EQ(AcceptedShare({.total = 3, .cancelled = 3}), 0.0);
  EXPECT_DOUBLE_EQ(AcceptedShare({}), 0.0);
}

TEST(Total, AddsCountsAndKeepsTheEarliestDueDate) {
  Row first;
  first.counts = {5, 1, 1, 2, 1, 1, 1, 0};
  first.next_due_date = absl::CivilDay(2026, 9, 1);
  Row second;
  second.counts = {2, 2, 0, 0, 0, 0, 0, 2};
  second.next_due_date = absl::CivilDay(2026, 5, 1);
  const Row total = Total({first, second, Row()});
  EXPECT_EQ(total.counts, (Counts{7, 3, 1, 2, 1, 1, 1, 2}));
  EXPECT_EQ(total.next_due_date, absl::CivilDay(2026, 5, 1));
  EXPECT_FALSE(Total({}).next_due_date.has_value());
}

}  // namespace
}  // namespace rezon::reporting
