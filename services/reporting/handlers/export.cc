#include <google/api/httpbody.pb.h>

#include "absl/time/clock.h"
#include "services/platform/errors/errors.h"
#include "services/platform/server/call.h"
#include "services/platform/server/db_context.h"
#include "services/reporting/domain/csv.h"
#include "services/reporting/handlers/convert.h"
#include "services/reporting/handlers/handlers.h"
#include "services/reporting/store/summaries.h"

namespace rezon::reporting::handlers {
namespace {

// What a spreadsheet and one reply can hold; about 10 MB of text.
constexpr int kMostRows = 50'000;

}  // namespace

absl::Status Handlers::ExportSummary(CallContext& call, const pb::ExportSummaryRequest& request,
                                     google::api::HttpBody* out) {
  auto selection = ReadSelection(call.region(), request.resolution(), request.territory());
  if (!selection.ok()) return selection.status();
  auto dimension = ReadDimension(request.dimension(), *selection);
  if (!dimension.ok()) return dimension.status();
  const db::Context context = server::DbContext(call);
  const RowsQuery query{
      *dimension, *selection, zones_.Today(call.region(), absl::Now()), kMostRows, {}};
  auto rows = store::ReadRows(pool_, context, query);
  if (!rows.ok()) return rows.status();
  if (rows->more) {
    return errors::FailedPrecondition("EXPORT_TOO_LARGE", "too many rows; narrow the selection",
                                      "Слишком много строк: сузьте отбор");
  }
  auto named = store::ReadNames(pool_, context, *selection);
  if (!named.ok()) return named.status();
  const auto shown = [](const std::string& name, const std::string& asked) {
    return name.empty() ? asked : name;
  };
  const ExportHeading heading{*dimension, rows->as_of, zones_.Of(call.region()),
                              shown(named->resolution, request.resolution()),
                              shown(named->territory, request.territory())};
  out->set_content_type("text/csv; charset=utf-8; header=present");
  out->set_data(SummaryCsv(heading, rows->rows));
  return absl::OkStatus();
}

}  // namespace rezon::reporting::handlers
