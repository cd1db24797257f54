#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/progress.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"
#include "services/platform/ids/uuid.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

const char* VerdictWord(const std::string& verdict) {
  if (verdict == "VERDICT_NEW") return "новая";
  if (verdict == "VERDICT_CHANGED") return "изменение";
  if (verdict == "VERDICT_UNCHANGED") return "без изменений";
  return "ошибка";
}

void Show(const Json& import) {
  Table table(
      {{"Строка", true}, {"Итог"}, {"Организация", false, true}, {"Замечания", false, true}});
  for (const auto& row : import.value("rows", Json::array())) {
    const Json messages = row.value("messages", Json::array());
    // What is as it was and needs no look would only hide the rest.
    if (row.value("verdict", "") == "VERDICT_UNCHANGED" && messages.empty()) continue;
    std::string notes;
    for (const auto& message : messages) {
      notes += (notes.empty() ? "" : "; ") + message.get<std::string>();
    }
    table.Add({std::to_string(row.value("line", 0)), VerdictWord(row.value("verdict", "")),
               row.value("displayName", ""), notes});
  }
  if (!table.empty()) std::cout << table.Render(TerminalWidth());
  std::cout << Plural(import.value("totalCount", 0), "строка", "строки", "строк") << ": новых "
            << import.value("newCount", 0) << ", изменений " << import.value("changedCount", 0)
            << ", без изменений " << import.value("unchangedCount", 0) << ", ошибок "
            << import.value("errorCount", 0) << "\n";
}

void Print(const std::string& answer, bool json) {
  if (json) {
    std::cout << answer << "\n";
  } else {
    Show(Json::parse(answer));
  }
}

int ImportOrganisations(const Arguments& arguments) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  auto bytes = ReadFile(arguments.positional[0]);
  if (!bytes.ok()) return Report(bytes.status());
  const bool json = arguments.Has("json");
  Progress progress(arguments.positional[0], json || arguments.Has("quiet"));
  auto preview = (*client)->Upload(
      "/v1/organisations:import", {{"requestId", ids::NewUuid()}}, "text/csv", *bytes,
      [&progress](uint64_t sent, uint64_t total) { progress.Show(sent, total); });
  progress.End();
  if (!preview.ok()) return Report(preview.status());
  const Json import = Json::parse(*preview);
  const bool errors = import.value("errorCount", 0) > 0;
  if (arguments.Has("check") || (errors && !arguments.Has("skip-errors"))) {
    Print(*preview, json);
    if (errors) std::cerr << "rezonctl: ничего не изменено: в файле есть ошибки\n";
    return errors ? kInvalid : kDone;
  }
  const Json body = {{"skipErrors", arguments.Has("skip-errors")}, {"requestId", ids::NewUuid()}};
  auto done =
      (*client)->Call("POST", "/v1/" + import.value("name", "") + ":commit", {}, body.dump());
  if (!done.ok()) return Report(done.status());
  Print(*done, json);
  return kDone;
}

}  // namespace

Command OrganisationsImportCommand() {
  return {"organisations import",
          "FILE.csv",
          1,
          1,
          "загрузить организации из CSV: проверить, затем внести",
          {{"check", "", "только проверить"},
           {"skip-errors", "", "внести хорошие строки, пропустить ошибочные"}},
          {"rezonctl organisations import школы.csv --check",
           "rezonctl organisations import школы.csv"},
          ImportOrganisations};
}

}  // namespace rezon::cli
