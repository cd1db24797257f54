#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/platform/paging/page.h"
#include "services/platform/server/call.h"
#include "services/platform/server/db_context.h"
#include "services/reporting/handlers/convert.h"
#include "services/reporting/handlers/handlers.h"
#include "services/reporting/handlers/page_key.h"
#include "services/reporting/store/summaries.h"

namespace rezon::reporting::handlers {

absl::Status Handlers::ListSummaryRows(CallContext& call, const pb::ListSummaryRowsRequest& request,
                                       pb::ListSummaryRowsResponse* out) {
  auto selection = ReadSelection(call.region(), request.resolution(), request.territory());
  if (!selection.ok()) return selection.status();
  auto dimension = ReadDimension(request.dimension(), *selection);
  if (!dimension.ok()) return dimension.status();
  auto limit = paging::PageSize(request.page_size());
  if (!limit.ok()) return limit.status();
  const uint64_t hash = paging::QueryHash(
      {"rows", absl::StrCat(request.dimension()), request.resolution(), request.territory()});
  auto after = paging::ReadToken(request.page_token(), hash, SortColumns(*dimension));
  if (!after.ok()) return after.status();
  if (absl::Status status = CheckKey(*dimension, *after); !status.ok()) return status;
  const RowsQuery query{*dimension, *selection, zones_.Today(call.region(), absl::Now()), *limit,
                        *after};
  auto rows = store::ReadRows(pool_, server::DbContext(call), query);
  if (!rows.ok()) return rows.status();
  for (const Row& row : rows->rows) {
    WriteRow(*dimension, selection->resolution, row, out->add_rows());
  }
  if (rows->more) out->set_next_page_token(paging::MakeToken(hash, rows->rows.back().sort_key));
  WriteTime(rows->as_of, out->mutable_as_of_time());
  return absl::OkStatus();
}

}  // namespace rezon::reporting::handlers
