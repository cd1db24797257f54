#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/db/pool.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"
#include "services/registry/import/plan.h"

namespace rezon::registry::store {

// Imports of organisations: what a plan needs to know, kept previews, and the commit. Thread-safe.
class Imports {
 public:
  explicit Imports(db::Pool& pool) : pool_(pool) {}

  // The territories, and the organisations that one of the keys names: one round trip.
  absl::StatusOr<ImportWorld> Look(const server::CallContext& call, const ImportKeys& keys);
  // Keeps a preview; its rows are those of the plan. Answers the preview, or the first answer of
  // the same request.
  absl::StatusOr<pb::OrganisationImport> Keep(const server::CallContext& call,
                                              const server::RequestKey& key, const std::string& id,
                                              const ImportPlan& plan);
  absl::StatusOr<pb::OrganisationImport> Get(const server::CallContext& call,
                                             const std::string& id);
  // Writes the rows of a preview in one transaction, set-based, with one event each. A committed
  // import answers as it did. FAILED_PRECONDITION, reason IMPORT_HAS_ERRORS, for rows with errors
  // unless `skip_errors`; ABORTED, reason REGISTRY_CHANGED, when the rows are no longer what the
  // preview saw.
  absl::StatusOr<pb::OrganisationImport> Commit(const server::CallContext& call,
                                                const server::RequestKey& key,
                                                const std::string& id, bool skip_errors);

 private:
  db::Pool& pool_;
};

}  // namespace rezon::registry::store
