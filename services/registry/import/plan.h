#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "rezon/registry/v1/registry.pb.h"
#include "rezon/registry/v1/resources.pb.h"
#include "services/registry/domain/resource.h"
#include "services/registry/import/csv.h"
#include "services/registry/matching/directory.h"

// The first phase of an import: what a commit would do with every row. Pure: reads a CSV table and
// what the registry holds, writes nothing.
namespace rezon::registry {

namespace pb = rezon::registry::v1;

// An organisation that is there already.
struct KnownOrganisation {
  std::string id;
  std::int64_t version = 1;
  // Without output-only fields.
  pb::Organisation organisation;
};

struct ImportWorld {
  std::vector<KnownTerritory> territories;
  // ОКТМО of each territory, in the same order.
  std::vector<std::string> oktmo;
  std::vector<KnownOrganisation> organisations;
};

// A row that a commit writes.
struct PlannedRow {
  int line = 0;
  std::string id;
  // Version that the preview saw; 0 for a new organisation.
  std::int64_t version = 0;
  std::string body;
  std::vector<std::string> terms;
};

struct ImportPlan {
  // Without name, state and sha256.
  pb::OrganisationImport preview;
  // Rows with the verdicts NEW and CHANGED.
  std::vector<PlannedRow> rows;
};

// What to look up for a table: every ИНН (also of parents), ОГРН and name in it.
struct ImportKeys {
  std::vector<std::string> inns, ogrns, names;
};
ImportKeys KeysOf(const CsvTable& table);

// OK when the header can be imported: known columns, none twice, display_name and kind present.
// INVALID_ARGUMENT, reason CSV_HEADER, with all faults.
absl::Status CheckHeader(const CsvTable& table);

// Matches by ИНН + КПП, then ОГРН, then name and territory; a column that the file lacks keeps what
// is there, an empty cell clears it. `new_id` makes ids.
ImportPlan PlanImport(const CsvTable& table, const ImportWorld& world,
                      const std::function<std::string()>& new_id);

}  // namespace rezon::registry
