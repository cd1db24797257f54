#include "services/decisions/domain/canonical.h"

#include <map>
#include <nlohmann/json.hpp>

#include "services/decisions/domain/digest.h"

namespace rezon::decisions {
namespace {

// nlohmann's default object is a std::map: its keys come out in byte order.
using Json = nlohmann::json;

Json EventJson(const pb::EventFacts& event) {
  Json figures = Json::array();
  for (const auto& figure : event.figures()) {
    figures.push_back({{"name", figure.name()}, {"value", figure.value()}});
  }
  Json json = {{"end", event.end_date()},     {"figures", figures},
               {"form", event.form()},        {"level", event.level()},
               {"mode", event.mode()},        {"name", event.display_name()},
               {"start", event.start_date()}, {"territory", event.territory()}};
  json["participants"] = event.has_participants() ? Json(event.participants()) : Json(nullptr);
  return json;
}

Json LetterJson(const pb::LetterFacts& letter) {
  return {{"addressees",
           Json(std::vector<std::string>(letter.addressees().begin(), letter.addressees().end()))},
          {"date", letter.date()},
          {"issuer", letter.issuer()},
          {"number", letter.number()},
          {"signatory", letter.signatory()}};
}

Json PointJson(const pb::Point& point, const std::map<std::string, int>& ordinals) {
  Json addressees = Json::array();
  for (const pb::Addressee& addressee : point.addressees()) {
    Json targets = Json::array();
    for (const std::string& target : addressee.targets()) targets.push_back(target);
    addressees.push_back({{"phrase", addressee.phrase()}, {"targets", targets}});
  }
  const auto& deadline = point.deadline();
  auto parent = ordinals.find(point.parent());
  return {{"actionable", point.actionable()},
          {"addressees", addressees},
          {"deadline",
           {{"end", deadline.end_date()},
            {"kind", rezon::common::v1::Deadline::Kind_Name(deadline.kind())},
            {"printed", deadline.printed()},
            {"recurrence", deadline.recurrence()},
            {"start", deadline.start_date()}}},
          {"label", point.label()},
          {"parent", parent == ordinals.end() ? 0 : parent->second},
          {"responsible_from", pb::Point::ResponsibleFrom_Name(point.responsible_from())},
          {"text", point.text()}};
}

}  // namespace

std::string CanonicalJson(const Aggregate& aggregate) {
  const pb::Resolution& resolution = aggregate.resolution;
  std::map<std::string, int> ordinals;
  for (const pb::Point& point : aggregate.points) ordinals[point.name()] = point.ordinal();
  Json points = Json::array();
  for (const pb::Point& point : aggregate.points) points.push_back(PointJson(point, ordinals));
  Json json = {{"adopt_date", resolution.adopt_date()},
               {"document_kind", pb::Resolution::DocumentKind_Name(resolution.document_kind())},
               {"document_sha256", aggregate.document_sha256},
               {"event", EventJson(resolution.event())},
               {"form", 1},
               {"points", points},
               {"region", resolution.region()},
               {"revision", resolution.revision()},
               {"territory", resolution.territory()},
               {"title", resolution.display_name()}};
  json["letter"] = resolution.has_letter() ? LetterJson(resolution.letter()) : Json(nullptr);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ContentHash(const Aggregate& aggregate, std::string_view previous) {
  return Sha256Hex(CanonicalJson(aggregate) + "\n" + std::string(previous));
}

}  // namespace rezon::decisions
