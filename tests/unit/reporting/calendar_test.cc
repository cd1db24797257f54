#include "services/reporting/domain/calendar.h"

#include <gtest/gtest.h>

#include "absl/time/time.h"

namespace rezon::reporting {
namespace {

absl::Time At(const std::string& text) {
  absl::Time time;
  std::string error;
  EXPECT_TRUE(absl::ParseTime(absl::RFC3339_full, text, &time, &error)) << error;
  return time;
}

TEST(RegionZones, TodayIsTheRegionsOwnDay) {
  const auto zones = RegionZones::Parse("Asia/Yekaterinburg,ru-mow=Europe/Moscow");
  ASSERT_TRUE(zones.ok()) << zones.status();
  const absl::Time evening = At("2026-05-31T20:30:00Z");
  EXPECT_EQ(zones->Today("ru-tyu", evening), absl::CivilDay(2026, 6, 1));
  EXPECT_EQ(zones->Today("ru-mow", evening), absl::CivilDay(2026, 5, 31));
}

TEST(RegionZones, AReportOnTheDueDayIsInTime) {
  const auto zones = RegionZones::Parse("Asia/Yekaterinburg");
  ASSERT_TRUE(zones.ok());
  const absl::CivilDay due(2026, 6, 1);
  EXPECT_FALSE(zones->DoneLate("ru-tyu", At("2026-06-01T18:59:59Z"), due));
  EXPECT_TRUE(zones->DoneLate("ru-tyu", At("2026-06-01T19:00:00Z"), due));
  EXPECT_FALSE(zones->DoneLate("ru-tyu", At("2026-09-01T00:00:00Z"), std::nullopt));
  EXPECT_FALSE(zones->DoneLate("ru-tyu", std::nullopt, due));
}

TEST(RegionZones, UnknownZoneIsRefused) {
  EXPECT_EQ(RegionZones::Parse("Asia/Nowhere").status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(RegionZones::Parse("UTC,ru-tyu=").status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace rezon::reporting
