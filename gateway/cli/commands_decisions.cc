#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/letter_text.h"
#include "gateway/cli/progress.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"
#include "services/platform/ids/uuid.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

std::string TypeOf(const std::filesystem::path& file) {
  const std::string extension = file.extension().string();
  if (extension == ".docx") {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  if (extension == ".md") return "text/markdown";
  return extension == ".txt" ? "text/plain" : "application/octet-stream";
}

void ShowImported(const Json& answer) {
  if (answer.contains("letter")) {
    std::cout << LetterText(answer["letter"]);
    if (!answer.contains("resolution")) {
      std::cout << "  резолюции в файле нет: загрузите её отдельно и свяжите командой link"
                << (answer.value("alreadyImported", false) ? "; уже загружено раньше" : "") << "\n";
      return;
    }
  }
  const Json& resolution = answer["resolution"];
  std::cout << resolution.value("name", "") << "  " << resolution.value("displayName", "") << "\n  "
            << Plural(resolution.value("pointCount", 0), "пункт", "пункта", "пунктов")
            << ", к исполнению " << resolution.value("actionableCount", 0) << ", без исполнителя "
            << resolution.value("unresolvedCount", 0) << "; "
            << StateWord(resolution.value("state", ""))
            << (answer.value("alreadyImported", false) ? "; уже загружен раньше" : "") << "\n";
  for (const auto& warning : resolution.value("warnings", Json::array())) {
    std::cout << "  ! " << warning.get<std::string>() << "\n";
  }
}

absl::Status ImportOne(Client& client, const std::string& path, const Arguments& arguments) {
  auto bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.status();
  const std::filesystem::path name = std::filesystem::path(path).filename();
  Progress progress(name.string(), arguments.Has("quiet") || arguments.Has("json"));
  auto answer = client.Upload("/v1/documents:import",
                              {{"fileName", name.string()},
                               {"requestId", arguments.Get("request-id", ids::NewUuid())},
                               {"asOfDate", arguments.Get("as-of")}},
                              TypeOf(name), *bytes, [&progress](uint64_t sent, uint64_t total) {
                                progress.Show(sent, total);
                              });
  progress.End();
  if (!answer.ok()) {
    return absl::Status(answer.status().code(),
                        path + ": " + std::string(answer.status().message()));
  }
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
  } else {
    ShowImported(Json::parse(*answer));
  }
  return absl::OkStatus();
}

int Import(const Arguments& arguments) {
  if (arguments.Has("request-id") && arguments.positional.size() > 1) {
    std::cerr << "rezonctl import: --request-id бывает только у одного файла\n";
    return kUsage;
  }
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  int worst = kDone;
  for (const auto& path : arguments.positional) {
    // One bad file does not keep the others from being loaded.
    if (auto status = ImportOne(**client, path, arguments); !status.ok()) worst = Report(status);
  }
  return worst;
}

absl::Status AdoptOne(Client& client, const std::string& name, const Arguments& arguments) {
  Json body = {{"requestId", arguments.Get("request-id", ids::NewUuid())}};
  if (arguments.Has("date")) body["adoptDate"] = arguments.Get("date");
  if (arguments.Has("etag")) body["etag"] = arguments.Get("etag");
  auto answer = client.Call("POST", "/v1/" + name + ":adopt", {}, body.dump());
  if (!answer.ok()) return answer.status();
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
    return absl::OkStatus();
  }
  const Json resolution = Json::parse(*answer);
  std::cout << name << "  принято " << RussianDate(resolution.value("adoptDate", "")) << ", "
            << Plural(resolution.value("pointCount", 0), "пункт", "пункта", "пунктов")
            << ", отпечаток " << resolution.value("contentHash", "").substr(0, 12) << "\n";
  return absl::OkStatus();
}

void ShowIssuance(const Json& issuance) {
  Table table({{"Пункт"}, {"Текст", false, true}, {"Срок"}, {"Исполнителей", true}});
  for (const auto& point : issuance.value("points", Json::array())) {
    table.Add({point.value("label", ""), point.value("text", ""),
               RussianDate(point.value("dueDate", "")),
               std::to_string(point.value("executorCount", 0))});
  }
  std::cout << issuance.value("resolution", "") << "\n" << table.Render(TerminalWidth());
  std::cout << "Итого: "
            << Plural(issuance.value("assignmentCount", 0), "поручение", "поручения", "поручений")
            << " "
            << Plural(issuance.value("executorCount", 0), "исполнителю", "исполнителям",
                      "исполнителям");
  if (const int existing = issuance.value("existingCount", 0); existing > 0) {
    std::cout << "; было выдано раньше: " << existing;
  }
  if (const int nobody = issuance.value("unaddressedCount", 0); nobody > 0) {
    std::cout << "; без исполнителя: " << Plural(nobody, "пункт", "пункта", "пунктов");
  }
  std::cout << "\n";
}

absl::Status IssueOne(Client& client, const std::string& name, const Arguments& arguments) {
  Json body = {{"requestId", arguments.Get("request-id", ids::NewUuid())}};
  if (arguments.Has("check")) body["validateOnly"] = true;
  Progress progress("выдача поручений", arguments.Has("quiet") || arguments.Has("json"));
  auto last =
      client.Stream("/v1/" + name + ":issue", body.dump(), [&progress](const std::string& line) {
        const Json step = Json::parse(line, nullptr, false);
        if (!step.is_object() || step.contains("error")) return;
        progress.Show(step.value("writtenCount", 0u), step.value("totalCount", 0u));
      });
  progress.End();
  if (!last.ok()) return last.status();
  const Json answer = Json::parse(*last, nullptr, false);
  if (!answer.is_object() || !answer.contains("issuance")) {
    return absl::UnavailableError("выдача прервалась; повторите с тем же --request-id=" +
                                  body["requestId"].get<std::string>());
  }
  if (arguments.Has("json")) {
    std::cout << answer["issuance"].dump() << "\n";
  } else {
    ShowIssuance(answer["issuance"]);
  }
  return absl::OkStatus();
}

int ForEachResolution(const Arguments& arguments,
                      absl::Status (*one)(Client&, const std::string&, const Arguments&)) {
  if (arguments.positional.size() > 1 && arguments.Has("request-id")) {
    std::cerr << "rezonctl: --request-id бывает только у одной резолюции\n";
    return kUsage;
  }
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  for (const auto& given : arguments.positional) {
    auto status = one(**client, NameIn("resolutions", given), arguments);
    if (!status.ok()) {
      return Report(absl::Status(status.code(), given + ": " + std::string(status.message())));
    }
  }
  return kDone;
}

const Option kSameRequest = {"request-id", "UUID",
                             "повтор с тем же номером ничего не делает второй раз"};

}  // namespace

std::string NameIn(const std::string& collection, const std::string& given) {
  return given.find('/') == std::string::npos ? collection + "/" + given : given;
}

Command ImportCommand() {
  return {
      "import",
      "FILE…",
      1,
      100000,
      "загрузить документы и прочитать их в черновики резолюций и в письма",
      {{"as-of", "ГГГГ-ММ-ДД", "день, на который читается реестр"}, kSameRequest},
      {"rezonctl import резолюция.docx", "rezonctl import --json *.txt | jq -r .resolution.name"},
      Import};
}

Command AdoptCommand() {
  return {"adopt",
          "RESOLUTION…",
          1,
          100000,
          "принять резолюции: после этого они не меняются",
          {{"date", "ГГГГ-ММ-ДД", "день принятия"},
           {"etag", "ETAG", "версия, которую вы видели"},
           kSameRequest},
          {"rezonctl adopt resolutions/0192…", "rezonctl adopt 0192… --date 2024-08-27"},
          [](const Arguments& arguments) { return ForEachResolution(arguments, AdoptOne); }};
}

Command IssueCommand() {
  return {"issue",
          "RESOLUTION…",
          1,
          100000,
          "выдать поручения по принятым резолюциям",
          {{"check", "", "только показать, что было бы выдано"}, kSameRequest},
          {"rezonctl issue resolutions/0192…", "rezonctl issue 0192… --check"},
          [](const Arguments& arguments) { return ForEachResolution(arguments, IssueOne); }};
}

}  // namespace rezon::cli
