#ifndef REZON_SERVICES_DECISIONS_HANDLERS_CORRECTIONS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_CORRECTIONS_H_

#include "absl/status/status.h"
#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/store/store.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// Named corrections of a draft's points, and the history of all. Thread-safe. Errors as in
// decisions.proto.
class CorrectionHandlers {
 public:
  // `store` outlives the handlers.
  explicit CorrectionHandlers(store::Store& store) : store_(store) {}

  absl::Status Split(server::CallContext& call, const pb::SplitPointRequest& request,
                     pb::SplitPointResponse* out);
  absl::Status Merge(server::CallContext& call, const pb::MergePointsRequest& request,
                     pb::Point* out);
  absl::Status Move(server::CallContext& call, const pb::MovePointRequest& request, pb::Point* out);
  absl::Status List(server::CallContext& call, const pb::ListCorrectionsRequest& request,
                    pb::ListCorrectionsResponse* out);

 private:
  store::Store& store_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_CORRECTIONS_H_
