#pragma once

#include <string>
#include <vector>

#include "services/registry/import/plan.h"

namespace rezon::registry {

// A row of the file while it is planned.
struct DraftRow {
  const CsvRow* source = nullptr;
  // What the row says, with territory resolved; parent is filled when all rows are known.
  pb::Organisation organisation;
  // ИНН of the parent as printed.
  std::string parent_inn;
  // The organisation it matched; null for a new one.
  const KnownOrganisation* known = nullptr;
  // Id it has or will have.
  std::string id;
  pb::OrganisationImport::Verdict verdict = pb::OrganisationImport::VERDICT_UNSPECIFIED;
  // Russian.
  std::vector<std::string> messages;

  void Fail(std::string message) {
    verdict = pb::OrganisationImport::VERDICT_ERROR;
    messages.push_back(std::move(message));
  }
  bool failed() const { return verdict == pb::OrganisationImport::VERDICT_ERROR; }
};

// Reads the cells of a row; faults of form become messages.
DraftRow ReadRow(const CsvRow& row, const ImportWorld& world);

// What the organisation will be: the known one with the file's columns over it.
pb::Organisation Merged(const DraftRow& row);

}  // namespace rezon::registry
