#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/document_notes.h"
#include "gateway/cli/relation_text.h"
#include "services/platform/ids/uuid.h"

// Relations that a clerk adds to a draft, and takes back.
namespace rezon::cli {
namespace {

using Json = nlohmann::json;

// Words of the contract's kinds: `amends` is KIND_AMENDS.
constexpr std::array<const char*, 7> kKinds = {"amends",  "supplements",          "supersedes",
                                               "repeals", "removes_from_control", "continues",
                                               "executes"};

// KIND_AMENDS of `amends` or «изменяет»; empty for another word.
std::string KindOf(const std::string& word) {
  for (const std::string kind : kKinds) {
    if (word != kind && word != RelationWord(kind)) continue;
    std::string name = "KIND_";
    for (const char c : kind) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
  }
  return "";
}

// The options that cite an act, and their fields in the contract.
constexpr std::array<std::pair<const char*, const char*>, 6> kCitation = {{{"act", "act"},
                                                                           {"number", "number"},
                                                                           {"date", "actDate"},
                                                                           {"issuer", "issuer"},
                                                                           {"title", "title"},
                                                                           {"label", "label"}}};

int Relate(const Arguments& arguments) {
  const std::string kind = KindOf(arguments.positional[1]);
  if (kind.empty()) {
    std::cerr << "rezonctl relate: неизвестный вид связи «" << arguments.positional[1] << "»\n";
    return kUsage;
  }
  Json relation = {{"kind", kind}};
  if (arguments.Has("point")) relation["point"] = arguments.Get("point");
  if (arguments.positional.size() > 2) {
    const std::string& target = arguments.positional[2];
    const bool point = target.find("/points/") != std::string::npos;
    relation[point ? "targetPoint" : "targetResolution"] =
        point ? target : NameIn("resolutions", target);
  }
  for (const auto& [option, field] : kCitation) {
    if (arguments.Has(option)) relation["target"][field] = arguments.Get(option);
  }
  Query query = {{"requestId", arguments.Get("request-id", ids::NewUuid())}};
  if (arguments.Has("etag")) query.emplace_back("etag", arguments.Get("etag"));
  if (arguments.Has("check")) query.emplace_back("validateOnly", "true");
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  const std::string path = "/v1/" + NameIn("resolutions", arguments.positional[0]) + "/relations";
  auto answer = (*client)->Call("POST", path, query, relation.dump());
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
  } else {
    std::cout << RelationsTable(Json::array({Json::parse(*answer)}));
  }
  return kDone;
}

int Unrelate(const Arguments& arguments) {
  Query query = {{"requestId", arguments.Get("request-id", ids::NewUuid())}};
  if (arguments.Has("etag")) query.emplace_back("etag", arguments.Get("etag"));
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  auto answer = (*client)->Call("DELETE", "/v1/" + arguments.positional[0], query);
  if (!answer.ok()) return Report(answer.status());
  std::cout << (arguments.Has("json") ? *answer : "Связь удалена.") << "\n";
  return kDone;
}

const Option kRepeat = {"request-id", "UUID",
                        "повтор с тем же номером ничего не делает второй раз"};

}  // namespace

Command RelateCommand() {
  return {"relate",
          "RESOLUTION KIND [TARGET]",
          2,
          3,
          "добавить проекту связь с прежним решением, которую программа не увидела: amends, "
          "supplements, supersedes, repeals, removes_from_control, continues, executes",
          {{"point", "POINT", "пункт, который это говорит; без него — резолюция в целом"},
           {"act", "ВИД", "вид акта, если его нет в Резоне: «приказ»"},
           {"number", "НОМЕР", "его номер без «№»"},
           {"date", "ГГГГ-ММ-ДД", "его дата"},
           {"issuer", "ЧЕЙ", "кто его издал"},
           {"title", "НАЗВАНИЕ", "его название"},
           {"label", "ПУНКТ", "номер его пункта"},
           {"check", "", "только показать, что получится"},
           {"etag", "ETAG", "версия резолюции, которую вы видели"},
           kRepeat},
          {"rezonctl relate resolutions/0192… continues resolutions/0191…/points/02…",
           "rezonctl relate resolutions/0192… repeals --act приказ --number 45 --date 2020-03-12"},
          Relate};
}

Command UnrelateCommand() {
  return {"unrelate",
          "RELATION",
          1,
          1,
          "удалить из проекта связь, которую добавил человек",
          {{"etag", "ETAG", "версия связи, которую вы видели"}, kRepeat},
          {"rezonctl unrelate resolutions/0192…/relations/03…"},
          Unrelate};
}

}  // namespace rezon::cli
