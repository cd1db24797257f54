#include "gateway/cli/relation_text.h"

#include <nlohmann/json.hpp>

#include "gateway/cli/document_notes.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

std::string LowerLatin(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string RelationState(const Json& relation) {
  const std::string state = relation.value("state", "");
  if (state == "STATE_REJECTED") return "отклонена";
  if (state != "STATE_CONFIRMED") return "предложена";
  return relation.value("origin", "") == "ORIGIN_PERSON" ? "добавлена" : "подтверждена";
}

}  // namespace

std::string RelationKindText(const Json& relation) {
  const std::string kind = relation.value("kind", "");
  return RelationWord(LowerLatin(kind.substr(kind.find('_') + 1)));
}

std::string TargetAsRead(const Json& target) {
  std::string text;
  const auto add = [&](const char* before, const char* field) {
    const std::string value = target.value(field, "");
    if (!value.empty()) text += (text.empty() ? "" : " ") + (before + value);
  };
  add("п. ", "label");
  add("", "act");
  add("", "issuer");
  if (target.contains("actDate")) {
    text += (text.empty() ? "от " : " от ") + RussianDate(target.value("actDate", ""));
  }
  add("№ ", "number");
  add("", "title");
  return text;
}

std::string RelationsTable(const Json& relations) {
  Table table(
      {{"Связь"}, {"Как названо", false, true}, {"Найдено", false, true}, {"Состояние"}, {"Имя"}});
  for (const Json& relation : relations) {
    std::string found = relation.value("targetResolutionDisplayName", "");
    if (const std::string point = relation.value("targetPointText", ""); !point.empty()) {
      found += ": " + point;
    }
    table.Add({RelationKindText(relation), TargetAsRead(relation.value("target", Json::object())),
               found, RelationState(relation), relation.value("name", "")});
  }
  return table.Render(TerminalWidth());
}

}  // namespace rezon::cli
