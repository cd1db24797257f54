#include "services/registry/domain/checks.h"

#include <gtest/gtest.h>

namespace rezon::registry {
namespace {

constexpr char kUuid[] = "0190b8f0-0000-7000-8000-000000000000";

std::vector<std::string> Paths(const absl::Status& status) {
  std::vector<std::string> paths;
  for (const auto& violation : errors::Violations(status)) paths.push_back(violation.path);
  return paths;
}

TEST(Checks, GoodDays) {
  EXPECT_TRUE(GoodDay("2024-02-29"));
  for (const char* bad :
       {"2023-02-29", "2024-2-29", "2024-13-01", "0000-01-01", "2024-01-01 ", "", "20240229--"}) {
    EXPECT_FALSE(GoodDay(bad)) << bad;
  }
}

TEST(Checks, AllFaultsOfAnOrganisationAtOnce) {
  pb::Organisation organisation;
  organisation.set_inn("7707083894");
  organisation.set_okpo("00090814");
  organisation.set_territory("territories/not-a-uuid");
  organisation.set_valid_from("2024-05-01");
  organisation.set_valid_to("2024-04-01");
  const absl::Status status = Check(organisation, "organisation.");
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Paths(status),
            (std::vector<std::string>{"organisation.display_name", "organisation.kind",
                                      "organisation.inn", "organisation.okpo",
                                      "organisation.territory", "organisation.valid_to"}));
  organisation.Clear();
  organisation.set_display_name("Школа");
  organisation.set_kind(pb::Organisation::KIND_SCHOOL);
  organisation.set_inn("7707083893");
  organisation.set_territory(std::string("territories/") + kUuid);
  EXPECT_TRUE(Check(organisation, "").ok());
}

TEST(Checks, OtherResources) {
  pb::Territory territory;
  territory.set_display_name("город");
  territory.set_kind(pb::Territory::KIND_MUNICIPALITY);
  territory.set_time_zone("Mars/Olympus");
  EXPECT_EQ(Paths(Check(territory, "")), std::vector<std::string>{"time_zone"});
  territory.set_time_zone("Asia/Yekaterinburg");
  EXPECT_TRUE(Check(territory, "").ok());
  EXPECT_EQ(Paths(Check(pb::AddresseeClass(), "")),
            (std::vector<std::string>{"display_name", "kinds"}));
  EXPECT_EQ(Paths(Check(pb::Event(), "")), (std::vector<std::string>{"display_name", "form"}));
  EXPECT_EQ(Paths(Check(pb::Official(), "")),
            (std::vector<std::string>{"organisation", "post", "full_name"}));
}

}  // namespace
}  // namespace rezon::registry
