#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "services/platform/errors/errors.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using Json = nlohmann::json;

google::api::HttpBody Export(World& world, const std::string& name,
                             pb::ExportResolutionRequest::Format format,
                             const std::string& region = "ru-xx") {
  pb::ExportResolutionRequest request;
  request.set_name(name);
  request.set_format(format);
  google::api::HttpBody body;
  absl::Status status = world.exchange.Export(*world.Call(region), request, &body);
  EXPECT_TRUE(status.ok()) << status;
  return body;
}

// A draft with corrections of every kind and an addressee that the registry knows.
std::string CorrectedDraft(World& world) {
  world.directory.names["organisations/5"] = "Школа № 5";
  std::string name = world.Import(SampleText()).resolution().name();
  const auto points = world.Points(name);
  pb::UpdatePointRequest update;
  update.mutable_point()->set_name(points[1].name());
  update.mutable_point()->add_addressees()->add_targets("organisations/5");
  update.mutable_point()->set_text("исправленный текст пункта");
  pb::Point point;
  EXPECT_TRUE(world.points.Update(*world.Call(), update, &point).ok());
  pb::MergePointsRequest merge;
  merge.set_parent(name);
  merge.add_names(points[4].name());
  merge.add_names(points[5].name());
  EXPECT_TRUE(world.corrections.Merge(*world.Call(), merge, &point).ok());
  return name;
}

std::string WithoutOrigin(const std::string& file) {
  Json json = Json::parse(file);
  json.erase("origin");
  return json.dump();
}

TEST(ExchangeTest, AnExportImportsAndExportsAsTheSameBytes) {
  World world;
  const std::string name = CorrectedDraft(world);
  const std::string file = Export(world, name, pb::ExportResolutionRequest::FORMAT_JSON).data();
  const auto imported = world.Import(file, "ru-yy");
  EXPECT_FALSE(imported.already_imported());
  EXPECT_NE(imported.resolution().name(), name);
  EXPECT_EQ(imported.resolution().region(), "ru-yy");
  EXPECT_EQ(imported.resolution().state(), pb::Resolution::STATE_DRAFT);
  EXPECT_EQ(imported.document().file_name(), "резолюция.txt");
  const std::string again =
      Export(world, imported.resolution().name(), pb::ExportResolutionRequest::FORMAT_JSON, "ru-yy")
          .data();
  EXPECT_EQ(WithoutOrigin(again), WithoutOrigin(file));
  EXPECT_EQ(Json::parse(again)["origin"]["region"], "ru-yy");
  EXPECT_EQ(world.Query("SELECT action FROM correction WHERE region = 'ru-yy'"), "ACTION_IMPORT");
  EXPECT_EQ(world.Query("SELECT count(DISTINCT content) FROM document"), "1");
}

TEST(ExchangeTest, InACleanDatabaseAsWell) {
  World first, second;
  const std::string name = CorrectedDraft(first);
  const std::string file = Export(first, name, pb::ExportResolutionRequest::FORMAT_JSON).data();
  second.directory.names = first.directory.names;
  const auto imported = second.Import(file);
  const std::string again =
      Export(second, imported.resolution().name(), pb::ExportResolutionRequest::FORMAT_JSON).data();
  EXPECT_EQ(WithoutOrigin(again), WithoutOrigin(file));
  EXPECT_TRUE(second.Import(file).already_imported());
}

TEST(ExchangeTest, TheLettersGoAlongAndComeBackLinked) {
  World first, second;
  const auto both = first.Import(SampleLetter() + SampleText());
  const std::string name = both.resolution().name();
  std::string other = SampleLetter();
  other.replace(other.find("01-11/77"), 8, "01-11/90");
  pb::LinkLetterRequest link;
  link.set_name(first.Import(other).letter().name());
  link.set_resolution(name);
  pb::Letter linked;
  ASSERT_TRUE(first.letters.Link(*first.Call(), link, &linked).ok());
  const std::string file = Export(first, name, pb::ExportResolutionRequest::FORMAT_JSON).data();
  const auto imported = second.Import(file);
  ASSERT_TRUE(imported.has_letter());
  EXPECT_EQ(imported.letter().facts().number(), "01-11/77");
  EXPECT_EQ(imported.letter().requests_size(), 1);
  EXPECT_EQ(imported.resolution().letters_size(), 2);
  const std::string again =
      Export(second, imported.resolution().name(), pb::ExportResolutionRequest::FORMAT_JSON).data();
  EXPECT_EQ(WithoutOrigin(again), WithoutOrigin(file));
  EXPECT_EQ(second.Query("SELECT count(*) FROM document"), "2");
  EXPECT_EQ(second.Query("SELECT count(*) FROM outbox WHERE type = 'letter.stored'"), "2");
  EXPECT_TRUE(second.Import(other).already_imported());
  const std::string xml =
      Export(second, imported.resolution().name(), pb::ExportResolutionRequest::FORMAT_AKN).data();
  EXPECT_NE(xml.find("<docNumber>01-11/77</docNumber>"), std::string::npos);
  EXPECT_NE(xml.find("<docNumber>01-11/90</docNumber>"), std::string::npos);
}

TEST(ExchangeTest, ALetterThatIsThereAlreadyIsLinkedNotStoredAgain) {
  World first, second;
  const std::string letter = first.Import(SampleLetter()).letter().name();
  const std::string name = first.Import(SampleText()).resolution().name();
  pb::LinkLetterRequest link;
  link.set_name(letter);
  link.set_resolution(name);
  pb::Letter linked;
  ASSERT_TRUE(first.letters.Link(*first.Call(), link, &linked).ok());
  const std::string file = Export(first, name, pb::ExportResolutionRequest::FORMAT_JSON).data();
  const std::string there = second.Import(SampleLetter()).letter().name();
  const auto imported = second.Import(file);
  ASSERT_EQ(imported.resolution().letters_size(), 1);
  EXPECT_EQ(imported.resolution().letters(0), there);
  EXPECT_EQ(second.Query("SELECT count(*) FROM letter"), "1");
}

TEST(ExchangeTest, AnAdoptedResolutionComesBackAsADraft) {
  World world;
  const std::string name = CorrectedDraft(world);
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(name);
  pb::Resolution adopted;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), adopt, &adopted).ok());
  const std::string file = Export(world, name, pb::ExportResolutionRequest::FORMAT_JSON).data();
  EXPECT_EQ(Json::parse(file)["origin"]["contentHash"], adopted.content_hash());
  const auto imported = world.Import(file, "ru-yy");
  EXPECT_EQ(imported.resolution().state(), pb::Resolution::STATE_DRAFT);
  EXPECT_EQ(imported.resolution().content_hash(), "");
}

TEST(ExchangeTest, WhereTheDocumentIsTheResolutionIsThereAlready) {
  World world;
  const std::string name = CorrectedDraft(world);
  const std::string file = Export(world, name, pb::ExportResolutionRequest::FORMAT_JSON).data();
  const auto imported = world.Import(file);
  EXPECT_TRUE(imported.already_imported());
  EXPECT_EQ(imported.resolution().name(), name);
}

TEST(ExchangeTest, TargetsOfAnotherRegistryAreAskedForAgain) {
  World world;
  const std::string name = CorrectedDraft(world);
  const std::string file = Export(world, name, pb::ExportResolutionRequest::FORMAT_JSON).data();
  world.directory.names.clear();
  const auto imported = world.Import(file, "ru-yy");
  pb::ListPointsRequest request;
  request.set_parent(imported.resolution().name());
  pb::ListPointsResponse points;
  ASSERT_TRUE(world.points.List(*world.Call("ru-yy"), request, &points).ok());
  EXPECT_EQ(points.points(1).addressees(0).targets_size(), 0);
  EXPECT_NE(points.points(1).warnings(points.points(1).warnings_size() - 1).find("Школа № 5"),
            std::string::npos);
}

TEST(ExchangeTest, ATerritoryThatBoundsAGroupIsKeptWhereItIsKnown) {
  World world;
  const std::string name = CorrectedDraft(world);
  Json file = Json::parse(Export(world, name, pb::ExportResolutionRequest::FORMAT_JSON).data());
  Json& addressee = file["points"][1]["addressees"][0];
  addressee["territory"] = "territories/forest";
  addressee["territoryDisplayName"] = "Лесной район";
  const auto imported = [&](const std::string& region) {
    pb::ListPointsRequest request;
    request.set_parent(world.Import(file.dump(), region).resolution().name());
    pb::ListPointsResponse points;
    EXPECT_TRUE(world.points.List(*world.Call(region), request, &points).ok());
    return points.points(1);
  };
  const pb::Point unknown = imported("ru-yy");
  EXPECT_EQ(unknown.addressees(0).territory(), "");
  EXPECT_NE(unknown.warnings(unknown.warnings_size() - 1).find("Лесной район"), std::string::npos);
  world.directory.names["territories/forest"] = "Лесной район (новое имя)";
  const pb::Point known = imported("ru-zz");
  EXPECT_EQ(known.addressees(0).territory(), "territories/forest");
  EXPECT_EQ(known.addressees(0).territory_display_name(), "Лесной район (новое имя)");
}

absl::Status ImportStatus(World& world, const std::string& bytes, const std::string& region) {
  std::vector<pb::ImportDocumentRequest> parts(1);
  parts[0].set_file_name("выгрузка.json");
  parts[0].mutable_file()->set_data(bytes);
  pb::ImportDocumentResponse response;
  return world.documents.Import(*world.Call(region), parts, &response);
}

TEST(ExchangeTest, DamagedFilesStoreNothing) {
  World world;
  const std::string name = CorrectedDraft(world);
  Json file = Json::parse(Export(world, name, pb::ExportResolutionRequest::FORMAT_JSON).data());
  Json damaged = file;
  damaged["points"][0]["parent"] = "points/1";
  absl::Status status = ImportStatus(world, damaged.dump(), "ru-yy");
  EXPECT_EQ(errors::Violations(status).at(0).path, "file.points[0].parent");
  damaged = file;
  damaged.erase("content");
  status = ImportStatus(world, damaged.dump(), "ru-yy");
  EXPECT_EQ(errors::Reason(status), "DOCUMENT_MISSING") << status;
  world.directory.failure = errors::Unavailable("DOWN", "down", "Реестр не отвечает.");
  EXPECT_EQ(ImportStatus(world, file.dump(), "ru-yy").code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(world.Query("SELECT count(*) FROM document"), "1");
  EXPECT_EQ(world.Query("SELECT count(*) FROM resolution"), "1");
}

TEST(ExchangeTest, AknIsServedForEverybodyOfTheRegion) {
  World world;
  const std::string name = CorrectedDraft(world);
  const auto body = Export(world, name, pb::ExportResolutionRequest::FORMAT_AKN);
  EXPECT_EQ(body.content_type(), "application/akn+xml");
  EXPECT_NE(body.data().find("<statement name=\"resolution\">"), std::string::npos);
  EXPECT_NE(body.data().find("исправленный текст пункта"), std::string::npos);
  EXPECT_NE(body.data().find("Участники совещания решили:"), std::string::npos);
  pb::ExportResolutionRequest request;
  request.set_name(name);
  google::api::HttpBody none;
  EXPECT_EQ(errors::Violations(world.exchange.Export(*world.Call(), request, &none)).at(0).path,
            "format");
  request.set_format(pb::ExportResolutionRequest::FORMAT_AKN);
  EXPECT_EQ(world.exchange.Export(*world.Call("ru-yy"), request, &none).code(),
            absl::StatusCode::kNotFound);
}

pb::ReReadResolutionResponse ReRead(World& world, const std::string& name, bool check) {
  pb::ReReadResolutionRequest request;
  request.set_name(name);
  request.set_validate_only(check);
  pb::ReReadResolutionResponse response;
  absl::Status status = world.exchange.ReRead(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return response;
}

TEST(ReReadTest, TheSameReaderSeesOnlyWhatPersonsCorrected) {
  World world;
  const std::string name = CorrectedDraft(world);
  const auto before = world.Points(name);
  const auto shown = ReRead(world, name, true);
  for (const auto& difference : shown.differences()) {
    EXPECT_TRUE(difference.kind() == pb::PointDifference::KIND_SAME ||
                difference.kind() == pb::PointDifference::KIND_KEPT)
        << difference.ShortDebugString();
  }
  EXPECT_EQ(shown.resolution().etag(), "\"3\"");
  const auto done = ReRead(world, name, false);
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
  const auto shown = ReRead(world, name, true);
  EXPECT_EQ(shown.reader_version_before(), "rezon-reader/0.1");
  EXPECT_EQ(shown.differences(2).kind(), pb::PointDifference::KIND_CHANGED);
  EXPECT_EQ(world.Points(name)[2].label(), "2");
  ReRead(world, name, false);
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
