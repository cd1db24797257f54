#include <gtest/gtest.h>

#include "services/decisions/domain/digest.h"
#include "services/platform/errors/errors.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

TEST(ImportTest, ATextBecomesADraftWithPoints) {
  World world;
  auto response = world.Import(SampleText());
  EXPECT_FALSE(response.already_imported());
  EXPECT_EQ(response.document().file_name(), "резолюция.txt");
  EXPECT_EQ(response.document().sha256(), Sha256Hex(SampleText()));
  EXPECT_EQ(response.document().size_bytes(), static_cast<int64_t>(SampleText().size()));
  EXPECT_EQ(response.document().text(), "");
  EXPECT_EQ(response.resolution().state(), pb::Resolution::STATE_DRAFT);
  EXPECT_EQ(response.resolution().territory(), "territories/71000000");
  auto points = world.Points(response.resolution().name());
  ASSERT_GE(points.size(), 4u);
  EXPECT_EQ(points.size(), static_cast<size_t>(response.resolution().point_count()));
  for (size_t i = 0; i < points.size(); ++i)
    EXPECT_EQ(points[i].ordinal(), static_cast<int>(i) + 1);
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'resolution.drafted'"), "1");
  EXPECT_EQ(world.Query("SELECT payload->>'name' FROM outbox"), response.resolution().name());
}

TEST(ImportTest, BytesAndTextComeBack) {
  World world;
  auto response = world.Import(SampleText());
  pb::GetDocumentRequest get;
  get.set_name(response.document().name());
  pb::Document document;
  ASSERT_TRUE(world.documents.Get(*world.Call(), get, &document).ok());
  EXPECT_NE(document.text().find("Участники совещания"), std::string::npos);
  pb::DownloadDocumentRequest download;
  download.set_name(response.document().name());
  google::api::HttpBody body;
  ASSERT_TRUE(world.documents.Download(*world.Call(), download, &body).ok());
  EXPECT_EQ(body.data(), SampleText());
  EXPECT_EQ(body.content_type(), "text/plain");
}

TEST(ImportTest, TheSameBytesAreTheSameResolutionInARegion) {
  World world;
  auto first = world.Import(SampleText());
  auto again = world.Import(SampleText());
  EXPECT_TRUE(again.already_imported());
  EXPECT_EQ(again.document().name(), first.document().name());
  EXPECT_EQ(again.resolution().name(), first.resolution().name());
  EXPECT_FALSE(world.Import(SampleText(), "ru-yy").already_imported());
  EXPECT_EQ(world.Query("SELECT count(*) FROM document"), "2");
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox"), "2");
}

TEST(ImportTest, ASilentRegistryLeavesAWarningAndTheNextLookupFindsThem) {
  World world;
  world.directory.failure = errors::Unavailable("DOWN", "down", "нет");
  auto response = world.Import(SampleText());
  ASSERT_GT(response.resolution().warnings_size(), 0);
  ASSERT_GT(response.resolution().unresolved_count(), 0);
  world.directory.failure = absl::OkStatus();
  ASSERT_FALSE(world.directory.asked.empty());
  for (const std::string& phrase : world.directory.asked) {
    world.directory.known[phrase] = {"addresseeClasses/1", "Все", 0.9};
  }
  pb::ResolveResolutionAddresseesRequest request;
  request.set_name(response.resolution().name());
  pb::Resolution resolved;
  absl::Status status = world.resolutions.ResolveAddressees(*world.Call(), request, &resolved);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_LT(resolved.unresolved_count(), response.resolution().unresolved_count());
  EXPECT_EQ(resolved.warnings_size(), response.resolution().warnings_size() - 1);
  EXPECT_EQ(resolved.etag(), "\"2\"");
}

TEST(ImportTest, UnreadableBytesStoreNothing) {
  World world;
  std::vector<pb::ImportDocumentRequest> parts(1);
  parts[0].set_file_name("таблица.docx");
  parts[0].mutable_file()->set_data(std::string("PK\x03\x04\x14\x00\x06\x00", 8) + "broken");
  pb::ImportDocumentResponse response;
  absl::Status status = world.documents.Import(*world.Call(), parts, &response);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
  EXPECT_EQ(errors::Violations(status).at(0).path, "file");
  EXPECT_NE(errors::MessageRu(status), "");
  EXPECT_EQ(world.Query("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM outbox)"),
            "0");
}

TEST(ImportTest, WritingNeedsARoleAndReadingStaysInTheRegion) {
  World world;
  auto response = world.Import(SampleText());
  std::vector<pb::ImportDocumentRequest> parts(1);
  pb::ImportDocumentResponse ignored;
  EXPECT_EQ(world.documents.Import(*world.Call("ru-xx", "clerk"), parts, &ignored).code(),
            absl::StatusCode::kPermissionDenied);
  pb::GetResolutionRequest get;
  get.set_name(response.resolution().name());
  pb::Resolution resolution;
  EXPECT_EQ(world.resolutions.Get(*world.Call("ru-yy"), get, &resolution).code(),
            absl::StatusCode::kNotFound);
  EXPECT_TRUE(world.resolutions.Get(*world.Call("ru-xx", "clerk"), get, &resolution).ok());
}

}  // namespace
}  // namespace rezon::decisions
