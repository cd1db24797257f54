#include "services/registry/domain/resource.h"

#include <gtest/gtest.h>

#include "rezon/registry/v1/resources.pb.h"
#include "services/platform/errors/errors.h"

namespace rezon::registry {
namespace {

namespace pb = rezon::registry::v1;

pb::Territory Sample() {
  pb::Territory territory;
  territory.set_display_name("город");
  territory.set_kind(pb::Territory::KIND_MUNICIPALITY);
  territory.add_aliases("г.");
  return territory;
}

TEST(Resource, BodyLeavesOutputOnlyFieldsAndFillBringsThem) {
  pb::Territory territory = Sample();
  territory.set_name("territories/forged");
  territory.set_etag("\"99\"");
  Row row;
  row.id = "1";
  row.version = 3;
  row.body = BodyOf(territory);
  row.create_time = absl::FromUnixSeconds(1000);
  row.update_time = absl::FromUnixSeconds(2000);
  EXPECT_EQ(row.body.find("forged"), std::string::npos);
  pb::Territory back;
  Fill(kTerritoryType, "ru-tst", row, &back);
  EXPECT_EQ(back.name(), "territories/1");
  EXPECT_EQ(back.region(), "ru-tst");
  EXPECT_EQ(back.etag(), "\"3\"");
  EXPECT_EQ(back.update_time().seconds(), 2000);
  EXPECT_EQ(back.aliases(0), "г.");
}

TEST(Resource, PatchTakesWhatTheMaskSays) {
  pb::Territory patch;
  patch.set_display_name("новый");
  patch.set_oktmo("71701000");

  pb::Territory territory = Sample();
  ASSERT_TRUE(ApplyPatch({}, patch, &territory).ok());
  EXPECT_EQ(territory.display_name(), "новый");
  EXPECT_EQ(territory.oktmo(), "71701000");
  EXPECT_EQ(territory.aliases_size(), 1);

  territory = Sample();
  google::protobuf::FieldMask mask;
  mask.add_paths("aliases");
  mask.add_paths("etag");
  ASSERT_TRUE(ApplyPatch(mask, patch, &territory).ok());
  EXPECT_EQ(territory.display_name(), "город");
  EXPECT_EQ(territory.aliases_size(), 0);

  territory = Sample();
  mask.Clear();
  mask.add_paths("*");
  ASSERT_TRUE(ApplyPatch(mask, patch, &territory).ok());
  EXPECT_EQ(territory.kind(), pb::Territory::KIND_UNSPECIFIED);

  mask.Clear();
  mask.add_paths("no_such");
  const absl::Status status = ApplyPatch(mask, patch, &territory);
  EXPECT_EQ(errors::Violations(status).at(0).path, "update_mask");
}

TEST(Resource, Etags) {
  EXPECT_EQ(MakeEtag(7), "\"7\"");
  EXPECT_EQ(ReadEtag("\"7\""), 7);
  EXPECT_EQ(ReadEtag(""), 0);
  for (const char* bad : {"7", "\"\"", "\"x\"", "\"0\"", "\"-1\""}) EXPECT_EQ(ReadEtag(bad), -1);
}

}  // namespace
}  // namespace rezon::registry
