#include "services/decisions/domain/checks.h"

#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;
namespace pb = rezon::decisions::v1;

Deadline Make(Deadline::Kind kind, const std::string& start, const std::string& end) {
  Deadline deadline;
  deadline.set_kind(kind);
  deadline.set_start_date(start);
  deadline.set_end_date(end);
  return deadline;
}

std::string Wrong(const absl::Status& status) {
  return status.ok() ? "" : errors::Violations(status).at(0).path;
}

TEST(ChecksTest, OnlyRealDaysAreDays) {
  EXPECT_EQ(ParseDay("2024-02-29"), absl::CivilDay(2024, 2, 29));
  for (const char* wrong : {"2023-02-29", "2024-2-29", "2024-13-01", "20240229", "0000-01-01",
                            "2024-01-0x", "2024-01--1", "", "2024-01-01 "}) {
    EXPECT_FALSE(ParseDay(wrong)) << wrong;
  }
}

TEST(ChecksTest, DatesOfADeadlineFollowItsKind) {
  EXPECT_EQ(Wrong(CheckDeadline("d", Make(Deadline::KIND_DATE, "", "2024-06-01"))), "");
  EXPECT_EQ(Wrong(CheckDeadline("d", Make(Deadline::KIND_DATE, "", ""))), "d.end_date");
  EXPECT_EQ(Wrong(CheckDeadline("d", Make(Deadline::KIND_DATE, "2024-01-01", "2024-06-01"))),
            "d.start_date");
  EXPECT_EQ(Wrong(CheckDeadline("d", Make(Deadline::KIND_RANGE, "2024-01-01", "2024-06-01"))), "");
  EXPECT_EQ(Wrong(CheckDeadline("d", Make(Deadline::KIND_RANGE, "2024-07-01", "2024-06-01"))),
            "d.end_date");
  EXPECT_EQ(Wrong(CheckDeadline("d", Make(Deadline::KIND_STANDING, "", "2024-06-01"))),
            "d.end_date");
  EXPECT_EQ(Wrong(CheckDeadline("d", Make(Deadline::KIND_NONE, "", ""))), "");
}

TEST(ChecksTest, TargetsAreRegistryNames) {
  pb::Point point;
  point.set_text("x");
  point.add_addressees()->add_targets("organisations/1");
  EXPECT_EQ(Wrong(CheckPoint("point", point)), "");
  point.add_addressees()->add_targets("territories/1");
  EXPECT_EQ(Wrong(CheckPoint("point", point)), "point.addressees[1].targets[0]");
}

TEST(ChecksTest, TextHasLimitsAndNoControls) {
  EXPECT_EQ(Wrong(CheckText("t", "ok", 2, true)), "");
  EXPECT_EQ(Wrong(CheckText("t", "long", 3, true)), "t");
  EXPECT_EQ(Wrong(CheckText("t", " \n", 3, true)), "t");
  EXPECT_EQ(Wrong(CheckText("t", std::string_view("a\0b", 3), 3, true)), "t");
}

}  // namespace
}  // namespace rezon::decisions
