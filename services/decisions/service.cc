#include "services/decisions/service.h"

#include <functional>
#include <utility>

#include "rezon/decisions/v1/decisions.grpc.pb.h"
#include "services/platform/server/chain.h"

namespace rezon::decisions {
namespace {

constexpr char kFullName[] = "rezon.decisions.v1.DecisionsService";
// Room for the messages' own bytes beside the file's.
constexpr std::size_t kMaxUploadBytes = kMaxFileBytes + (64u << 10);

using Base = pb::DecisionsService::CallbackService;
using Context = grpc::CallbackServerContext;
using Reactor = grpc::ServerUnaryReactor;

class Service final : public Base, public server::Application {
 public:
  Service(server::Runtime& runtime, DocumentHandlers& documents, ResolutionHandlers& resolutions,
          PointHandlers& points, CorrectionHandlers& corrections, ExchangeHandlers& exchange)
      : chain_(runtime, kFullName),
        documents_(documents),
        resolutions_(resolutions),
        points_(points),
        corrections_(corrections),
        exchange_(exchange) {}

  grpc::ServerReadReactor<pb::ImportDocumentRequest>* ImportDocument(
      Context* context, pb::ImportDocumentResponse* out) override {
    return chain_.ClientStream<pb::ImportDocumentRequest>(
        "ImportDocument", context, out, kMaxUploadBytes,
        [this](server::CallContext& call, auto& parts, auto* response) {
          return documents_.Import(call, parts, response);
        });
  }
  Reactor* GetDocument(Context* c, const pb::GetDocumentRequest* in, pb::Document* out) override {
    return Run("GetDocument", c, in, out, documents_, &DocumentHandlers::Get);
  }
  Reactor* DownloadDocument(Context* c, const pb::DownloadDocumentRequest* in,
                            google::api::HttpBody* out) override {
    return Run("DownloadDocument", c, in, out, documents_, &DocumentHandlers::Download);
  }
  Reactor* ListDocuments(Context* c, const pb::ListDocumentsRequest* in,
                         pb::ListDocumentsResponse* out) override {
    return Run("ListDocuments", c, in, out, documents_, &DocumentHandlers::List);
  }
  Reactor* GetResolution(Context* c, const pb::GetResolutionRequest* in,
                         pb::Resolution* out) override {
    return Run("GetResolution", c, in, out, resolutions_, &ResolutionHandlers::Get);
  }
  Reactor* ListResolutions(Context* c, const pb::ListResolutionsRequest* in,
                           pb::ListResolutionsResponse* out) override {
    return Run("ListResolutions", c, in, out, resolutions_, &ResolutionHandlers::List);
  }
  Reactor* UpdateResolution(Context* c, const pb::UpdateResolutionRequest* in,
                            pb::Resolution* out) override {
    return Run("UpdateResolution", c, in, out, resolutions_, &ResolutionHandlers::Update);
  }
  Reactor* ResolveResolutionAddressees(Context* c, const pb::ResolveResolutionAddresseesRequest* in,
                                       pb::Resolution* out) override {
    return Run("ResolveResolutionAddressees", c, in, out, resolutions_,
               &ResolutionHandlers::ResolveAddressees);
  }
  Reactor* SubmitResolution(Context* c, const pb::SubmitResolutionRequest* in,
                            pb::Resolution* out) override {
    return Run("SubmitResolution", c, in, out, resolutions_, &ResolutionHandlers::Submit);
  }
  Reactor* AdoptResolution(Context* c, const pb::AdoptResolutionRequest* in,
                           pb::Resolution* out) override {
    return Run("AdoptResolution", c, in, out, resolutions_, &ResolutionHandlers::Adopt);
  }
  Reactor* RevokeResolution(Context* c, const pb::RevokeResolutionRequest* in,
                            pb::Resolution* out) override {
    return Run("RevokeResolution", c, in, out, resolutions_, &ResolutionHandlers::Revoke);
  }
  Reactor* GetPoint(Context* c, const pb::GetPointRequest* in, pb::Point* out) override {
    return Run("GetPoint", c, in, out, points_, &PointHandlers::Get);
  }
  Reactor* ListPoints(Context* c, const pb::ListPointsRequest* in,
                      pb::ListPointsResponse* out) override {
    return Run("ListPoints", c, in, out, points_, &PointHandlers::List);
  }
  Reactor* CreatePoint(Context* c, const pb::CreatePointRequest* in, pb::Point* out) override {
    return Run("CreatePoint", c, in, out, points_, &PointHandlers::Create);
  }
  Reactor* UpdatePoint(Context* c, const pb::UpdatePointRequest* in, pb::Point* out) override {
    return Run("UpdatePoint", c, in, out, points_, &PointHandlers::Update);
  }
  Reactor* DeletePoint(Context* c, const pb::DeletePointRequest* in,
                       pb::DeletePointResponse* out) override {
    return Run("DeletePoint", c, in, out, points_, &PointHandlers::Delete);
  }
  Reactor* ExplainDeadline(Context* c, const pb::ExplainDeadlineRequest* in,
                           pb::ExplainDeadlineResponse* out) override {
    return Run("ExplainDeadline", c, in, out, points_, &PointHandlers::ExplainDeadline);
  }
  Reactor* SplitPoint(Context* c, const pb::SplitPointRequest* in,
                      pb::SplitPointResponse* out) override {
    return Run("SplitPoint", c, in, out, corrections_, &CorrectionHandlers::Split);
  }
  Reactor* MergePoints(Context* c, const pb::MergePointsRequest* in, pb::Point* out) override {
    return Run("MergePoints", c, in, out, corrections_, &CorrectionHandlers::Merge);
  }
  Reactor* MovePoint(Context* c, const pb::MovePointRequest* in, pb::Point* out) override {
    return Run("MovePoint", c, in, out, corrections_, &CorrectionHandlers::Move);
  }
  Reactor* ListCorrections(Context* c, const pb::ListCorrectionsRequest* in,
                           pb::ListCorrectionsResponse* out) override {
    return Run("ListCorrections", c, in, out, corrections_, &CorrectionHandlers::List);
  }
  Reactor* ReReadResolution(Context* c, const pb::ReReadResolutionRequest* in,
                            pb::ReReadResolutionResponse* out) override {
    return Run("ReReadResolution", c, in, out, exchange_, &ExchangeHandlers::ReRead);
  }
  Reactor* ExportResolution(Context* c, const pb::ExportResolutionRequest* in,
                            google::api::HttpBody* out) override {
    return Run("ExportResolution", c, in, out, exchange_, &ExchangeHandlers::Export);
  }
  Reactor* SearchPoints(Context* c, const pb::SearchPointsRequest* in,
                        pb::SearchPointsResponse* out) override {
    return Run("SearchPoints", c, in, out, points_, &PointHandlers::Search);
  }

 private:
  template <typename Handlers, typename Request, typename Response>
  Reactor* Run(const char* method, Context* context, const Request* request, Response* response,
               Handlers& handlers,
               absl::Status (Handlers::*handler)(server::CallContext&, const Request&, Response*)) {
    return chain_.Unary(
        method, context, *request, response,
        [&handlers, handler](server::CallContext& call, const Request& in, Response* out) {
          return std::invoke(handler, handlers, call, in, out);
        });
  }

  server::Chain chain_;
  DocumentHandlers& documents_;
  ResolutionHandlers& resolutions_;
  PointHandlers& points_;
  CorrectionHandlers& corrections_;
  ExchangeHandlers& exchange_;
};

}  // namespace

std::unique_ptr<server::Application> Serve(server::Runtime& runtime, DocumentHandlers& documents,
                                           ResolutionHandlers& resolutions, PointHandlers& points,
                                           CorrectionHandlers& corrections,
                                           ExchangeHandlers& exchange) {
  auto service =
      std::make_unique<Service>(runtime, documents, resolutions, points, corrections, exchange);
  runtime.Serve(service.get(), kFullName);
  return service;
}

}  // namespace rezon::decisions
