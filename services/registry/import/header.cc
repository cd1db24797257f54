#include <algorithm>
#include <array>
#include <set>

#include "services/platform/errors/errors.h"
#include "services/registry/import/plan.h"

namespace rezon::registry {
namespace {

constexpr std::array<const char*, 14> kColumns = {
    "display_name", "short_name", "kind",      "legal_form", "number",  "inn",        "kpp",
    "ogrn",         "okpo",       "territory", "parent",     "aliases", "valid_from", "valid_to"};

void Collect(const CsvRow& row, const char* column, std::set<std::string>& into) {
  const auto cell = row.cells.find(column);
  if (cell != row.cells.end() && !cell->second.empty()) into.insert(cell->second);
}

}  // namespace

absl::Status CheckHeader(const CsvTable& table) {
  std::vector<errors::FieldViolation> faults;
  std::set<std::string> seen;
  for (const std::string& column : table.columns) {
    if (std::find(kColumns.begin(), kColumns.end(), column) == kColumns.end()) {
      faults.push_back({"file", "unknown column " + column, "неизвестный столбец: " + column});
    } else if (!seen.insert(column).second) {
      faults.push_back({"file", "column twice: " + column, "столбец повторяется: " + column});
    }
  }
  for (const char* column : {"display_name", "kind", "territory"}) {
    if (!seen.contains(column)) {
      faults.push_back(
          {"file", std::string("missing column ") + column, std::string("нет столбца: ") + column});
    }
  }
  return faults.empty() ? absl::OkStatus() : errors::InvalidArgument(faults);
}

ImportKeys KeysOf(const CsvTable& table) {
  std::set<std::string> inns, ogrns, names;
  for (const CsvRow& row : table.rows) {
    Collect(row, "inn", inns);
    Collect(row, "parent", inns);
    Collect(row, "ogrn", ogrns);
    Collect(row, "display_name", names);
  }
  return {{inns.begin(), inns.end()}, {ogrns.begin(), ogrns.end()}, {names.begin(), names.end()}};
}

}  // namespace rezon::registry
