#ifndef REZON_SERVICES_ASSIGNMENTS_HANDLERS_ISSUE_H_
#define REZON_SERVICES_ASSIGNMENTS_HANDLERS_ISSUE_H_

#include <functional>
#include <utility>

#include "absl/status/status.h"
#include "rezon/assignments/v1/assignments.pb.h"
#include "services/assignments/domain/plan.h"
#include "services/assignments/handlers/access.h"
#include "services/assignments/store/store.h"
#include "services/platform/server/call.h"
#include "services/platform/terms/regime.h"

namespace rezon::assignments {

// PreviewIssue and IssueAssignments. Previewing takes any valid token, issuing an operator.
// Thread-safe.
class IssueHandlers {
 public:
  // Sends a message to the client; false when it has gone.
  using Send = std::function<bool(const v1::IssueAssignmentsResponse&)>;

  // All outlive the handlers; `regimes` say when a region's points are due.
  IssueHandlers(store::Store& store, Sources& sources, std::function<void()> committed,
                const terms::Regimes& regimes = terms::Regimes::Published())
      : store_(store), sources_(sources), committed_(std::move(committed)), regimes_(regimes) {}

  absl::Status Preview(server::CallContext& call, const v1::PreviewIssueRequest& request,
                       v1::Issuance* out);
  absl::Status Issue(server::CallContext& call, const v1::IssueAssignmentsRequest& request,
                     const Send& send);

 private:
  absl::StatusOr<v1::Issuance> PreviewOf(server::CallContext& call, const Plan& plan);

  store::Store& store_;
  Sources& sources_;
  const std::function<void()> committed_;
  const terms::Regimes& regimes_;
};

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_HANDLERS_ISSUE_H_
