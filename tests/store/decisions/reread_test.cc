#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "tests/store/decisions/exchange_files.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

TEST(ReReadTest, TheSameReaderSeesOnlyWhatPersonsCorrected) {
  World world;
  const std::string name = CorrectedDraft(world);
  const auto before = world.Points(name);
  const auto shown = world.ReRead(name, true);
  for (const auto& difference : shown.differences()) {
    EXPECT_TRUE(difference.kind() == pb::PointDifference::KIND_SAME ||
                difference.kind() == pb::PointDifference::KIND_KEPT)
        << difference.ShortDebugString();
  }
  EXPECT_EQ(shown.resolution().etag(), "\"3\"");
  const auto done = world.ReRead(name, false);
  EXPECT_EQ(done.resolution().etag(), "\"4\"");
  const auto after = world.Points(name);
  ASSERT_EQ(after.size(), before.size());
  for (size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].SerializeAsString(), before[i].SerializeAsString());
  }
}

TEST(ReReadTest, AnOlderReadingIsBroughtUpToDateAroundTheCorrections) {
  World world;
  const std::string name = CorrectedDraft(world);
  const auto good = world.Points(name);
  // What an older reader might have left: another text and label, no point, another version.
  const std::string id = good[2].name().substr(good[2].name().rfind('/') + 1);
  world.Query(
      "UPDATE point SET body = 'организовать стажировки учителей', label = '2' WHERE id = '" + id +
      "'::uuid RETURNING 1");
  world.Query("UPDATE resolution SET reader_version = 'rezon-reader/0.1' RETURNING 1");
  world.Query("UPDATE document SET canonical_text = '  ' || canonical_text RETURNING 1");
  const auto shown = world.ReRead(name, true);
  EXPECT_EQ(shown.reader_version_before(), "rezon-reader/0.1");
  EXPECT_EQ(shown.differences(2).kind(), pb::PointDifference::KIND_CHANGED);
  EXPECT_EQ(world.Points(name)[2].label(), "2");
  world.ReRead(name, false);
  const auto after = world.Points(name);
  ASSERT_EQ(after.size(), good.size());
  EXPECT_EQ(after[2].text(), good[2].text());
  EXPECT_EQ(after[2].label(), good[2].label());
  EXPECT_EQ(after[1].text(), "исправленный текст пункта");
  EXPECT_EQ(after[1].addressees(0).targets(0), "organisations/5");
  EXPECT_EQ(after[4].text(), good[4].text());
  EXPECT_EQ(world.Query("SELECT reader_version FROM resolution"), shown.reader_version());
  EXPECT_EQ(world.Query("SELECT left(canonical_text, 2) FROM document") == "  ", false);
}

TEST(ReReadTest, AStaleVersionAndAnAdoptedResolutionAreRefused) {
  World world;
  const std::string name = CorrectedDraft(world);
  pb::ReReadResolutionRequest request;
  request.set_name(name);
  request.set_etag("\"1\"");
  pb::ReReadResolutionResponse response;
  EXPECT_EQ(world.exchange.ReRead(*world.Call(), request, &response).code(),
            absl::StatusCode::kAborted);
  request.clear_etag();
  request.set_as_of_date("вчера");
  EXPECT_EQ(errors::Violations(world.exchange.ReRead(*world.Call(), request, &response)).at(0).path,
            "as_of_date");
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(name);
  pb::Resolution adopted;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), adopt, &adopted).ok());
  request.clear_as_of_date();
  EXPECT_EQ(errors::Reason(world.exchange.ReRead(*world.Call(), request, &response)),
            "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
