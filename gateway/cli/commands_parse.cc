#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/document_json.h"
#include "gateway/cli/document_notes.h"
#include "gateway/cli/golden.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"
#include "services/decisions/convert/convert.h"
#include "services/decisions/reader/reader.h"

namespace rezon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kLongestConversion(5);

std::string Deadline(const reader::Deadline& deadline) {
  if (deadline.kind == reader::DeadlineKind::kStanding) return "постоянно";
  if (deadline.end.empty()) return deadline.printed;
  if (deadline.start.empty() || deadline.start == deadline.end) {
    return "до " + RussianDate(deadline.end);
  }
  return RussianDate(deadline.start) + "–" + RussianDate(deadline.end);
}

std::string Phrases(const reader::Item& item) {
  std::string text;
  for (const auto& who : item.responsible) text += (text.empty() ? "" : "; ") + who.phrase;
  return text;
}

std::string TableOf(const reader::Document& document) {
  Table table({{"Пункт"}, {"Текст", false, true}, {"Исполнители", false, true}, {"Срок"}});
  int64_t actionable = 0;
  for (const auto& item : document.items) {
    table.Add({item.label, item.text, Phrases(item), Deadline(item.deadline)});
    actionable += item.actionable ? 1 : 0;
  }
  std::string text = document.file_name + "\n";
  if (!document.event.name.empty()) text += document.event.name + "\n";
  text += PartiesText(document);
  text += Plural(static_cast<int64_t>(document.items.size()), "пункт", "пункта", "пунктов") +
          ", из них к исполнению " + std::to_string(actionable) + "\n\n";
  text += table.Render(TerminalWidth());
  text += NotesText(document);
  for (const auto& warning : document.warnings) text += "! " + warning + "\n";
  return text;
}

absl::Status Write(const std::string& text, const std::string& folder, const fs::path& name) {
  if (folder.empty()) {
    std::cout << text;
    return absl::OkStatus();
  }
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path path = fs::path(folder) / name;
  std::ofstream file(path, std::ios::binary);
  if (!(file << text) || !file.flush()) {
    return absl::UnknownError("не записывается " + path.string());
  }
  return absl::OkStatus();
}

absl::Status ParseOne(const std::string& path, const std::string& format,
                      const std::string& folder) {
  auto bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.status();
  reader::ReadOptions options;
  const fs::path name = fs::path(path).filename();
  options.file_name = name.string();
  auto document = convert::ReadAny(*bytes, options, convert::Clock::now() + kLongestConversion);
  if (!document.ok()) {
    const auto error = reader::GetReadError(document.status());
    const std::string why = error ? error->message : std::string(document.status().message());
    return absl::Status(document.status().code(), path + ": " + why);
  }
  const fs::path out = fs::path(name).replace_extension(format == "table" ? ".table" : ".json");
  if (format == "golden") return Write(GoldenJson(*document), folder, out);
  return Write(format == "json" ? DocumentJson(*document) : TableOf(*document), folder, out);
}

int Parse(const Arguments& arguments) {
  const std::string format = arguments.Get("format", arguments.Has("json") ? "golden" : "table");
  if (format != "golden" && format != "table" && format != "json") {
    std::cerr << "rezonctl parse: --format бывает golden, json или table\n";
    return kUsage;
  }
  int worst = kDone;
  for (const auto& path : arguments.positional) {
    auto status = ParseOne(path, format, arguments.Get("out"));
    // One bad file does not keep the others from being read.
    if (!status.ok()) worst = Report(status);
  }
  return worst;
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::error_code error;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || fs::is_directory(path, error)) {
    return absl::NotFoundError("не читается файл " + path);
  }
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

Command ParseCommand() {
  return {"parse",
          "FILE…",
          1,
          100000,
          "прочитать документы на месте, без сервера, и показать пункты",
          {{"format", "golden|json|table", "JSON разметки, JSON всего прочитанного или таблица"},
           {"out", "ПАПКА", "по файлу на документ вместо вывода"}},
          {"rezonctl parse резолюция.docx", "rezonctl parse --format golden --out разметка *.txt"},
          Parse};
}

}  // namespace rezon::cli
