#ifndef REZON_TESTS_SERVER_ASSIGNMENTS_SERVER_FIXTURE_H_
#define REZON_TESTS_SERVER_ASSIGNMENTS_SERVER_FIXTURE_H_

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rezon/assignments/v1/assignments.grpc.pb.h"
#include "services/assignments/app.h"
#include "services/assignments/domain/names.h"
#include "services/assignments/schema/schema.h"
#include "services/platform/auth/principal.h"
#include "services/platform/errors/grpc.h"
#include "services/platform/ids/uuid.h"
#include "tests/server/assignments/peers_fake.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::assignments {

using Stub = v1::AssignmentsService::Stub;

// The service with its whole chain over gRPC, on a real database, with its two peers.
class ServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &peer_port_);
    builder.RegisterService(&decisions_);
    builder.RegisterService(&registry_);
    peers_ = builder.BuildAndStart();
    ASSERT_NE(peers_, nullptr);
    MakeResolution(3);
    Serve({"operator"}, "ru-tyu");
  }

  void Serve(std::vector<std::string> roles, const std::string& region) {
    server_.reset();
    auto principal = std::make_shared<auth::Principal>();
    principal->subject = "tester";
    principal->roles = std::move(roles);
    principal->region = region;
    config::ServiceConfig config;
    config.database_url = database_.App("assignments").url;
    config.decisions_target = config.registry_target = "127.0.0.1:" + std::to_string(peer_port_);
    auto server = server::TestServer::Start(MakeSpec(config_), config, principal);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = std::move(*server);
    stub_ = v1::AssignmentsService::NewStub(
        grpc::CreateChannel(server_->target(), grpc::InsecureChannelCredentials()));
  }

  void MakeResolution(int points) {
    std::string id = ids::NewUuid();
    decisions_.resolution.set_name(ResolutionName(id));
    decisions_.resolution.set_display_name("Резолюция");
    decisions_.resolution.set_state(decisions::v1::Resolution::STATE_ADOPTED);
    decisions_.resolution.set_adopt_date("2023-08-24");
    for (int i = 1; i <= points; ++i) {
      auto& point = decisions_.points.emplace_back();
      point.set_name(PointName(id, ids::NewUuid()));
      point.set_ordinal(i);
      point.set_text("Дело");
      point.set_actionable(true);
      point.add_addressees()->add_targets("addresseeClasses/schools");
      point.mutable_deadline()->set_kind(common::v1::Deadline::KIND_DATE);
      point.mutable_deadline()->set_end_date("2023-12-3" + std::to_string(i % 2));
    }
  }

  template <typename Request, typename Response>
  absl::Status Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, Response* response) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    return errors::FromGrpc((stub_.get()->*method)(&context, request, response));
  }

  absl::Status Issue(const v1::IssueAssignmentsRequest& request,
                     std::vector<v1::IssueAssignmentsResponse>* messages) {
    grpc::ClientContext context;
    context.AddMetadata("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    auto reader = stub_->IssueAssignments(&context, request);
    v1::IssueAssignmentsResponse message;
    messages->clear();
    while (reader->Read(&message)) messages->push_back(message);
    return errors::FromGrpc(reader->Finish());
  }

  v1::IssueAssignmentsRequest IssueRequest() {
    v1::IssueAssignmentsRequest request;
    request.set_resolution(decisions_.resolution.name());
    request.set_request_id(ids::NewUuid());
    return request;
  }

  v1::Assignment First() {
    std::vector<v1::IssueAssignmentsResponse> messages;
    EXPECT_TRUE(Issue(IssueRequest(), &messages).ok());
    v1::ListAssignmentsRequest list;
    list.set_page_size(1);
    v1::ListAssignmentsResponse page;
    EXPECT_TRUE(Call(&Stub::ListAssignments, list, &page).ok());
    return page.assignments_size() == 1 ? page.assignments(0) : v1::Assignment();
  }

  std::string Count() { return database_.Query("assignments", "SELECT count(*) FROM history"); }

  rezon::testing::Database database_{{{"assignments", Schema()}}};
  Config config_;
  OneResolution decisions_;
  Schools registry_;
  int peer_port_ = 0;
  std::unique_ptr<grpc::Server> peers_;
  std::unique_ptr<server::TestServer> server_;
  std::unique_ptr<Stub> stub_;
};

}  // namespace rezon::assignments

#endif  // REZON_TESTS_SERVER_ASSIGNMENTS_SERVER_FIXTURE_H_
