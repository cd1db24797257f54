#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "services/platform/errors/errors.h"
#include "tests/store/decisions/exchange_files.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using Json = nlohmann::json;

TEST(ExchangeTest, AnExportImportsAndExportsAsTheSameBytes) {
  World world;
  const std::string name = CorrectedDraft(world);
  const std::string file = ExportJson(world, name);
  const auto imported = world.Import(file, "ru-yy");
  EXPECT_FALSE(imported.already_imported());
  EXPECT_NE(imported.resolution().name(), name);
  EXPECT_EQ(imported.resolution().region(), "ru-yy");
  EXPECT_EQ(imported.resolution().state(), pb::Resolution::STATE_DRAFT);
  EXPECT_EQ(imported.document().file_name(), "резолюция.txt");
  const std::string again = ExportJson(world, imported.resolution().name(), "ru-yy");
  EXPECT_EQ(WithoutOrigin(again), WithoutOrigin(file));
  EXPECT_EQ(Json::parse(again)["origin"]["region"], "ru-yy");
  EXPECT_EQ(world.Query("SELECT action FROM correction WHERE region = 'ru-yy'"), "ACTION_IMPORT");
  EXPECT_EQ(world.Query("SELECT count(DISTINCT content) FROM document"), "1");
}

TEST(ExchangeTest, InACleanDatabaseAsWell) {
  World first, second;
  const std::string name = CorrectedDraft(first);
  const std::string file = ExportJson(first, name);
  second.directory.names = first.directory.names;
  const auto imported = second.Import(file);
  const std::string again = ExportJson(second, imported.resolution().name());
  EXPECT_EQ(WithoutOrigin(again), WithoutOrigin(file));
  EXPECT_TRUE(second.Import(file).already_imported());
}

TEST(ExchangeTest, AnAdoptedResolutionComesBackAsADraft) {
  World world;
  const std::string name = CorrectedDraft(world);
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(name);
  pb::Resolution adopted;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), adopt, &adopted).ok());
  const std::string file = ExportJson(world, name);
  EXPECT_EQ(Json::parse(file)["origin"]["contentHash"], adopted.content_hash());
  const auto imported = world.Import(file, "ru-yy");
  EXPECT_EQ(imported.resolution().state(), pb::Resolution::STATE_DRAFT);
  EXPECT_EQ(imported.resolution().content_hash(), "");
}

TEST(ExchangeTest, WhereTheDocumentIsTheResolutionIsThereAlready) {
  World world;
  const std::string name = CorrectedDraft(world);
  const std::string file = ExportJson(world, name);
  const auto imported = world.Import(file);
  EXPECT_TRUE(imported.already_imported());
  EXPECT_EQ(imported.resolution().name(), name);
}

TEST(ExchangeTest, TargetsOfAnotherRegistryAreAskedForAgain) {
  World world;
  const std::string name = CorrectedDraft(world);
  const std::string file = ExportJson(world, name);
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
  Json file = Json::parse(ExportJson(world, name));
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
  Json file = Json::parse(ExportJson(world, name));
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

}  // namespace
}  // namespace rezon::decisions
