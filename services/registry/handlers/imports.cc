#include "services/registry/handlers/imports.h"

#include <string>
#include <utility>

#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"
#include "services/registry/handlers/access.h"
#include "services/registry/import/csv.h"

namespace rezon::registry {

absl::Status ImportHandlers::Preview(server::CallContext& call,
                                     const std::vector<pb::ImportOrganisationsRequest>& parts,
                                     pb::OrganisationImport* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  std::string file;
  for (const auto& part : parts) file += part.file().data();
  auto key =
      MakeKeyOf("ImportOrganisations", parts.empty() ? "" : parts.front().request_id(), file);
  if (!key.ok()) return key.status();
  auto table = ReadCsv(file);
  if (!table.ok()) return table.status();
  if (absl::Status wrong = CheckHeader(*table); !wrong.ok()) return wrong;
  auto world = store_.Look(call, KeysOf(*table));
  if (!world.ok()) return world.status();
  ImportPlan plan = PlanImport(*table, *world, &ids::NewUuid);
  const std::string id = ids::NewUuid();
  plan.preview.set_name("organisationImports/" + id);
  plan.preview.set_state(pb::OrganisationImport::STATE_PREVIEWED);
  plan.preview.set_sha256(Sha256Hex(file));
  auto kept = store_.Keep(call, *key, id, plan);
  if (!kept.ok()) return kept.status();
  *out = *std::move(kept);
  return absl::OkStatus();
}

absl::Status ImportHandlers::Get(server::CallContext& call,
                                 const pb::GetOrganisationImportRequest& request,
                                 pb::OrganisationImport* out) {
  auto id = names::ParseUuid("organisationImports", request.name());
  if (!id.ok()) return id.status();
  auto import = store_.Get(call, *id);
  if (!import.ok()) return import.status();
  *out = *std::move(import);
  return absl::OkStatus();
}

absl::Status ImportHandlers::Commit(server::CallContext& call,
                                    const pb::CommitOrganisationImportRequest& request,
                                    pb::OrganisationImport* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("organisationImports", request.name());
  if (!id.ok()) return id.status();
  auto key = MakeKey("CommitOrganisationImport", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto import = store_.Commit(call, *key, *id, request.skip_errors());
  if (!import.ok()) return import.status();
  *out = *std::move(import);
  return absl::OkStatus();
}

}  // namespace rezon::registry
