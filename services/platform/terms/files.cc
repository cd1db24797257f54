#include "services/platform/terms/files.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/platform/calendar/compact.h"

namespace rezon::terms {
namespace {

// No calendar or table of rules is near that size.
constexpr std::uintmax_t kMostBytes = 1 << 20;

absl::StatusOr<std::string> ReadWhole(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file) return absl::NotFoundError(absl::StrCat(path, ": cannot be read"));
  if (size > kMostBytes) return absl::InvalidArgumentError(absl::StrCat(path, ": too large"));
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

absl::Status Naming(const std::string& path, const absl::Status& status) {
  return absl::Status(status.code(), absl::StrCat(path, ": ", status.message()));
}

}  // namespace

void AddFlags(config::Flags& flags, Files& files) {
  flags.Text(
      "calendar-file", &files.calendar_files,
      "years of the production calendar over the embedded ones, comma-separated files (XML of "
      "the xmlcalendar form, or the compact form)");
  flags.Text("term-rules-file", &files.rules_file,
             "rows over the embedded rules by which terms are counted");
}

absl::StatusOr<std::unique_ptr<const Regimes>> Load(const Files& files) {
  std::vector<calendar::YearData> years;
  for (const std::string& path :
       std::vector<std::string>(absl::StrSplit(files.calendar_files, ',', absl::SkipEmpty()))) {
    auto text = ReadWhole(path);
    if (!text.ok()) return text.status();
    auto year = calendar::ParseYear(*text);
    if (!year.ok()) return Naming(path, year.status());
    years.push_back(*std::move(year));
  }
  std::string rows;
  if (!files.rules_file.empty()) {
    auto text = ReadWhole(files.rules_file);
    if (!text.ok()) return text.status();
    rows = *std::move(text);
  }
  auto rules = RuleBook::WithRows(rows);
  if (!rules.ok()) return Naming(files.rules_file, rules.status());
  return std::make_unique<const Regimes>(years, *std::move(rules));
}

}  // namespace rezon::terms
