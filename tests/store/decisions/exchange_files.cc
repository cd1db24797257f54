#include "tests/store/decisions/exchange_files.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace rezon::decisions {

google::api::HttpBody Export(World& world, const std::string& name,
                             pb::ExportResolutionRequest::Format format,
                             const std::string& region) {
  pb::ExportResolutionRequest request;
  request.set_name(name);
  request.set_format(format);
  google::api::HttpBody body;
  absl::Status status = world.exchange.Export(*world.Call(region), request, &body);
  EXPECT_TRUE(status.ok()) << status;
  return body;
}

std::string ExportJson(World& world, const std::string& name, const std::string& region) {
  return Export(world, name, pb::ExportResolutionRequest::FORMAT_JSON, region).data();
}

std::string WithoutOrigin(const std::string& file) {
  auto json = nlohmann::json::parse(file);
  json.erase("origin");
  return json.dump();
}

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

}  // namespace rezon::decisions
