#pragma once

#include "absl/status/status.h"
#include "services/reporting/domain/calendar.h"

namespace google::api {
class HttpBody;
}
namespace rezon::db {
class Pool;
}
namespace rezon::server {
class CallContext;
}
namespace rezon::reporting::feed {
class Followers;
}
namespace rezon::reporting::v1 {
class ExportSummaryRequest;
class GetProjectionStatusRequest;
class GetResolutionSummaryRequest;
class ListOverdueAssignmentsRequest;
class ListOverdueAssignmentsResponse;
class ListSummaryRowsRequest;
class ListSummaryRowsResponse;
class ProjectionStatus;
class ResolutionSummary;
}  // namespace rezon::reporting::v1

namespace rezon::reporting::handlers {

namespace pb = ::rezon::reporting::v1;
using server::CallContext;

// The calls of ReportingService, as reporting.proto says. Thread-safe; what it is given must
// outlive it.
class Handlers {
 public:
  Handlers(db::Pool& pool, const RegionZones& zones, const feed::Followers& followers)
      : pool_(pool), zones_(zones), followers_(followers) {}

  absl::Status GetResolutionSummary(CallContext& call,
                                    const pb::GetResolutionSummaryRequest& request,
                                    pb::ResolutionSummary* out);
  absl::Status ListSummaryRows(CallContext& call, const pb::ListSummaryRowsRequest& request,
                               pb::ListSummaryRowsResponse* out);
  absl::Status ListOverdueAssignments(CallContext& call,
                                      const pb::ListOverdueAssignmentsRequest& request,
                                      pb::ListOverdueAssignmentsResponse* out);
  absl::Status ExportSummary(CallContext& call, const pb::ExportSummaryRequest& request,
                             google::api::HttpBody* out);
  absl::Status GetProjectionStatus(CallContext& call, const pb::GetProjectionStatusRequest& request,
                                   pb::ProjectionStatus* out);

 private:
  db::Pool& pool_;
  const RegionZones& zones_;
  const feed::Followers& followers_;
};

}  // namespace rezon::reporting::handlers
