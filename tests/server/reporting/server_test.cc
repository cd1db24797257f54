#include "services/platform/feed/server.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rezon/reporting/v1/reporting.grpc.pb.h"
#include "services/platform/auth/principal.h"
#include "services/platform/server/client.h"
#include "services/reporting/app/app.h"
#include "services/reporting/schema/schema.h"
#include "tests/store/reporting/events.h"
#include "tests/store/reporting/world.h"

namespace rezon::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::shared_ptr<const auth::Principal> Caller() {
  auto principal = std::make_shared<auth::Principal>();
  principal->subject = "test";
  principal->roles = {"service"};
  principal->region = kRegion;
  return principal;
}

config::ServiceConfig Config(const db::ConnectionOptions& connection) {
  config::ServiceConfig config;
  config.database_url = connection.url;
  config.admin_listen = "";
  return config;
}

// Only the feed of a service; its events are written by the test.
struct FeedApp final : server::Application {
  std::unique_ptr<feed::Server> feed;
};

std::unique_ptr<server::TestServer> StartFeed(const db::ConnectionOptions& connection) {
  server::Spec spec;
  spec.service = "assignments";
  spec.build =
      [connection](
          server::Runtime& runtime) -> absl::StatusOr<std::unique_ptr<server::Application>> {
    auto app = std::make_unique<FeedApp>();
    ::rezon::feed::ServerOptions options;
    options.connection = connection;
    auto served = ::rezon::feed::Server::Start(runtime, options);
    if (!served.ok()) return served.status();
    app->feed = *std::move(served);
    return app;
  };
  auto server = server::TestServer::Start(spec, Config(connection), Caller());
  EXPECT_TRUE(server.ok()) << server.status();
  return *std::move(server);
}

class ServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    feed_ = StartFeed(database_.App("assignments"));
    Start();
  }
  void TearDown() override {
    server_->Stop();
    feed_->Stop();
  }

  void Start() {
    config::ServiceConfig config = Config(database_.App("reporting"));
    config.assignments_target = feed_->target();
    auto server = server::TestServer::Start(MakeSpec(settings_), config, Caller());
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    stub_ = v1::ReportingService::NewStub(server::MakeChannel(server_->target()));
  }

  // Writes events into the outbox of assignments, each with its commit.
  void Tell(const std::vector<::rezon::feed::Event>& events) {
    auto pool = database_.AppPool("assignments", 1);
    static constexpr db::Statement kInsert{
        "tell",
        "INSERT INTO outbox (subject, revision, type, payload, traceparent, region) "
        "VALUES ($1, $2::bigint, $3, $4::jsonb, $5, $6)"};
    for (const auto& event : events) {
      auto told = pool->Execute(testing::Soon(), kInsert,
                                db::Params()
                                    .Text(event.subject)
                                    .Int(event.revision)
                                    .Text(event.type)
                                    .Text(event.payload)
                                    .Text(event.traceparent)
                                    .Text(event.region));
      ASSERT_TRUE(told.ok()) << told.status();
    }
    told_ += static_cast<int64_t>(events.size());
  }

  v1::ProjectionStatus::Source Status() {
    grpc::ClientContext context;
    v1::ProjectionStatus status;
    EXPECT_TRUE(stub_->GetProjectionStatus(&context, {}, &status).ok());
    return status.sources_size() == 1 ? status.sources(0) : v1::ProjectionStatus::Source();
  }

  void ExpectApplied() {
    EXPECT_TRUE(testing::Eventually([this] {
      const auto source = Status();
      return source.connected() && source.cursor() == told_ && source.head_cursor() == told_;
    })) << Status().ShortDebugString();
  }

  grpc::Status List(const v1::ListSummaryRowsRequest& request, v1::ListSummaryRowsResponse* out) {
    grpc::ClientContext context;
    return stub_->ListSummaryRows(&context, request, out);
  }

  std::string Rows(v1::Dimension dimension) {
    v1::ListSummaryRowsRequest request;
    request.set_dimension(dimension);
    request.set_resolution("resolutions/" + Id(1));
    v1::ListSummaryRowsResponse response;
    EXPECT_TRUE(List(request, &response).ok());
    response.clear_as_of_time();
    return response.DebugString();
  }

  testing::Database database_{{{"reporting", Schema()}, {"assignments", {}}}};
  Settings settings_;
  std::unique_ptr<server::TestServer> feed_;
  std::unique_ptr<server::TestServer> server_;
  std::unique_ptr<v1::ReportingService::Stub> stub_;
  int64_t told_ = 0;
};

TEST_F(ServerTest, ARebuildFromTheFeedGivesTheSameFigures) {
  std::mt19937 random(5);
  std::vector<AssignmentFact> last;
  Tell(AssignmentEvents(Lives(random, 30, 5, &last)));
  ExpectApplied();
  std::vector<std::string> before;
  for (int d = 1; d <= 4; ++d) before.push_back(Rows(static_cast<v1::Dimension>(d)));
  EXPECT_THAT(before[0], HasSubstr("total: 30"));
  server_->Stop();
  settings_.rebuild = true;
  Start();
  ExpectApplied();
  for (int d = 1; d <= 4; ++d) EXPECT_EQ(Rows(static_cast<v1::Dimension>(d)), before[d - 1]);
}

TEST_F(ServerTest, APoisonEventIsSetAsideAndTheRestIsApplied) {
  auto events = AssignmentEvents({Assignment(1), Assignment(2)});
  events.insert(events.begin() + 1, MakeEvent("assignment.changed", "assignments/x", 1, "[]"));
  Tell(events);
  ExpectApplied();
  EXPECT_EQ(Status().dead_letters(), 1);
  EXPECT_THAT(Rows(v1::DIMENSION_RESOLUTION), HasSubstr("total: 2"));
}

TEST_F(ServerTest, SaysWhetherAFeedIsHeard) {
  ExpectApplied();
  feed_->Stop();
  EXPECT_TRUE(testing::Eventually([this] { return !Status().connected(); }));
}

TEST_F(ServerTest, AResolutionAndItsExport) {
  AssignmentFact late = Assignment(1);
  late.due_date = absl::CivilDay(2020, 1, 31);
  late.executor_name = "=СОШ; № 1";
  AssignmentFact early = Assignment(2, 2);
  early.due_date = absl::CivilDay(2100, 1, 1);
  Tell(AssignmentEvents({late, early}));
  ExpectApplied();
  grpc::ClientContext context;
  v1::GetResolutionSummaryRequest request;
  request.set_name("resolutions/" + Id(1));
  v1::ResolutionSummary summary;
  ASSERT_TRUE(stub_->GetResolutionSummary(&context, request, &summary).ok());
  EXPECT_EQ(summary.total().counts().total(), 2);
  EXPECT_EQ(summary.total().counts().overdue(), 1);
  ASSERT_EQ(summary.points_size(), 2);
  EXPECT_EQ(summary.points(0).key(), absl::StrCat(request.name(), "/points/", Id(101)));
  EXPECT_EQ(summary.points(0).next_due_date(), "2020-01-31");
  ASSERT_EQ(summary.municipalities_size(), 1);
  EXPECT_EQ(summary.municipalities(0).display_name(), "город Тюмень");

  grpc::ClientContext export_context;
  v1::ExportSummaryRequest wanted;
  wanted.set_dimension(v1::DIMENSION_EXECUTOR);
  wanted.set_resolution(request.name());
  google::api::HttpBody body;
  ASSERT_TRUE(stub_->ExportSummary(&export_context, wanted, &body).ok());
  EXPECT_THAT(body.content_type(), StartsWith("text/csv"));
  EXPECT_THAT(body.data(), StartsWith("\xEF\xBB\xBFИсполнение решений: по исполнителям\r\n"));
  EXPECT_THAT(body.data(), HasSubstr("Резолюция;Итоги конференции\r\n"));
  EXPECT_THAT(body.data(), HasSubstr("\"'=СОШ; № 1\";1;1;0;0;0;0;1;0;0,0;31.01.2020\r\n"));

  grpc::ClientContext overdue_context;
  v1::ListOverdueAssignmentsResponse overdue;
  ASSERT_TRUE(stub_->ListOverdueAssignments(&overdue_context, {}, &overdue).ok());
  ASSERT_EQ(overdue.assignments_size(), 1);
  EXPECT_EQ(overdue.assignments(0).state(), "STATE_ISSUED");
  EXPECT_GT(overdue.assignments(0).days_late(), 2000);
}

TEST_F(ServerTest, WrongRequestsAreRefusedWithTheirField) {
  grpc::ClientContext context;
  v1::GetResolutionSummaryRequest missing;
  missing.set_name("resolutions/" + Id(9));
  v1::ResolutionSummary summary;
  EXPECT_EQ(stub_->GetResolutionSummary(&context, missing, &summary).error_code(),
            grpc::StatusCode::NOT_FOUND);

  const auto expect_refused = [this](const v1::ListSummaryRowsRequest& request,
                                     const std::string& field) {
    v1::ListSummaryRowsResponse response;
    const grpc::Status status = List(request, &response);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_THAT(status.error_details(), HasSubstr(field));
  };
  v1::ListSummaryRowsRequest request;
  expect_refused(request, "dimension");
  request.set_dimension(v1::DIMENSION_POINT);
  expect_refused(request, "resolution");
  request.set_dimension(v1::DIMENSION_EXECUTOR);
  request.set_page_size(-1);
  expect_refused(request, "page_size");
  request.set_page_size(1);
  request.set_page_token("nonsense");
  expect_refused(request, "page_token");
  request.clear_page_token();
  request.set_territory("schools/1");
  expect_refused(request, "territory");
}

TEST_F(ServerTest, ATokenIsBoundToItsQuery) {
  Tell(AssignmentEvents({Assignment(1), Assignment(2)}));
  ExpectApplied();
  v1::ListSummaryRowsRequest request;
  request.set_dimension(v1::DIMENSION_EXECUTOR);
  request.set_page_size(1);
  v1::ListSummaryRowsResponse first;
  ASSERT_TRUE(List(request, &first).ok());
  request.set_page_token(first.next_page_token());
  v1::ListSummaryRowsResponse second;
  ASSERT_TRUE(List(request, &second).ok());
  EXPECT_EQ(second.rows(0).display_name(), "СОШ № 2");
  EXPECT_EQ(second.next_page_token(), "");
  request.set_dimension(v1::DIMENSION_MUNICIPALITY);
  EXPECT_EQ(List(request, &second).error_code(), grpc::StatusCode::INVALID_ARGUMENT);
}

}  // namespace
}  // namespace rezon::reporting
