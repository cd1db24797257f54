#include "services/reporting/service.h"

#include <functional>

namespace rezon::reporting {

using handlers::Handlers;

template <typename Request, typename Response>
grpc::ServerUnaryReactor* Service::Run(
    std::string_view method, grpc::CallbackServerContext* context, const Request* request,
    Response* response,
    absl::Status (Handlers::*handler)(server::CallContext&, const Request&, Response*)) {
  return chain_.Unary(
      method, context, *request, response,
      [this, handler](server::CallContext& call, const Request& asked, Response* out) {
        return std::invoke(handler, handlers_, call, asked, out);
      });
}

grpc::ServerUnaryReactor* Service::GetResolutionSummary(
    grpc::CallbackServerContext* context, const v1::GetResolutionSummaryRequest* request,
    v1::ResolutionSummary* response) {
  return Run("GetResolutionSummary", context, request, response, &Handlers::GetResolutionSummary);
}

grpc::ServerUnaryReactor* Service::ListSummaryRows(grpc::CallbackServerContext* context,
                                                   const v1::ListSummaryRowsRequest* request,
                                                   v1::ListSummaryRowsResponse* response) {
  return Run("ListSummaryRows", context, request, response, &Handlers::ListSummaryRows);
}

grpc::ServerUnaryReactor* Service::ListOverdueAssignments(
    grpc::CallbackServerContext* context, const v1::ListOverdueAssignmentsRequest* request,
    v1::ListOverdueAssignmentsResponse* response) {
  return Run("ListOverdueAssignments", context, request, response,
             &Handlers::ListOverdueAssignments);
}

grpc::ServerUnaryReactor* Service::ExportSummary(grpc::CallbackServerContext* context,
                                                 const v1::ExportSummaryRequest* request,
                                                 google::api::HttpBody* response) {
  return Run("ExportSummary", context, request, response, &Handlers::ExportSummary);
}

grpc::ServerUnaryReactor* Service::GetProjectionStatus(
    grpc::CallbackServerContext* context, const v1::GetProjectionStatusRequest* request,
    v1::ProjectionStatus* response) {
  return Run("GetProjectionStatus", context, request, response, &Handlers::GetProjectionStatus);
}

}  // namespace rezon::reporting
