#ifndef REZON_SERVICES_ASSIGNMENTS_HANDLERS_READ_H_
#define REZON_SERVICES_ASSIGNMENTS_HANDLERS_READ_H_

#include "absl/status/status.h"
#include "rezon/assignments/v1/assignments.pb.h"
#include "services/assignments/handlers/access.h"
#include "services/assignments/store/store.h"
#include "services/platform/server/call.h"

namespace rezon::assignments {

// The reading methods of AssignmentsService. Any valid token reads its own region. Thread-safe.
class ReadHandlers {
 public:
  ReadHandlers(store::Store& store, Today today) : store_(store), today_(std::move(today)) {}

  absl::Status Get(server::CallContext& call, const v1::GetAssignmentRequest& request,
                   v1::Assignment* out);
  absl::Status BatchGet(server::CallContext& call, const v1::BatchGetAssignmentsRequest& request,
                        v1::BatchGetAssignmentsResponse* out);
  absl::Status List(server::CallContext& call, const v1::ListAssignmentsRequest& request,
                    v1::ListAssignmentsResponse* out);
  absl::Status ListHistory(server::CallContext& call, const v1::ListHistoryRequest& request,
                           v1::ListHistoryResponse* out);
  absl::Status ListReports(server::CallContext& call, const v1::ListReportsRequest& request,
                           v1::ListReportsResponse* out);
  absl::Status GetIssuance(server::CallContext& call, const v1::GetIssuanceRequest& request,
                           v1::Issuance* out);

 private:
  absl::Status CheckExists(server::CallContext& call, const std::string& id);

  store::Store& store_;
  const Today today_;
};

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_HANDLERS_READ_H_
