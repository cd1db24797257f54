#ifndef REZON_SERVICES_DECISIONS_HANDLERS_POINTS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_POINTS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/domain/directory.h"
#include "services/decisions/domain/edit.h"
#include "services/decisions/store/store.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// Points of resolutions. Thread-safe. Errors as in decisions.proto.
class PointHandlers {
 public:
  // Both outlive the handlers.
  PointHandlers(store::Store& store, Directory& directory) : store_(store), directory_(directory) {}

  absl::Status Get(server::CallContext& call, const pb::GetPointRequest& request, pb::Point* out);
  absl::Status List(server::CallContext& call, const pb::ListPointsRequest& request,
                    pb::ListPointsResponse* out);
  absl::Status Search(server::CallContext& call, const pb::SearchPointsRequest& request,
                      pb::SearchPointsResponse* out);
  absl::Status Create(server::CallContext& call, const pb::CreatePointRequest& request,
                      pb::Point* out);
  absl::Status Update(server::CallContext& call, const pb::UpdatePointRequest& request,
                      pb::Point* out);
  absl::Status Delete(server::CallContext& call, const pb::DeletePointRequest& request,
                      pb::DeletePointResponse* out);

 private:
  // Who edits, with names for all targets of `point`: those that the resolution knows, and the
  // registry's for the others. INVALID_ARGUMENT when the registry does not know one.
  absl::StatusOr<Editor> MakeEditor(server::CallContext& call, const std::string& resolution,
                                    const pb::Point& point);

  store::Store& store_;
  Directory& directory_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_POINTS_H_
