#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/relation_text.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"
#include "services/platform/ids/uuid.h"

// A resolution out of its document again, and out of Rezon as a file.
namespace rezon::cli {
namespace {

using Json = nlohmann::json;

const char* Word(const std::string& kind) {
  if (kind == "KIND_SAME") return "без изменений";
  if (kind == "KIND_CHANGED") return "прочитан иначе";
  if (kind == "KIND_NEW") return "новый";
  if (kind == "KIND_GONE") return "больше не читается";
  if (kind == "KIND_MOVED") return "переставлен";
  return "исправлен вручную, остаётся";
}

// Of a relation or a suggestion.
const char* LinkWord(const std::string& kind) {
  if (kind == "KIND_CHANGED") return "прочитано иначе";
  if (kind == "KIND_NEW") return "новое";
  if (kind == "KIND_GONE") return "больше не читается";
  return "решено человеком, остаётся";
}

std::string Joined(const Json& list) {
  std::string text;
  for (const Json& item : list) text += (text.empty() ? "" : ", ") + item.get<std::string>();
  return text;
}

void ShowDifferences(const Json& answer) {
  Table table({{"Метка"}, {"Текст", false, true}, {"Что"}, {"Поля"}});
  size_t same = 0;
  for (const Json& difference : answer.value("differences", Json::array())) {
    const std::string kind = difference.value("kind", "");
    if (kind == "KIND_SAME") {
      ++same;
      continue;
    }
    const Json shown = difference.contains("read") ? difference["read"] : difference["point"];
    table.Add({shown.value("label", ""), shown.value("text", ""), Word(kind),
               Joined(difference.value("fields", Json::array()))});
  }
  std::cout << answer.value("readerVersionBefore", "") << " → " << answer.value("readerVersion", "")
            << ", без изменений: "
            << Plural(static_cast<int64_t>(same), "пункт", "пункта", "пунктов") << "\n";
  if (!table.empty()) std::cout << table.Render(TerminalWidth());
}

// Relations and suggestions that are read otherwise; nothing when all are the same.
void ShowLinkDifferences(const Json& answer) {
  Table table({{"Вид"}, {"Текст", false, true}, {"Что"}});
  const auto add = [&](const char* list, const char* standing, auto text, const char* sort) {
    for (const Json& difference : answer.value(list, Json::array())) {
      const std::string kind = difference.value("kind", "");
      if (kind == "KIND_SAME") continue;
      const char* shown = difference.contains("read") ? "read" : standing;
      table.Add({sort, text(difference.value(shown, Json::object())), LinkWord(kind)});
    }
  };
  add(
      "relationDifferences", "relation",
      [](const Json& relation) {
        return RelationKindText(relation) + " " +
               TargetAsRead(relation.value("target", Json::object()));
      },
      "связь");
  add(
      "suggestionDifferences", "suggestion",
      [](const Json& suggestion) { return suggestion.value("text", ""); }, "предложение");
  if (!table.empty()) std::cout << table.Render(TerminalWidth());
}

int ReRead(const Arguments& arguments) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  Json body = {{"requestId", arguments.Get("request-id", ids::NewUuid())},
               {"validateOnly", arguments.Has("check")},
               {"etag", arguments.Get("etag")},
               {"asOfDate", arguments.Get("as-of")}};
  const std::string name = NameIn("resolutions", arguments.positional[0]);
  auto answer = (*client)->Call("POST", "/v1/" + name + ":reRead", {}, body.dump());
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
  } else {
    const Json differences = Json::parse(*answer);
    ShowDifferences(differences);
    ShowLinkDifferences(differences);
  }
  return kDone;
}

absl::Status WriteTo(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return file ? absl::OkStatus() : absl::UnknownError("не записывается " + path);
}

int Export(const Arguments& arguments) {
  const std::string format = arguments.Get("format", "akn");
  if (format != "akn" && format != "json") {
    std::cerr << "rezonctl export: --format бывает akn или json\n";
    return kUsage;
  }
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  const std::string name = NameIn("resolutions", arguments.positional[0]);
  auto answer = (*client)->Call("GET", "/v1/" + name + ":export",
                                {{"format", format == "akn" ? "FORMAT_AKN" : "FORMAT_JSON"}});
  if (!answer.ok()) return Report(answer.status());
  if (!arguments.Has("output")) {
    std::cout << *answer;
    return kDone;
  }
  auto written = WriteTo(arguments.Get("output"), *answer);
  return written.ok() ? kDone : Report(written);
}

}  // namespace

Command ReReadCommand() {
  return {"reread",
          "RESOLUTION",
          1,
          1,
          "прочитать документ проекта заново; исправленное вручную остаётся",
          {{"check", "", "только показать различия"},
           {"as-of", "ГГГГ-ММ-ДД", "день, на который читается реестр"},
           {"etag", "ETAG", "версия, которую вы видели"},
           {"request-id", "UUID", "повтор с тем же номером ничего не делает второй раз"}},
          {"rezonctl reread resolutions/0192… --check"},
          ReRead};
}

Command ExportCommand() {
  return {
      "export",
      "RESOLUTION",
      1,
      1,
      "выгрузить резолюцию: Akoma Ntoso или JSON, который можно загрузить обратно",
      {{"format", "akn|json", "вид выгрузки (akn)"},
       {"output", "ФАЙЛ", "куда записать; без него — на экран", false, 'o'}},
      {"rezonctl export resolutions/0192… --format akn -o резолюция.xml",
       "rezonctl export 0192… --format json -o резолюция.json && rezonctl import резолюция.json"},
      Export};
}

}  // namespace rezon::cli
