#ifndef REZON_SERVICES_ASSIGNMENTS_HANDLERS_CHANGE_H_
#define REZON_SERVICES_ASSIGNMENTS_HANDLERS_CHANGE_H_

#include <functional>
#include <utility>

#include "absl/status/status.h"
#include "rezon/assignments/v1/assignments.pb.h"
#include "services/assignments/handlers/access.h"
#include "services/assignments/store/combiner.h"
#include "services/assignments/store/store.h"
#include "services/platform/server/call.h"

namespace rezon::assignments {

// The methods that move one assignment. Roles: clerk, reporter, operator and integration act for
// the executor; operator and controller decide on reports; only an operator cancels. Thread-safe.
class ChangeHandlers {
 public:
  // `committed` is called after each change (it wakes the sequencer); must not block.
  ChangeHandlers(store::Store& store, Today today, std::function<void()> committed)
      : changes_([&store](const db::Context& context, absl::Span<const store::Change> changes,
                          absl::CivilDay day) { return store.Apply(context, changes, day); }),
        today_(std::move(today)),
        committed_(std::move(committed)) {}

  absl::Status Acknowledge(server::CallContext& call,
                           const v1::AcknowledgeAssignmentRequest& request, v1::Assignment* out);
  absl::Status Start(server::CallContext& call, const v1::StartAssignmentRequest& request,
                     v1::Assignment* out);
  absl::Status Report(server::CallContext& call, const v1::ReportAssignmentRequest& request,
                      v1::Assignment* out);
  absl::Status Accept(server::CallContext& call, const v1::AcceptAssignmentRequest& request,
                      v1::Assignment* out);
  absl::Status Return(server::CallContext& call, const v1::ReturnAssignmentRequest& request,
                      v1::Assignment* out);
  absl::Status Cancel(server::CallContext& call, const v1::CancelAssignmentRequest& request,
                      v1::Assignment* out);

 private:
  absl::Status Apply(server::CallContext& call, const store::Change& change, v1::Assignment* out);

  store::Combiner changes_;
  const Today today_;
  const std::function<void()> committed_;
};

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_HANDLERS_CHANGE_H_
