#ifndef REZON_SERVICES_ASSIGNMENTS_SERVICE_H_
#define REZON_SERVICES_ASSIGNMENTS_SERVICE_H_

#include <memory>

#include "services/assignments/handlers/change.h"
#include "services/assignments/handlers/issue.h"
#include "services/assignments/handlers/read.h"
#include "services/platform/server/run.h"

namespace rezon::assignments {

// Puts the handlers behind rezon.assignments.v1.AssignmentsService and serves it. Keep the answer
// until the runtime has stopped; the handlers outlive it.
std::unique_ptr<server::Application> Serve(server::Runtime& runtime, ReadHandlers& reads,
                                           ChangeHandlers& changes, IssueHandlers& issues);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_SERVICE_H_
