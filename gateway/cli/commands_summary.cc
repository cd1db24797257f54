#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kDimensions{{
    {"resolution", "DIMENSION_RESOLUTION"},
    {"point", "DIMENSION_POINT"},
    {"municipality", "DIMENSION_MUNICIPALITY"},
    {"executor", "DIMENSION_EXECUTOR"},
}};

std::string DimensionOf(const std::string& word) {
  for (const auto& [known, name] : kDimensions) {
    if (known == word) return std::string(name);
  }
  return "";
}

// 64-bit numbers come as texts.
std::string Count(const Json& counts, const char* name) {
  auto it = counts.find(name);
  if (it == counts.end()) return "0";
  return it->is_string() ? it->get<std::string>() : it->dump();
}

Table MakeTable(const char* title) {
  return Table({{title, false, true},
                {"Всего", true},
                {"Открыто", true},
                {"На приёмке", true},
                {"Снято", true},
                {"Просрочено", true},
                {"Выполнено", true},
                {"Ближайший срок"}});
}

void AddRow(const Json& row, const std::string& title, Table* table) {
  const Json counts = row.value("counts", Json::object());
  table->Add({title, Count(counts, "total"), Count(counts, "open"), Count(counts, "reported"),
              Count(counts, "accepted"), Count(counts, "overdue"),
              Percent(row.value("acceptedShare", 0.0)), RussianDate(row.value("nextDueDate", ""))});
}

std::string TitleOf(const Json& row) {
  const std::string label = row.value("label", "");
  const std::string name = row.value("displayName", "");
  if (!label.empty()) return label + (label.back() == '-' ? " " : ". ") + name;
  return name.empty() ? "без исполнителя" : name;
}

void ShowRows(const Json& rows, const char* title) {
  Table table = MakeTable(title);
  for (const auto& row : rows) AddRow(row, TitleOf(row), &table);
  std::cout << table.Render(TerminalWidth()) << "\n";
}

int ShowOne(Client& client, const std::string& name, bool json) {
  auto answer = client.Call("GET", "/v1/" + name + "/summary");
  if (!answer.ok()) return Report(answer.status());
  if (json) {
    std::cout << *answer << "\n";
    return kDone;
  }
  const Json summary = Json::parse(*answer);
  std::cout << summary.value("displayName", "") << "\n" << name << "\n\n";
  ShowRows(summary.value("points", Json::array()), "Пункт");
  ShowRows(summary.value("municipalities", Json::array()), "Территория");
  Table total = MakeTable("");
  AddRow(summary.value("total", Json::object()), "Итого", &total);
  std::cout << total.Render(TerminalWidth());
  const Json counts = summary.value("total", Json::object()).value("counts", Json::object());
  const int64_t overdue = std::strtoll(Count(counts, "overdue").c_str(), nullptr, 10);
  if (overdue > 0) {
    std::cout << "Просрочено: " << Plural(overdue, "поручение", "поручения", "поручений") << "\n";
  }
  return kDone;
}

int ShowMany(Client& client, const std::string& dimension, const Query& query, bool json) {
  Json rows = Json::array();
  std::string token;
  do {
    Query page_query = query;
    page_query.emplace_back("pageSize", "1000");
    page_query.emplace_back("pageToken", token);
    auto answer = client.Call("GET", "/v1/summaries", page_query);
    if (!answer.ok()) return Report(answer.status());
    Json page = Json::parse(*answer);
    for (auto& row : page["rows"]) rows.push_back(std::move(row));
    token = page.value("nextPageToken", "");
  } while (!token.empty());
  if (json) {
    for (const auto& row : rows) std::cout << row.dump() << "\n";
    return kDone;
  }
  ShowRows(rows, dimension == "municipality" ? "Территория"
                 : dimension == "executor"   ? "Исполнитель"
                 : dimension == "point"      ? "Пункт"
                                             : "Резолюция");
  return kDone;
}

int Summary(const Arguments& arguments) {
  const std::string by = arguments.Get("by", "resolution");
  if (DimensionOf(by).empty()) {
    std::cerr << "rezonctl summary: --by бывает resolution, point, municipality или executor\n";
    return kUsage;
  }
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  const std::string name =
      arguments.positional.empty() ? "" : NameIn("resolutions", arguments.positional[0]);
  Query query = {{"dimension", DimensionOf(by)}, {"resolution", name}};
  if (arguments.Has("territory")) {
    query.emplace_back("territory", NameIn("territories", arguments.Get("territory")));
  }
  if (arguments.Has("csv")) {
    auto csv = (*client)->Call("GET", "/v1/summaries:export", query);
    if (!csv.ok()) return Report(csv.status());
    std::cout << *csv;
    return kDone;
  }
  if (!name.empty() && !arguments.Has("by")) return ShowOne(**client, name, arguments.Has("json"));
  return ShowMany(**client, by, query, arguments.Has("json"));
}

}  // namespace

Command SummaryCommand() {
  return {"summary",
          "[RESOLUTION]",
          0,
          1,
          "сводка об исполнении: одной резолюции или всех",
          {{"by", "ЧТО", "строки: resolution, point, municipality, executor"},
           {"territory", "ИМЯ", "только исполнители территории, territories/…"},
           {"csv", "", "выгрузка CSV вместо таблицы"}},
          {"rezonctl summary", "rezonctl summary resolutions/0192…",
           "rezonctl summary 0192… --by executor --csv > исполнители.csv"},
          Summary};
}

}  // namespace rezon::cli
