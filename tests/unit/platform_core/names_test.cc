#include "services/platform/ids/names.h"

#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"

namespace rezon::names {
namespace {

TEST(Names, MatchesPatterns) {
  const auto parts = Match("resolutions/{r}/points/{p}", "resolutions/7a/points/2.1");
  ASSERT_TRUE(parts);
  EXPECT_EQ((*parts)[0], "7a");
  EXPECT_EQ((*parts)[1], "2.1");
  for (const char* bad : {"resolutions/7a", "resolutions/7a/points/", "resolutions/7a/points/2/3",
                          "Resolutions/7a/points/2", "resolutions//points/2",
                          "resolutions/7A/points/2", "/resolutions/7a/points/2", ""}) {
    EXPECT_FALSE(Match("resolutions/{r}/points/{p}", bad)) << bad;
  }
  EXPECT_FALSE(Match("a/{b}", "a/" + std::string(64, 'x')));
}

TEST(Names, ErrorsNameTheField) {
  const auto parsed = Parse("events/{event}", "venues/1", "event.name");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(errors::Violations(parsed.status())[0].path, "event.name");
}

TEST(Names, UuidIdsAreChecked) {
  EXPECT_EQ(*ParseUuid("events", "events/0190b8f0-0000-7000-8000-000000000000"),
            "0190b8f0-0000-7000-8000-000000000000");
  EXPECT_FALSE(ParseUuid("events", "events/1").ok());
  EXPECT_EQ(*ParseId("events", "events/1"), "1");
  EXPECT_FALSE(ParseId("events", "eventsx1").ok());
  EXPECT_FALSE(ParseId("events", "events").ok());
  EXPECT_EQ(Join("events", "1"), "events/1");
}

}  // namespace
}  // namespace rezon::names
