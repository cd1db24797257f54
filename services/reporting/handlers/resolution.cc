#include "absl/time/clock.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/call.h"
#include "services/platform/server/db_context.h"
#include "services/reporting/handlers/convert.h"
#include "services/reporting/handlers/handlers.h"
#include "services/reporting/store/summaries.h"

namespace rezon::reporting::handlers {

absl::Status Handlers::GetResolutionSummary(CallContext& call,
                                            const pb::GetResolutionSummaryRequest& request,
                                            pb::ResolutionSummary* out) {
  auto id = names::ParseUuid("resolutions", request.name());
  if (!id.ok()) return id.status();
  const Selection selection{call.region(), *id, ""};
  auto report = store::ReadResolution(pool_, server::DbContext(call), selection,
                                      zones_.Today(call.region(), absl::Now()));
  if (absl::IsNotFound(report.status())) return errors::NotFound(request.name());
  if (!report.ok()) return report.status();
  out->set_name(request.name());
  out->set_display_name(report->name);
  Row total = Total(report->points);
  total.id = *id;
  total.name = report->name;
  WriteRow(Dimension::kResolution, *id, total, out->mutable_total());
  for (const Row& row : report->points) WriteRow(Dimension::kPoint, *id, row, out->add_points());
  for (const Row& row : report->municipalities) {
    WriteRow(Dimension::kMunicipality, *id, row, out->add_municipalities());
  }
  WriteTime(report->as_of, out->mutable_as_of_time());
  return absl::OkStatus();
}

}  // namespace rezon::reporting::handlers
