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
#include "services/platform/terms/regime.h"

namespace rezon::decisions {

// Points of resolutions. Thread-safe. Errors as in decisions.proto.
class PointHandlers {
 public:
  // All outlive the handlers.
  PointHandlers(store::Store& store, Directory& directory,
                const terms::Regimes& regimes = terms::Regimes::Published())
      : store_(store), directory_(directory), regimes_(regimes) {}

  absl::Status Get(server::CallContext& call, const pb::GetPointRequest& request, pb::Point* out);
  absl::Status List(server::CallContext& call, const pb::ListPointsRequest& request,
                    pb::ListPointsResponse* out);
  absl::Status Search(server::CallContext& call, const pb::SearchPointsRequest& request,
                      pb::SearchPointsResponse* out);
  absl::Status ExplainDeadline(server::CallContext& call, const pb::ExplainDeadlineRequest& request,
                               pb::ExplainDeadlineResponse* out);
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

  // The regime of that jurisdiction; of the caller's region without one. INVALID_ARGUMENT for a
  // jurisdiction without rules.
  absl::StatusOr<terms::Regime> RegimeOf(const server::CallContext& call,
                                         const std::string& jurisdiction);

  store::Store& store_;
  Directory& directory_;
  const terms::Regimes& regimes_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_POINTS_H_
