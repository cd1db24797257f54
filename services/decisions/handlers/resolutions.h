#ifndef REZON_SERVICES_DECISIONS_HANDLERS_RESOLUTIONS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_RESOLUTIONS_H_

#include <functional>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/domain/directory.h"
#include "services/decisions/store/store.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// Resolutions and their life. Thread-safe. Errors as in decisions.proto.
class ResolutionHandlers {
 public:
  // What day it is in the installation's time zone.
  using Today = std::function<absl::CivilDay()>;
  // Both outlive the handlers.
  ResolutionHandlers(store::Store& store, Directory& directory, Today today)
      : store_(store), directory_(directory), today_(std::move(today)) {}

  absl::Status Get(server::CallContext& call, const pb::GetResolutionRequest& request,
                   pb::Resolution* out);
  absl::Status List(server::CallContext& call, const pb::ListResolutionsRequest& request,
                    pb::ListResolutionsResponse* out);
  absl::Status Update(server::CallContext& call, const pb::UpdateResolutionRequest& request,
                      pb::Resolution* out);
  absl::Status ResolveAddressees(server::CallContext& call,
                                 const pb::ResolveResolutionAddresseesRequest& request,
                                 pb::Resolution* out);
  absl::Status Submit(server::CallContext& call, const pb::SubmitResolutionRequest& request,
                      pb::Resolution* out);
  absl::Status Adopt(server::CallContext& call, const pb::AdoptResolutionRequest& request,
                     pb::Resolution* out);
  absl::Status Revoke(server::CallContext& call, const pb::RevokeResolutionRequest& request,
                      pb::Resolution* out);

 private:
  absl::StatusOr<Findings> LookUp(server::CallContext& call, const std::string& id);

  store::Store& store_;
  Directory& directory_;
  Today today_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_RESOLUTIONS_H_
