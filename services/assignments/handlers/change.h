#ifndef REZON_SERVICES_ASSIGNMENTS_HANDLERS_CHANGE_H_
#define REZON_SERVICES_ASSIGNMENTS_HANDLERS_CHANGE_H_

#include <functional>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rezon/assignments/v1/assignments.pb.h"
#include "services/assignments/handlers/access.h"
#include "services/assignments/store/store.h"
#include "services/assignments/store/together.h"
#include "services/platform/server/batch_item.h"
#include "services/platform/server/call.h"

namespace rezon::assignments {

using ChangeCall = server::BatchItem<store::Change, v1::Assignment>;

// The methods that move one assignment. Roles: clerk, reporter, operator and integration act for
// the executor; operator and controller decide on reports; only an operator cancels. Thread-safe.
class ChangeHandlers {
 public:
  // `committed` is called after each change (it wakes the sequencer); must not block.
  ChangeHandlers(store::Store& store, Today today, std::function<void()> committed)
      : store_(store), today_(std::move(today)), committed_(std::move(committed)) {}

  // What a call asks for, checked; runs before Apply.

  absl::StatusOr<store::Change> Acknowledge(server::CallContext& call,
                                            const v1::AcknowledgeAssignmentRequest& request);
  absl::StatusOr<store::Change> Start(server::CallContext& call,
                                      const v1::StartAssignmentRequest& request);
  absl::StatusOr<store::Change> Report(server::CallContext& call,
                                       const v1::ReportAssignmentRequest& request);
  absl::StatusOr<store::Change> Accept(server::CallContext& call,
                                       const v1::AcceptAssignmentRequest& request);
  absl::StatusOr<store::Change> Return(server::CallContext& call,
                                       const v1::ReturnAssignmentRequest& request);
  absl::StatusOr<store::Change> Cancel(server::CallContext& call,
                                       const v1::CancelAssignmentRequest& request);

  // Makes the changes of calls that waited together, and answers each (server/batch.h).
  void Apply(absl::Span<ChangeCall> calls);

 private:
  absl::Status Answer(const store::Change& change, store::Outcome& outcome, v1::Assignment* out);

  store::Store& store_;
  const Today today_;
  const std::function<void()> committed_;
};

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_HANDLERS_CHANGE_H_
