#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "rezon/feed/v1/feed.grpc.pb.h"
#include "services/platform/auth/principal.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"
#include "services/platform/feed/consumer.h"
#include "services/platform/feed/server.h"
#include "services/platform/server/run.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::feed {
namespace {

using ::rezon::testing::Database;
using ::rezon::testing::Eventually;
using ::testing::ElementsAre;
namespace pb = ::rezon::feed::v1;

constexpr db::Migration kApplied{
    1, "applied", "CREATE TABLE applied (n bigserial, position bigint, subject text);"};
constexpr db::Statement kRecord{"record",
                                "INSERT INTO applied (position, subject) VALUES ($1::int8, $2)"};

struct Host : server::Application {
  std::unique_ptr<Server> feed;
};

// `registry` offers a feed that `reporting` follows, each in its own schema.
class FeedTest : public ::testing::Test {
 protected:
  void SetUp() override { StartServer("service"); }

  void StartServer(const std::string& role) {
    server::Spec spec;
    spec.service = "registry";
    spec.build =
        [this](server::Runtime& runtime) -> absl::StatusOr<std::unique_ptr<server::Application>> {
      auto host = std::make_unique<Host>();
      ServerOptions options;
      options.connection = database_.App("registry");
      options.heartbeat = absl::Milliseconds(100);
      auto feed = Server::Start(runtime, options);
      if (!feed.ok()) return feed.status();
      host->feed = std::move(*feed);
      return std::unique_ptr<server::Application>(std::move(host));
    };
    auto principal = std::make_shared<auth::Principal>();
    principal->subject = "consumer";
    principal->roles = {role};
    principal->region = "ru-tyu";
    config::ServiceConfig config;
    config.listen = address_;
    auto server = server::TestServer::Start(spec, config, principal);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = std::move(*server);
    address_ = server_->target();
    channel_ = grpc::CreateChannel(address_, grpc::InsecureChannelCredentials());
  }

  void Publish(int from, int to, const std::string& type = "thing.changed") {
    database_.Query("registry",
                    absl::StrCat("INSERT INTO outbox (subject, revision, type, payload, region) "
                                 "SELECT 'things/' || n, 1, '",
                                 type,
                                 "', '{}', 'ru-tyu' FROM "
                                 "generate_series(",
                                 from, ", ", to, ") n"));
  }

  // Reads until `count` events came; answers their subjects. Ends the stream then.
  std::vector<std::string> Watch(const pb::WatchRequest& request, std::size_t count,
                                 grpc::Status* end = nullptr) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    auto reader = pb::FeedService::NewStub(channel_)->Watch(&context, request);
    std::vector<std::string> subjects;
    pb::WatchResponse message;
    while (subjects.size() < count && reader->Read(&message)) {
      for (const auto& event : message.events()) subjects.push_back(event.subject());
    }
    if (end == nullptr) context.TryCancel();
    grpc::Status status = reader->Finish();
    if (end != nullptr) *end = status;
    return subjects;
  }

  std::unique_ptr<Consumer> Follow(Apply apply) {
    ConsumerOptions options;
    options.source = "registry";
    options.connection = database_.App("reporting");
    options.tries = 3;
    options.max_backoff = absl::Milliseconds(100);
    return std::make_unique<Consumer>(options, channel_, std::move(apply));
  }
  static absl::Status Record(db::Transaction& transaction, absl::Span<const Event> events) {
    for (const Event& event : events) {
      transaction.Queue(kRecord, db::Params().Int(event.position).Text(event.subject));
    }
    return absl::OkStatus();
  }
  std::string Applied() {
    return database_.Query("reporting",
                           "SELECT count(*) || ' ' || count(DISTINCT position) || ' ' "
                           "|| coalesce(max(position), 0) FROM applied");
  }

  std::vector<db::Migration> migrations_ = {kApplied};
  Database database_{{{"registry", {}}, {"reporting", migrations_}}};
  std::string address_ = "127.0.0.1:0";
  std::unique_ptr<server::TestServer> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

TEST_F(FeedTest, AWatcherSeesOldAndNewEventsInOrderAndResumes) {
  Publish(1, 3);
  EXPECT_THAT(Watch({}, 3), ElementsAre("things/1", "things/2", "things/3"));
  Publish(4, 5);
  pb::WatchRequest resume;
  resume.set_cursor(2);
  EXPECT_THAT(Watch(resume, 3), ElementsAre("things/3", "things/4", "things/5"));
}

TEST_F(FeedTest, TypesAreFilteredAndManyEventsComeInBatches) {
  Publish(1, 2000);
  Publish(2001, 2001, "thing.deleted");
  pb::WatchRequest request;
  request.add_types("thing.deleted");
  EXPECT_THAT(Watch(request, 1), ElementsAre("things/2001"));
  EXPECT_EQ(Watch({}, 2001).size(), 2001u);
}

TEST_F(FeedTest, AQuietStreamHasHeartbeatsWithTheCursor) {
  Publish(1, 2);
  grpc::ClientContext context;
  pb::WatchRequest request;
  request.add_types("nothing.like.it");
  auto reader = pb::FeedService::NewStub(channel_)->Watch(&context, request);
  pb::WatchResponse message;
  while (reader->Read(&message) && message.cursor() < 2) EXPECT_EQ(message.events_size(), 0);
  EXPECT_EQ(message.cursor(), 2);
  EXPECT_EQ(message.head_cursor(), 2);
  context.TryCancel();
  reader->Finish();
}

TEST_F(FeedTest, ACursorThatIsNoLongerKeptIsOutOfRange) {
  Publish(1, 5);
  Watch({}, 5);
  database_.Query("registry",
                  "DELETE FROM outbox WHERE position <= 3; "
                  "UPDATE outbox_state SET trimmed = 3");
  pb::WatchRequest request;
  request.set_cursor(2);
  grpc::Status end;
  Watch(request, 1, &end);
  absl::Status status = errors::FromGrpc(end);
  EXPECT_EQ(status.code(), absl::StatusCode::kOutOfRange) << status;
  EXPECT_EQ(errors::MetadataValue(status, "oldest_cursor"), "3");
  request.set_cursor(3);
  EXPECT_THAT(Watch(request, 2), ElementsAre("things/4", "things/5"));
  request.set_cursor(9);
  Watch(request, 1, &end);
  EXPECT_EQ(errors::Reason(errors::FromGrpc(end)), "CURSOR_AHEAD");
}

TEST_F(FeedTest, OnlyServicesMayWatch) {
  server_.reset();
  StartServer("operator");
  grpc::Status end;
  Watch({}, 1, &end);
  EXPECT_EQ(end.error_code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST_F(FeedTest, AConsumerAppliesEveryEventOnceOverRestartsOfBothSides) {
  Publish(1, 700);
  auto consumer = Follow(Record);
  EXPECT_TRUE(Eventually([&] { return Applied() == "700 700 700"; })) << Applied();
  consumer.reset();
  Publish(701, 900);
  consumer = Follow(Record);
  EXPECT_TRUE(Eventually([&] { return Applied() == "900 900 900"; })) << Applied();
  server_.reset();
  Publish(901, 1000);
  StartServer("service");
  EXPECT_TRUE(Eventually([&] { return Applied() == "1000 1000 1000"; })) << Applied();
  EXPECT_TRUE(Eventually([&] { return consumer->lag() == 0; }));
  EXPECT_EQ(consumer->cursor(), 1000);
}

TEST_F(FeedTest, AConsumersLostDatabaseConnectionLosesNothing) {
  auto consumer = Follow(Record);
  Publish(1, 10);
  ASSERT_TRUE(Eventually([&] { return Applied() == "10 10 10"; }));
  database_.Query("",
                  "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
                  "WHERE datname = current_database() AND usename = 'reporting_app'");
  Publish(11, 20);
  EXPECT_TRUE(Eventually([&] { return Applied() == "20 20 20"; })) << Applied();
}

TEST_F(FeedTest, APoisonEventIsBuriedAndTheOthersAreApplied) {
  Publish(1, 5);
  auto consumer = Follow([](db::Transaction& transaction, absl::Span<const Event> events) {
    for (const Event& event : events) {
      if (event.subject == "things/3") return absl::InvalidArgumentError("cannot be applied");
    }
    return Record(transaction, events);
  });
  EXPECT_TRUE(Eventually([&] { return Applied() == "4 4 5"; })) << Applied();
  EXPECT_EQ(database_.Query("reporting",
                            "SELECT source || position || subject || tries || "
                            "(event->>'type') FROM dead_letter"),
            "registry3things/33thing.changed");
  EXPECT_EQ(consumer->cursor(), 5);
}

TEST_F(FeedTest, OfTwoConsumersOneWorks) {
  auto first = Follow(Record), second = Follow(Record);
  Publish(1, 300);
  EXPECT_TRUE(Eventually([&] { return Applied() == "300 300 300"; })) << Applied();
  EXPECT_TRUE((first->cursor() == -1) != (second->cursor() == -1));
}

}  // namespace
}  // namespace rezon::feed
