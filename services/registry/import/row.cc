#include "services/registry/import/row.h"

#include "services/registry/domain/checks.h"
#include "services/registry/matching/tokens.h"

namespace rezon::registry {
namespace {

const std::string* Cell(const CsvRow& row, const char* column) {
  const auto found = row.cells.find(column);
  return found == row.cells.end() ? nullptr : &found->second;
}

std::string Text(const CsvRow& row, const char* column) {
  const std::string* cell = Cell(row, column);
  return cell == nullptr ? "" : *cell;
}

// By ОКТМО (8 digits, or 11 of which the first 8 count) or by any of its names.
std::string FindTerritory(const std::string& printed, const ImportWorld& world) {
  const std::string folded = Fold(printed);
  for (size_t i = 0; i < world.territories.size(); ++i) {
    const std::string& oktmo = world.oktmo[i];
    if (!oktmo.empty() && IsNumber(printed) && printed.size() >= 8 &&
        oktmo.substr(0, 8) == printed.substr(0, 8)) {
      return world.territories[i].id;
    }
    for (const std::string& name : world.territories[i].names) {
      if (Fold(name) == folded) return world.territories[i].id;
    }
  }
  return "";
}

void ReadKind(const CsvRow& row, DraftRow& draft) {
  std::string kind = Text(row, "kind");
  for (char& c : kind) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  if (kind.rfind("KIND_", 0) != 0) kind = "KIND_" + kind;
  pb::Organisation::Kind value;
  if (pb::Organisation::Kind_Parse(kind, &value)) {
    draft.organisation.set_kind(value);
  } else {
    draft.Fail("kind: неизвестный вид организации «" + Text(row, "kind") + "»");
  }
}

void ReadAliases(const CsvRow& row, pb::Organisation& organisation) {
  const std::string text = Text(row, "aliases");
  size_t from = 0;
  while (from < text.size()) {
    const size_t to = std::min(text.find('|', from), text.size());
    if (to > from) organisation.add_aliases(text.substr(from, to - from));
    from = to + 1;
  }
}

void ReadTerritory(const CsvRow& row, const ImportWorld& world, DraftRow& draft) {
  const std::string printed = Text(row, "territory");
  const std::string id = FindTerritory(printed, world);
  if (id.empty()) {
    draft.Fail("territory: территория не найдена: «" + printed + "»");
  } else {
    draft.organisation.set_territory("territories/" + id);
  }
}

}  // namespace

DraftRow ReadRow(const CsvRow& row, const ImportWorld& world) {
  DraftRow draft;
  draft.source = &row;
  if (row.ragged) draft.Fail("число столбцов не совпадает с заголовком");
  pb::Organisation& organisation = draft.organisation;
  organisation.set_display_name(Text(row, "display_name"));
  organisation.set_short_name(Text(row, "short_name"));
  organisation.set_legal_form(Text(row, "legal_form"));
  organisation.set_number(Text(row, "number"));
  organisation.set_inn(Text(row, "inn"));
  organisation.set_kpp(Text(row, "kpp"));
  organisation.set_ogrn(Text(row, "ogrn"));
  organisation.set_okpo(Text(row, "okpo"));
  organisation.set_valid_from(Text(row, "valid_from"));
  organisation.set_valid_to(Text(row, "valid_to"));
  draft.parent_inn = Text(row, "parent");
  ReadKind(row, draft);
  ReadAliases(row, organisation);
  ReadTerritory(row, world, draft);
  for (const auto& fault : Faults(organisation, "")) {
    // Said above in the words of the file.
    if (fault.path == "kind" || fault.path == "territory") continue;
    draft.Fail(fault.ru);
  }
  return draft;
}

pb::Organisation Merged(const DraftRow& row) {
  if (row.known == nullptr) return row.organisation;
  pb::Organisation merged = row.known->organisation;
  google::protobuf::FieldMask mask;
  for (const auto& [column, cell] : row.source->cells) mask.add_paths(column);
  // The paths are columns that CheckHeader knows, so the patch cannot fail.
  ApplyPatch(mask, row.organisation, &merged).IgnoreError();
  return merged;
}

}  // namespace rezon::registry
