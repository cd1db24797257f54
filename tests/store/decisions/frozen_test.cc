#include <gtest/gtest.h>

#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

// Runs SQL as the service's own role and answers the SQLSTATE of the refusal.
std::string Refusal(World& world, const char* sql) {
  const db::Statement statement{"", sql};
  return db::SqlState(world.pool->Execute(testing::Soon(), statement).status());
}

TEST(FrozenTest, TheDatabaseRefusesEveryChangeOfAnAdoptedText) {
  World world;
  pb::AdoptResolutionRequest request;
  request.set_name(world.Import(SampleText()).resolution().name());
  pb::Resolution adopted;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), request, &adopted).ok());
  const std::string before =
      world.Query("SELECT md5(string_agg(p::text, '' ORDER BY ordinal)) FROM point p");
  for (const char* sql :
       {"UPDATE point SET body = 'x'", "UPDATE point SET ordinal = ordinal + 100",
        "DELETE FROM point", "UPDATE resolution SET display_name = 'x'",
        "UPDATE resolution SET content_hash = repeat('0', 64)",
        "UPDATE resolution SET state = 'draft'", "DELETE FROM resolution",
        "UPDATE resolution SET adopt_date = adopt_date + 1",
        ("INSERT INTO point (region, resolution_id, id, ordinal, label, body, actionable, detail) "
         "SELECT region, id, gen_random_uuid(), 999, '', 'x', true, '{}' FROM resolution")}) {
    EXPECT_EQ(Refusal(world, sql), "55000") << sql;
  }
  EXPECT_EQ(world.Query("SELECT md5(string_agg(p::text, '' ORDER BY ordinal)) FROM point p"),
            before);
}

TEST(FrozenTest, HandlersRefuseItBefore) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::AdoptResolutionRequest request;
  request.set_name(draft.name());
  pb::Resolution adopted;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), request, &adopted).ok());
  pb::UpdatePointRequest update;
  update.mutable_point()->set_name(world.Points(draft.name())[0].name());
  update.mutable_point()->set_text("x");
  pb::Point ignored;
  absl::Status status = world.points.Update(*world.Call(), update, &ignored);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
  EXPECT_EQ(errors::Reason(status), "RESOLUTION_FROZEN");
  pb::ResolveResolutionAddresseesRequest resolve;
  resolve.set_name(draft.name());
  EXPECT_EQ(errors::Reason(world.resolutions.ResolveAddressees(*world.Call(), resolve, &adopted)),
            "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
