#include <algorithm>

#include "rezon/reporting/v1/reporting.pb.h"
#include "services/platform/server/call.h"
#include "services/platform/server/db_context.h"
#include "services/reporting/feed/followers.h"
#include "services/reporting/handlers/handlers.h"
#include "services/reporting/store/progress.h"

namespace rezon::reporting::handlers {

absl::Status Handlers::GetProjectionStatus(CallContext& call, const pb::GetProjectionStatusRequest&,
                                           pb::ProjectionStatus* out) {
  auto progress = store::ReadProgress(pool_, server::DbContext(call));
  if (!progress.ok()) return progress.status();
  for (const feed::Heard& heard : followers_.Hear()) {
    const store::Progress& stored = (*progress)[heard.service];
    pb::ProjectionStatus::Source* source = out->add_sources();
    source->set_service(heard.service);
    source->set_cursor(stored.cursor);
    source->set_head_cursor(std::max(heard.head, stored.cursor));
    source->set_dead_letters(stored.dead_letters);
    source->set_connected(heard.head >= 0);
  }
  return absl::OkStatus();
}

}  // namespace rezon::reporting::handlers
