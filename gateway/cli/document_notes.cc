#include "gateway/cli/document_notes.h"

#include <map>

#include "gateway/cli/document_json.h"
#include "gateway/cli/text.h"
#include "services/decisions/reader/duplicates/bands.h"

namespace rezon::cli {
namespace {

std::string ItemName(const reader::Document& document, size_t ordinal) {
  if (ordinal == 0) return "вводная часть";
  const std::string& label = document.items.at(ordinal - 1).label;
  return label.empty() || label == "-" ? "пункт по порядку " + std::to_string(ordinal)
                                       : "пункт " + label;
}

std::string TargetText(const reader::RelationTarget& target) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  };
  for (size_t i = 0; i < target.labels.size(); ++i) {
    add(i == 0 ? "пункт " + target.labels[i] : "");
    if (i > 0) text += ", " + target.labels[i];
  }
  if (target.own) add("этого же документа:");
  add(target.act);
  add(target.issuer);
  if (!target.date.empty()) add("от " + RussianDate(target.date));
  if (!target.number.empty()) add("№ " + target.number);
  if (!target.title.empty()) add("«" + target.title + "»");
  return text;
}

}  // namespace

std::string RelationWord(const std::string& kind) {
  static const std::map<std::string, std::string> kWords = {
      {"amends", "изменяет"},
      {"supplements", "дополняет"},
      {"supersedes", "заменяет"},
      {"repeals", "отменяет"},
      {"removes_from_control", "снимает с контроля"},
      {"continues", "продолжает"},
      {"executes", "исполняет"},
  };
  const auto word = kWords.find(kind);
  return word == kWords.end() ? kind : word->second;
}

std::string PartiesText(const reader::Document& document) {
  static constexpr struct {
    reader::PartyKind kind;
    const char* title;
  } kRoles[] = {{reader::PartyKind::kOrganiser, "Организаторы: "},
                {reader::PartyKind::kHost, "Принимали: "},
                {reader::PartyKind::kPartner, "Партнёры: "},
                {reader::PartyKind::kVenue, "Площадки: "},
                {reader::PartyKind::kParticipant, "Участники: "}};
  std::string text;
  for (const auto& role : kRoles) {
    std::string names;
    for (const auto& party : document.event.parties) {
      if (party.kind == role.kind) names += (names.empty() ? "" : "; ") + party.name;
    }
    if (!names.empty()) text += role.title + names + "\n";
  }
  return text;
}

std::string NotesText(const reader::Document& document) {
  std::string text;
  for (const auto& relation : document.relations) {
    if (&relation == &document.relations.front()) text += "\nСвязи с прежними решениями\n";
    text += "  " + ItemName(document, static_cast<size_t>(relation.item)) + " " +
            RelationWord(Name(relation.kind)) + ": " + TargetText(relation.target) + "\n";
  }
  for (const auto& suggestion : document.suggestions) {
    if (&suggestion == &document.suggestions.front()) text += "\nПредложения вводной части\n";
    text += "  " + suggestion.text + "\n";
  }
  const auto pairs = reader::FindDuplicates(TextsOf(document));
  for (const auto& pair : pairs) {
    if (&pair == &pairs.front()) text += "\nВероятные повторы\n";
    text += "  " + ItemName(document, pair.first + 1) + " и " +
            ItemName(document, pair.second + 1) + ": сходство " + Percent(pair.similarity) + "\n";
  }
  return text;
}

}  // namespace rezon::cli
