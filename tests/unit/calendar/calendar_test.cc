#include "services/platform/calendar/calendar.h"

#include <gtest/gtest.h>

#include <string>

#include "services/platform/calendar/compact.h"
#include "services/platform/calendar/region.h"

namespace rezon::calendar {
namespace {

absl::CivilDay D(const std::string& text) {
  absl::CivilDay day;
  EXPECT_TRUE(absl::ParseCivilTime(text, &day)) << text;
  return day;
}

std::string Text(absl::CivilDay day) { return absl::FormatCivilTime(day); }

// Golden vectors of domain.md 5.4.
TEST(Calendar, WorkingDaysOfEachYear) {
  const Calendar& calendar = Calendar::Published();
  const std::pair<int, int> vectors[] = {{2016, 247}, {2017, 247}, {2018, 247}, {2019, 247},
                                         {2020, 219}, {2021, 240}, {2022, 247}, {2023, 247},
                                         {2024, 248}, {2025, 247}, {2026, 247}};
  for (const auto& [year, days] : vectors) EXPECT_EQ(calendar.WorkingDays(year), days) << year;
}

TEST(Calendar, NearestWorkingDays) {
  const Calendar& calendar = Calendar::Published();
  const char* vectors[][3] = {{"2023-12-31", "2023-12-29", "2024-01-09"},
                              {"2024-09-01", "2024-08-30", "2024-09-02"},
                              {"2025-12-31", "2025-12-30", "2026-01-12"},
                              {"2026-05-10", "2026-05-08", "2026-05-12"},
                              {"2025-11-01", "2025-11-01", "2025-11-01"}};
  for (const auto& [day, before, after] : vectors) {
    EXPECT_EQ(Text(calendar.OnOrBefore(D(day))), before) << day;
    EXPECT_EQ(Text(calendar.OnOrAfter(D(day))), after) << day;
  }
}

TEST(Calendar, RemindersTenFiveAndOneWorkingDayBefore) {
  const Calendar& calendar = Calendar::Published();
  const char* vectors[][4] = {{"2026-01-20", "2025-12-25", "2026-01-13", "2026-01-19"},
                              {"2025-12-30", "2025-12-16", "2025-12-23", "2025-12-29"},
                              {"2023-08-31", "2023-08-17", "2023-08-24", "2023-08-30"}};
  for (const auto& [due, ten, five, one] : vectors) {
    EXPECT_EQ(Text(calendar.AddWorkingDays(D(due), -10)), ten) << due;
    EXPECT_EQ(Text(calendar.AddWorkingDays(D(due), -5)), five) << due;
    EXPECT_EQ(Text(calendar.AddWorkingDays(D(due), -1)), one) << due;
    EXPECT_EQ(calendar.AddWorkingDays(D(ten), 10), D(due)) << ten;
  }
}

TEST(Calendar, AShortenedSaturdayIsWorked) {
  const Calendar& calendar = Calendar::Published();
  for (const char* day :
       {"2016-02-20", "2018-06-09", "2021-02-20", "2022-03-05", "2024-11-02", "2025-11-01"}) {
    EXPECT_TRUE(calendar.IsWorking(D(day))) << day;
    EXPECT_TRUE(calendar.IsShortened(D(day))) << day;
  }
  EXPECT_TRUE(calendar.IsWorking(D("2024-04-27")));
  EXPECT_FALSE(calendar.IsShortened(D("2024-04-27")));
  EXPECT_FALSE(calendar.IsWorking(D("2024-04-28")));
}

TEST(Calendar, BeyondTheLastYearIsProvisional) {
  const Calendar& calendar = Calendar::Published();
  EXPECT_FALSE(calendar.IsProvisional(D("2026-12-31")));
  EXPECT_TRUE(calendar.IsProvisional(D("2027-01-01")));
  EXPECT_TRUE(calendar.IsProvisional(D("2012-12-31")));
  // Holidays of the Labour Code hold there all the same: Sunday 9 May 2027 gives Monday off.
  EXPECT_EQ(Text(calendar.OnOrAfter(D("2027-05-08"))), "2027-05-11");
  EXPECT_EQ(Text(calendar.OnOrAfter(D("2027-01-01"))), "2027-01-11");
  EXPECT_EQ(calendar.Version(D("2026-12-01"), D("2027-02-01")), "ru-2026.1,ru-2027.provisional");
  EXPECT_EQ(calendar.Acts(D("2027-02-01")), "");
  EXPECT_NE(calendar.Acts(D("2024-02-01")).find("1314"), std::string::npos);
  EXPECT_EQ(Text(calendar.OnOrBefore(D("3000-01-05"))), "3000-01-03");  // a Sunday
}

TEST(Calendar, ARegionAddsItsOwnDays) {
  const auto extension = ParseCompact(
      "# made for this test\nyear 2026\nregion ru-xyz\nversion ru-xyz-2026.1\nact Закон\noff "
      "05-27\n");
  ASSERT_TRUE(extension.ok()) << extension.status();
  const RegionCalendars calendars({*extension});
  EXPECT_FALSE(calendars.Of("ru-xyz").IsWorking(D("2026-05-27")));
  EXPECT_TRUE(calendars.Of("ru-abc").IsWorking(D("2026-05-27")));
  EXPECT_EQ(calendars.Of("ru-xyz").WorkingDays(2026), 246);
  EXPECT_EQ(calendars.Of("ru-xyz").Version(D("2026-05-27"), D("2026-05-27")),
            "ru-2026.1+ru-xyz-2026.1");
}

TEST(Calendar, ALaterActReplacesAYear) {
  const auto year = ParseYear(
      "<?xml version=\"1.0\"?><calendar year=\"2027\" lang=\"ru\" date=\"2026.10.01\">"
      "<days><day d=\"01.01\" t=\"1\"/><day d=\"02.20\" t=\"2\"/><day d=\"02.22\" t=\"1\" "
      "f=\"02.20\"/><day d=\"12.18\" t=\"3\"/></days></calendar>");
  ASSERT_TRUE(year.ok()) << year.status();
  const RegionCalendars calendars({*year});
  const Calendar& calendar = calendars.Of("ru-xyz");
  EXPECT_FALSE(calendar.IsProvisional(D("2027-02-20")));
  EXPECT_TRUE(calendar.IsWorking(D("2027-02-20")));  // a Saturday, shortened
  EXPECT_TRUE(calendar.IsShortened(D("2027-02-20")));
  EXPECT_TRUE(calendar.IsWorking(D("2027-12-18")));
  EXPECT_FALSE(calendar.IsWorking(D("2027-02-22")));
  EXPECT_EQ(calendar.Version(D("2027-01-01"), D("2027-01-01")), "ru-2027@2026.10.01");
  EXPECT_TRUE(Calendar::Published().IsProvisional(D("2027-02-20")));
}

TEST(Calendar, WhatIsNoYearIsRefused) {
  for (const char* text :
       {"", "year 2024", "version v\nyear 24", "year 2024\nversion v\noff 02-30",
        "year 2024\nversion v\noff 1-1", "year 2024\nversion v\noff 01-05..03",
        "year 2024\nversion v\noff 01-09 01-09", "year 2024\nversion v\noff 01-09\nwork 01-09",
        "version v\noff 01-09\nyear 2024", "year 2024\nversion v\nrest 01-09",
        "year 2024\nversion v\noff 01-01..31 02-01..29 03-01..31 04-01..30 05-01..31 06-01..30",
        "<calendar",
        ("<calendar year=\"2024\" date=\"x\"><days><day d=\"13.01\" t=\"1\"/></days>"
         "</calendar>"),
        ("<calendar year=\"2024\" date=\"x\"><days><day d=\"01.09\" t=\"4\"/></days>"
         "</calendar>"),
        "<calendar year=\"2024\"/>", "<calendar year=\"2024\" date=\"x\" country=\"by\"/>"}) {
    EXPECT_FALSE(ParseYear(text).ok()) << text;
  }
}

}  // namespace
}  // namespace rezon::calendar
