#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"
#include "services/platform/ids/uuid.h"

// Corrections of a draft's points.
namespace rezon::cli {
namespace {

using Json = nlohmann::json;

const Option kCheckOnly = {"check", "", "только показать, что получится"};
const Option kSeenVersion = {"etag", "ETAG", "версия, которую вы видели"};
const Option kOnceOnly = {"request-id", "UUID",
                          "повтор с тем же номером ничего не делает второй раз"};

Json Body(const Arguments& arguments) {
  Json body = {{"requestId", arguments.Get("request-id", ids::NewUuid())}};
  if (arguments.Has("etag")) body["etag"] = arguments.Get("etag");
  if (arguments.Has("check")) body["validateOnly"] = true;
  return body;
}

void ShowPoints(const Json& points) {
  Table table({{"№", true}, {"Метка"}, {"Текст", false, true}, {"Срок"}, {"Пункт"}});
  for (const Json& point : points) {
    const Json deadline = point.value("deadline", Json::object());
    const std::string day = RussianDate(deadline.value("endDate", ""));
    table.Add({std::to_string(point.value("ordinal", 0)), point.value("label", ""),
               point.value("text", ""), day.empty() ? deadline.value("printed", "") : day,
               point.value("name", "")});
  }
  std::cout << table.Render(TerminalWidth());
}

// Posts a correction and shows the points that it answers with.
int Correct(const Arguments& arguments, const std::string& path, const Json& body) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  auto answer = (*client)->Call("POST", "/v1/" + path, {}, body.dump());
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
    return kDone;
  }
  const Json json = Json::parse(*answer);
  ShowPoints(json.contains("points") ? json["points"] : Json::array({json}));
  return kDone;
}

int Points(const Arguments& arguments) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  const std::string path = "/v1/" + NameIn("resolutions", arguments.positional[0]) + "/points";
  Json points = Json::array();
  std::string token;
  do {
    auto page = (*client)->Call("GET", path, {{"pageSize", "1000"}, {"pageToken", token}});
    if (!page.ok()) return Report(page.status());
    Json json = Json::parse(*page);
    for (Json& point : json["points"]) points.push_back(std::move(point));
    token = json.value("nextPageToken", "");
  } while (!token.empty());
  if (arguments.Has("json")) {
    std::cout << points.dump() << "\n";
  } else {
    ShowPoints(points);
  }
  return kDone;
}

// The place in the point's text where each of the given words begins.
absl::StatusOr<Json> PlacesOf(const Arguments& arguments, const std::vector<std::string>& words) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return client.status();
  auto point = (*client)->Call("GET", "/v1/" + arguments.positional[0]);
  if (!point.ok()) return point.status();
  const std::string text = Json::parse(*point).value("text", "");
  Json offsets = Json::array();
  size_t from = 0;
  for (const std::string& word : words) {
    const size_t at = word.empty() ? std::string::npos : text.find(word, from);
    if (at == std::string::npos) {
      return absl::InvalidArgumentError("в тексте пункта нет слов «" + word + "»");
    }
    offsets.push_back(at);
    from = at + word.size();
  }
  return offsets;
}

int Split(const Arguments& arguments) {
  Json body = Body(arguments);
  if (arguments.Has("proposed") == arguments.Has("before")) {
    std::cerr << "rezonctl split: нужен либо --proposed, либо --before\n";
    return kUsage;
  }
  if (arguments.Has("proposed")) {
    body["asProposed"] = true;
  } else {
    auto offsets = PlacesOf(arguments, arguments.All("before"));
    if (!offsets.ok()) return Report(offsets.status());
    body["offsets"] = *offsets;
  }
  return Correct(arguments, arguments.positional[0] + ":split", body);
}

int Merge(const Arguments& arguments) {
  const std::string& first = arguments.positional[0];
  Json body = Body(arguments);
  body["names"] = arguments.positional;
  if (arguments.Has("separator")) body["separator"] = arguments.Get("separator");
  return Correct(arguments, first.substr(0, first.rfind("/points/")) + "/points:merge", body);
}

int MovePoint(const Arguments& arguments) {
  Json body = Body(arguments);
  body["parent"] = arguments.Get("under");
  body["after"] = arguments.Get("after");
  return Correct(arguments, arguments.positional[0] + ":move", body);
}

}  // namespace

Command PointsCommand() {
  return {"points",
          "RESOLUTION",
          1,
          1,
          "показать пункты резолюции с их именами",
          {},
          {"rezonctl points resolutions/0192…"},
          Points};
}

Command SplitCommand() {
  return {"split",
          "POINT",
          1,
          1,
          "разделить пункт проекта на несколько",
          {{"before", "СЛОВА", "слова, с которых начинается следующая часть", true},
           {"proposed", "", "разделить, как предложила программа"},
           kCheckOnly,
           kSeenVersion,
           kOnceOnly},
          {"rezonctl split resolutions/0192…/points/0192… --before 'подготовить сборник'",
           "rezonctl split resolutions/0192…/points/0192… --proposed --check"},
          Split};
}

Command MergeCommand() {
  return {"merge",
          "POINT POINT…",
          2,
          100,
          "объединить пункты проекта в первый из них",
          {{"separator", "ЗНАКИ", "что поставить между текстами (обычно «; »)"},
           kCheckOnly,
           {"etag", "ETAG", "версия резолюции, которую вы видели"},
           kOnceOnly},
          {"rezonctl merge resolutions/0192…/points/01… resolutions/0192…/points/02…"},
          Merge};
}

Command MoveCommand() {
  return {"move",
          "POINT",
          1,
          1,
          "переставить пункт проекта вместе с подпунктами",
          {{"under", "POINT", "вышестоящий пункт; без него — верхний уровень"},
           {"after", "POINT", "после какого пункта; без него — первым"},
           kCheckOnly,
           kSeenVersion,
           kOnceOnly},
          {"rezonctl move resolutions/0192…/points/02… --under resolutions/0192…/points/01…"},
          MovePoint};
}

}  // namespace rezon::cli
