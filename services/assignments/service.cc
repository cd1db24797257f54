#include "services/assignments/service.h"

#include <functional>

#include "rezon/assignments/v1/assignments.grpc.pb.h"
#include "services/platform/server/chain.h"

namespace rezon::assignments {
namespace {

constexpr char kFullName[] = "rezon.assignments.v1.AssignmentsService";

// Calls read together: few workers, so that calls meet. One takes all rows that wait while another
// statement runs; a page is much more work than a row, so two may be read at a time.
constexpr size_t kGetReaders = 1;
constexpr size_t kListReaders = 2;
constexpr size_t kMostGets = 32;
constexpr size_t kMostLists = 8;
// One commit for many changes; while one batch waits for its commit the next one is worked on.
constexpr size_t kWriters = 2;
constexpr size_t kMostChanges = 64;

using Context = grpc::CallbackServerContext;
using Reactor = grpc::ServerUnaryReactor;

class Service final : public v1::AssignmentsService::CallbackService, public server::Application {
 public:
  Service(server::Runtime& runtime, ReadHandlers& reads, ChangeHandlers& changes,
          IssueHandlers& issues)
      : chain_(runtime, kFullName),
        reads_(reads),
        changes_(changes),
        issues_(issues),
        gets_(runtime.executor(), kGetReaders, kMostGets,
              [this](auto calls) { reads_.Get(calls); }),
        lists_(runtime.executor(), kListReaders, kMostLists,
               [this](auto calls) { reads_.List(calls); }),
        applies_(runtime.executor(), kWriters, kMostChanges,
                 [this](auto calls) { changes_.Apply(calls); }) {}

  Reactor* PreviewIssue(Context* c, const v1::PreviewIssueRequest* in, v1::Issuance* out) override {
    return Run("PreviewIssue", c, in, out, issues_, &IssueHandlers::Preview);
  }
  grpc::ServerWriteReactor<v1::IssueAssignmentsResponse>* IssueAssignments(
      Context* context, const v1::IssueAssignmentsRequest* in) override {
    return chain_.ServerStream<v1::IssueAssignmentsResponse>(
        "IssueAssignments", context, *in,
        [this](server::CallContext& call, const auto& request, auto& writer) {
          return issues_.Issue(call, request,
                               [&writer](const auto& message) { return writer.Write(message); });
        });
  }
  Reactor* GetIssuance(Context* c, const v1::GetIssuanceRequest* in, v1::Issuance* out) override {
    return Run("GetIssuance", c, in, out, reads_, &ReadHandlers::GetIssuance);
  }
  Reactor* GetAssignment(Context* c, const v1::GetAssignmentRequest* in,
                         v1::Assignment* out) override {
    return chain_.Batched(
        "GetAssignment", c, *in, out, gets_,
        [this](auto& call, const auto& request) { return reads_.ToGet(call, request); });
  }
  Reactor* BatchGetAssignments(Context* c, const v1::BatchGetAssignmentsRequest* in,
                               v1::BatchGetAssignmentsResponse* out) override {
    return Run("BatchGetAssignments", c, in, out, reads_, &ReadHandlers::BatchGet);
  }
  Reactor* ListAssignments(Context* c, const v1::ListAssignmentsRequest* in,
                           v1::ListAssignmentsResponse* out) override {
    return chain_.Batched(
        "ListAssignments", c, *in, out, lists_,
        [this](auto& call, const auto& request) { return reads_.ToList(call, request); });
  }
  Reactor* AcknowledgeAssignment(Context* c, const v1::AcknowledgeAssignmentRequest* in,
                                 v1::Assignment* out) override {
    return Change("AcknowledgeAssignment", c, in, out, &ChangeHandlers::Acknowledge);
  }
  Reactor* StartAssignment(Context* c, const v1::StartAssignmentRequest* in,
                           v1::Assignment* out) override {
    return Change("StartAssignment", c, in, out, &ChangeHandlers::Start);
  }
  Reactor* ReportAssignment(Context* c, const v1::ReportAssignmentRequest* in,
                            v1::Assignment* out) override {
    return Change("ReportAssignment", c, in, out, &ChangeHandlers::Report);
  }
  Reactor* AcceptAssignment(Context* c, const v1::AcceptAssignmentRequest* in,
                            v1::Assignment* out) override {
    return Change("AcceptAssignment", c, in, out, &ChangeHandlers::Accept);
  }
  Reactor* ReturnAssignment(Context* c, const v1::ReturnAssignmentRequest* in,
                            v1::Assignment* out) override {
    return Change("ReturnAssignment", c, in, out, &ChangeHandlers::Return);
  }
  Reactor* CancelAssignment(Context* c, const v1::CancelAssignmentRequest* in,
                            v1::Assignment* out) override {
    return Change("CancelAssignment", c, in, out, &ChangeHandlers::Cancel);
  }
  Reactor* ListHistory(Context* c, const v1::ListHistoryRequest* in,
                       v1::ListHistoryResponse* out) override {
    return Run("ListHistory", c, in, out, reads_, &ReadHandlers::ListHistory);
  }
  Reactor* ListReports(Context* c, const v1::ListReportsRequest* in,
                       v1::ListReportsResponse* out) override {
    return Run("ListReports", c, in, out, reads_, &ReadHandlers::ListReports);
  }

 private:
  template <typename Handlers, typename Request, typename Response>
  Reactor* Run(std::string_view method, Context* context, const Request* request,
               Response* response, Handlers& handlers,
               absl::Status (Handlers::*handle)(server::CallContext&, const Request&, Response*)) {
    return chain_.Unary(
        method, context, *request, response,
        [&handlers, handle](server::CallContext& call, const Request& in, Response* out) {
          return (handlers.*handle)(call, in, out);
        });
  }

  template <typename Request>
  Reactor* Change(std::string_view method, Context* context, const Request* request,
                  v1::Assignment* response,
                  absl::StatusOr<store::Change> (ChangeHandlers::*ask)(server::CallContext&,
                                                                       const Request&)) {
    return chain_.Batched(method, context, *request, response, applies_,
                          [this, ask](server::CallContext& call, const Request& in) {
                            // A change carries its own call's trace into history and the feed.
                            trace::Scope scope(call.trace());
                            return std::invoke(ask, changes_, call, in);
                          });
  }

  server::Chain chain_;
  ReadHandlers& reads_;
  ChangeHandlers& changes_;
  IssueHandlers& issues_;
  server::Batcher<std::string, v1::Assignment> gets_;
  server::Batcher<ListJob, v1::ListAssignmentsResponse> lists_;
  server::Batcher<store::Change, v1::Assignment> applies_;
};

}  // namespace

std::unique_ptr<server::Application> Serve(server::Runtime& runtime, ReadHandlers& reads,
                                           ChangeHandlers& changes, IssueHandlers& issues) {
  auto service = std::make_unique<Service>(runtime, reads, changes, issues);
  runtime.Serve(service.get(), kFullName);
  return service;
}

}  // namespace rezon::assignments
