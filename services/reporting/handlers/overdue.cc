#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/platform/ids/names.h"
#include "services/platform/paging/page.h"
#include "services/platform/server/call.h"
#include "services/platform/server/db_context.h"
#include "services/reporting/handlers/convert.h"
#include "services/reporting/handlers/handlers.h"
#include "services/reporting/handlers/page_key.h"
#include "services/reporting/store/summaries.h"

namespace rezon::reporting::handlers {
namespace {

void WriteOverdue(const OverdueRow& row, absl::CivilDay today, pb::OverdueAssignment* out) {
  out->set_assignment(names::Join("assignments", row.id));
  out->set_resolution(names::Join("resolutions", row.resolution));
  out->set_resolution_display_name(row.resolution_name);
  out->set_point_label(row.point_label);
  out->set_point_text(row.point_text);
  if (!row.executor.empty()) out->set_executor(names::Join("organisations", row.executor));
  out->set_executor_display_name(row.executor_name);
  out->set_territory_display_name(row.territory_name);
  out->set_due_date(absl::FormatCivilTime(row.due_date));
  out->set_days_late(static_cast<int32_t>(today - row.due_date));
  out->set_state(absl::StrCat("STATE_", row.state));
}

}  // namespace

absl::Status Handlers::ListOverdueAssignments(CallContext& call,
                                              const pb::ListOverdueAssignmentsRequest& request,
                                              pb::ListOverdueAssignmentsResponse* out) {
  auto selection = ReadSelection(call.region(), request.resolution(), request.territory());
  if (!selection.ok()) return selection.status();
  auto limit = paging::PageSize(request.page_size());
  if (!limit.ok()) return limit.status();
  const uint64_t hash = paging::QueryHash({"overdue", request.resolution(), request.territory()});
  auto after = paging::ReadToken(request.page_token(), hash, 2);
  if (!after.ok()) return after.status();
  if (absl::Status status = CheckOverdueKey(*after); !status.ok()) return status;
  const absl::CivilDay today = zones_.Today(call.region(), absl::Now());
  auto page =
      store::ReadOverdue(pool_, server::DbContext(call), {*selection, today, *limit, *after});
  if (!page.ok()) return page.status();
  for (const OverdueRow& row : page->rows) WriteOverdue(row, today, out->add_assignments());
  if (page->more) {
    const OverdueRow& last = page->rows.back();
    const std::string key[] = {absl::FormatCivilTime(last.due_date), last.id};
    out->set_next_page_token(paging::MakeToken(hash, key));
  }
  return absl::OkStatus();
}

}  // namespace rezon::reporting::handlers
