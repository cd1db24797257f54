#include "tests/store/registry/large_region.h"

namespace rezon::registry {
namespace {

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "|") + part;
  return text;
}

}  // namespace

std::string CsvOf(const LargeRegion& region) {
  std::string csv =
      "display_name;short_name;kind;legal_form;number;inn;ogrn;okpo;territory;aliases;valid_from\n";
  for (const LargeRegion::Organisation& one : region.organisations) {
    std::string territory;
    for (const auto& place : region.territories) {
      if (place.key == one.territory) territory = place.display_name;
    }
    for (const std::string& cell :
         {one.display_name, one.short_name, one.kind, one.legal_form, one.number, one.inn, one.ogrn,
          one.okpo, territory, Joined(one.aliases)}) {
      csv += cell + ";";
    }
    csv += "2020-01-01\n";
  }
  return csv;
}

}  // namespace rezon::registry
