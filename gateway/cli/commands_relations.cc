#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/relation_text.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

constexpr char kAllRows[] = "1000";

void ShowRelations(const Json& answer) {
  const Json relations = answer.value("relations", Json::array());
  std::cout << (relations.empty() ? "Связей с прежними решениями не найдено.\n"
                                  : RelationsTable(relations));
}

void ShowDuplicates(const Json& answer) {
  Table table(
      {{"Сходство", true}, {"Пункт"}, {"Похож на", false, true}, {"Резолюция", false, true}});
  for (const auto& pair : answer.value("duplicates", Json::array())) {
    const Json other = pair.value("other", Json::object());
    table.Add({Percent(pair.value("similarity", 0.0)), pair.value("point", ""),
               other.value("label", "") + " " + other.value("text", ""),
               pair.value("otherResolutionDisplayName", "")});
  }
  std::cout << (table.empty() ? "Похожих пунктов не найдено.\n" : table.Render(TerminalWidth()));
}

int ShowList(const Arguments& arguments, const std::string& list, const Query& query,
             void (*show)(const Json&)) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  const std::string name = NameIn("resolutions", arguments.positional[0]);
  auto answer = (*client)->Call("GET", "/v1/" + name + "/" + list, query);
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
  } else {
    show(Json::parse(*answer));
  }
  return kDone;
}

}  // namespace

Command RelationsCommand() {
  return {"relations",
          "RESOLUTION",
          1,
          1,
          "показать, какие прежние решения изменяет, отменяет или продолжает резолюция",
          {},
          {"rezonctl relations 0192…"},
          [](const Arguments& arguments) {
            return ShowList(arguments, "relations", {{"pageSize", kAllRows}}, ShowRelations);
          }};
}

Command DuplicatesCommand() {
  return {"duplicates",
          "RESOLUTION",
          1,
          1,
          "показать пункты, которые повторяют другие, своей или чужой резолюции",
          {{"least", "0…1", "наименьшее сходство; без него 0,5"}},
          {"rezonctl duplicates 0192…", "rezonctl duplicates 0192… --least 0.8"},
          [](const Arguments& arguments) {
            return ShowList(
                arguments, "pointDuplicates",
                {{"pageSize", kAllRows}, {"minSimilarity", arguments.Get("least", "0")}},
                ShowDuplicates);
          }};
}

}  // namespace rezon::cli
