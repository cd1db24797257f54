#include "gateway/cli/golden.h"

#include <nlohmann/json.hpp>

namespace rezon::cli {
namespace {

using Json = nlohmann::ordered_json;
using reader::DeadlineKind;

Json OrNull(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

Json EventJson(const reader::Event& event) {
  Json figures = Json::array();
  for (const auto& figure : event.figures) {
    figures.push_back({{"name", figure.name}, {"value", figure.value}});
  }
  return {{"name", OrNull(event.name)},
          {"form", OrNull(Name(event.form))},
          {"level", OrNull(Name(event.level))},
          {"territory", OrNull(event.territory)},
          {"start", OrNull(event.start)},
          {"end", OrNull(event.end)},
          {"mode", OrNull(Name(event.mode))},
          {"participants", event.participants ? Json(*event.participants) : Json(nullptr)},
          {"figures", std::move(figures)}};
}

Json LetterJson(const std::optional<reader::Letter>& letter) {
  if (!letter) return nullptr;
  return {{"number", letter->number},
          {"date", OrNull(letter->date)},
          {"issuer", letter->issuer},
          {"signatory", letter->signatory},
          {"addressees", letter->addressees}};
}

Json DeadlineJson(const reader::Deadline& deadline) {
  const bool dated = deadline.kind == DeadlineKind::kDate || deadline.kind == DeadlineKind::kRange;
  const bool kept = dated || deadline.kind == DeadlineKind::kStanding;
  return {{"printed", kept ? deadline.printed : ""},
          {"kind", Name(kept ? deadline.kind : DeadlineKind::kNone)},
          {"start", dated ? OrNull(deadline.start) : Json(nullptr)},
          {"end", dated ? OrNull(deadline.end) : Json(nullptr)}};
}

Json ItemJson(const reader::Item& item) {
  Json responsible = Json::array();
  for (const auto& who : item.responsible) {
    if (!who.signer) responsible.push_back(who.phrase);  // «оставляю за собой» names nobody
  }
  const bool named = !responsible.empty();
  return {
      {"ordinal", item.ordinal},
      {"label", item.label},
      {"parent", item.parent == 0 ? Json(nullptr) : Json(item.parent)},
      {"text", item.text},
      {"actionable", item.actionable},
      {"responsible", std::move(responsible)},
      {"responsible_from", Name(named ? item.responsible_from : reader::ResponsibleFrom::kNone)},
      {"deadline", DeadlineJson(item.deadline)}};
}

}  // namespace

std::string GoldenJson(const reader::Document& document) {
  Json items = Json::array();
  for (const auto& item : document.items) items.push_back(ItemJson(item));
  const Json json = {{"document", document.file_name},
                     {"document_kind", Name(document.kind)},
                     {"event", EventJson(document.event)},
                     {"letter", LetterJson(document.letter)},
                     {"items", std::move(items)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rezon::cli
