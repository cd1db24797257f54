#ifndef REZON_SERVICES_ASSIGNMENTS_HANDLERS_READ_H_
#define REZON_SERVICES_ASSIGNMENTS_HANDLERS_READ_H_

#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rezon/assignments/v1/assignments.pb.h"
#include "services/assignments/handlers/access.h"
#include "services/assignments/store/store.h"
#include "services/platform/server/batch_item.h"
#include "services/platform/server/call.h"

namespace rezon::assignments {

// A page that a call asks for; the hash ties its page token to the query.
struct ListJob {
  store::ListQuery query;
  std::uint64_t hash = 0;
};

// The reading methods of AssignmentsService. Any valid token reads its own region. Thread-safe.
class ReadHandlers {
 public:
  ReadHandlers(store::Store& store, Today today) : store_(store), today_(std::move(today)) {}

  // Get and List come in two steps, so that calls that wait are read together (server/batch.h):
  // what a call asks for, then the answers of all.
  absl::StatusOr<std::string> ToGet(server::CallContext& call,
                                    const v1::GetAssignmentRequest& request);
  void Get(absl::Span<server::BatchItem<std::string, v1::Assignment>> calls);
  absl::Status BatchGet(server::CallContext& call, const v1::BatchGetAssignmentsRequest& request,
                        v1::BatchGetAssignmentsResponse* out);
  absl::StatusOr<ListJob> ToList(server::CallContext& call,
                                 const v1::ListAssignmentsRequest& request);
  void List(absl::Span<server::BatchItem<ListJob, v1::ListAssignmentsResponse>> calls);
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
