#pragma once

#include "rezon/reporting/v1/reporting.grpc.pb.h"
#include "services/platform/server/chain.h"
#include "services/reporting/handlers/handlers.h"

namespace rezon::reporting {

// ReportingService's methods behind the platform's chain. Include only where gRPC's headers are
// wanted.
class Service final : public v1::ReportingService::CallbackService {
 public:
  Service(server::Runtime& runtime, handlers::Handlers& handlers)
      : chain_(runtime, v1::ReportingService::service_full_name()), handlers_(handlers) {}

  grpc::ServerUnaryReactor* GetResolutionSummary(grpc::CallbackServerContext* context,
                                                 const v1::GetResolutionSummaryRequest* request,
                                                 v1::ResolutionSummary* response) override;
  grpc::ServerUnaryReactor* ListSummaryRows(grpc::CallbackServerContext* context,
                                            const v1::ListSummaryRowsRequest* request,
                                            v1::ListSummaryRowsResponse* response) override;
  grpc::ServerUnaryReactor* ListOverdueAssignments(
      grpc::CallbackServerContext* context, const v1::ListOverdueAssignmentsRequest* request,
      v1::ListOverdueAssignmentsResponse* response) override;
  grpc::ServerUnaryReactor* ExportSummary(grpc::CallbackServerContext* context,
                                          const v1::ExportSummaryRequest* request,
                                          google::api::HttpBody* response) override;
  grpc::ServerUnaryReactor* GetProjectionStatus(grpc::CallbackServerContext* context,
                                                const v1::GetProjectionStatusRequest* request,
                                                v1::ProjectionStatus* response) override;

 private:
  // One line a method: name and handler.
  template <typename Request, typename Response>
  grpc::ServerUnaryReactor* Run(std::string_view method, grpc::CallbackServerContext* context,
                                const Request* request, Response* response,
                                absl::Status (handlers::Handlers::*handler)(server::CallContext&,
                                                                            const Request&,
                                                                            Response*));

  server::Chain chain_;
  handlers::Handlers& handlers_;
};

}  // namespace rezon::reporting
