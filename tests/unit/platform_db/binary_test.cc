#include "services/platform/db/binary.h"

#include <gtest/gtest.h>

namespace rezon::db::binary {
namespace {

TEST(Binary, DatesAreWrittenWithAllTheirDigits) {
  EXPECT_EQ(DateText(absl::CivilDay(2026, 11, 23)), "2026-11-23");
  EXPECT_EQ(DateText(absl::CivilDay(2000, 1, 1)), "2000-01-01");
  EXPECT_EQ(DateText(absl::CivilDay(33, 12, 31)), "0033-12-31");
  EXPECT_EQ(DateText(absl::CivilDay(12026, 2, 3)), "12026-02-03");
}

TEST(Binary, UuidsAreWrittenInTheirFiveGroups) {
  const std::string bytes("\x01\x92\x00\x00\x00\x00\x70\x00\x80\x00\x00\x00\x00\x0f\x42\xab", 16);
  EXPECT_EQ(Uuid(bytes), "01920000-0000-7000-8000-0000000f42ab");
}

}  // namespace
}  // namespace rezon::db::binary
