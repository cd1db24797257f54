#pragma once

#include <vector>

#include "absl/status/status.h"
#include "rezon/registry/v1/registry.pb.h"
#include "services/platform/server/call.h"
#include "services/registry/store/imports.h"

namespace rezon::registry {

// The two phases of an import of organisations. Thread-safe.
class ImportHandlers {
 public:
  explicit ImportHandlers(store::Imports& store) : store_(store) {}

  // `parts` are the messages of the stream, in order.
  absl::Status Preview(server::CallContext& call,
                       const std::vector<pb::ImportOrganisationsRequest>& parts,
                       pb::OrganisationImport* out);
  absl::Status Get(server::CallContext& call, const pb::GetOrganisationImportRequest& request,
                   pb::OrganisationImport* out);
  absl::Status Commit(server::CallContext& call, const pb::CommitOrganisationImportRequest& request,
                      pb::OrganisationImport* out);

 private:
  store::Imports& store_;
};

// Largest file, in bytes.
inline constexpr size_t kMaxImportBytes = 32u << 20;

}  // namespace rezon::registry
