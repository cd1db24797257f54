#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>

#include <future>

#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"
#include "tests/server/gateway/fixture.h"

namespace rezon::gateway {
namespace {

namespace pb = rezon::echo::v1;

class ProxyTest : public GatewayTest {
 protected:
  void SetUp() override {
    GatewayTest::SetUp();
    stub_ = pb::EchoService::NewStub(
        grpc::CreateChannel(GrpcTarget(), grpc::InsecureChannelCredentials()));
  }
  void Authorize(grpc::ClientContext& context) const {
    context.AddMetadata("authorization", "Bearer " + Token());
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
  }
  static pb::GetThingRequest Name(const std::string& name) {
    pb::GetThingRequest request;
    request.set_name(name);
    return request;
  }
  std::unique_ptr<pb::EchoService::Stub> stub_;
};

TEST_F(ProxyTest, UnaryCallsWithTraceAndNothingElse) {
  grpc::ClientContext context;
  Authorize(context);
  context.AddMetadata("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  context.AddMetadata("x-secret", "1");
  pb::Thing thing;
  const grpc::Status status = stub_->GetThing(&context, Name("things/1"), &thing);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(thing.name(), "things/1");
  EXPECT_EQ(thing.labels().at("traceparent").substr(3, 32), "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_EQ(thing.labels().count("x-secret"), 0u);
}

TEST_F(ProxyTest, DetailsComeBackAndInternalTextsDoNot) {
  pb::Thing thing;
  grpc::ClientContext missing;
  Authorize(missing);
  const auto status = errors::FromGrpc(stub_->GetThing(&missing, Name("things/missing"), &thing));
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(errors::Reason(status), "RESOURCE_NOT_FOUND");
  EXPECT_EQ(errors::Domain(status), "rezon.echo");
  grpc::ClientContext internal;
  Authorize(internal);
  const grpc::Status masked = stub_->GetThing(&internal, Name("things/internal"), &thing);
  EXPECT_EQ(masked.error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(masked.error_message().find("secret"), std::string::npos);
}

TEST_F(ProxyTest, TokensAreVerifiedHereToo) {
  pb::Thing thing;
  for (const std::string& token : {std::string(), "Bearer " + Token() + "x"}) {
    grpc::ClientContext context;
    if (!token.empty()) context.AddMetadata("authorization", token);
    const auto status = errors::FromGrpc(stub_->GetThing(&context, Name("things/1"), &thing));
    EXPECT_EQ(status.code(), absl::StatusCode::kUnauthenticated);
    EXPECT_EQ(errors::Domain(status), "rezon.auth");
  }
}

TEST_F(ProxyTest, ServerStreams) {
  grpc::ClientContext context;
  Authorize(context);
  pb::WatchThingsRequest request;
  request.set_count(1000);
  request.set_fail_after(true);
  auto reader = stub_->WatchThings(&context, request);
  pb::Thing thing;
  int count = 0;
  while (reader->Read(&thing)) {
    EXPECT_EQ(thing.name(), "things/" + std::to_string(count));
    ++count;
  }
  EXPECT_EQ(count, 1000);
  EXPECT_EQ(errors::Reason(errors::FromGrpc(reader->Finish())), "NO_MORE");
}

TEST_F(ProxyTest, ClientStreams) {
  grpc::ClientContext context;
  Authorize(context);
  pb::ImportThingResponse response;
  auto writer = stub_->ImportThing(&context, &response);
  std::string all;
  for (int i = 0; i < 50; ++i) {
    pb::ImportThingRequest message;
    message.mutable_file()->set_data(std::string(10'000, static_cast<char>('a' + i % 26)));
    all += message.file().data();
    ASSERT_TRUE(writer->Write(message));
  }
  writer->WritesDone();
  ASSERT_TRUE(writer->Finish().ok());
  EXPECT_EQ(response.message_count(), 50);
  EXPECT_EQ(response.hash(), HashOf(all));
}

TEST_F(ProxyTest, AClientStreamThatIsCutOffIsNotComplete) {
  for (int i = 1; i <= 10; ++i) {
    grpc::ClientContext context;
    Authorize(context);
    pb::ImportThingResponse response;
    auto writer = stub_->ImportThing(&context, &response);
    pb::ImportThingRequest message;
    message.mutable_file()->set_data("half");
    ASSERT_TRUE(writer->Write(message));
    ASSERT_TRUE(Eventually([this, i] { return echo_.begun == i; }));
    context.TryCancel();
    EXPECT_EQ(writer->Finish().error_code(), grpc::StatusCode::CANCELLED);
    EXPECT_TRUE(Eventually([this, i] { return echo_.cut_off == i; }));
  }
  EXPECT_EQ(echo_.imported, 0);
}

TEST_F(ProxyTest, Conversations) {
  grpc::ClientContext context;
  Authorize(context);
  auto stream = stub_->Chat(&context);
  for (int i = 0; i < 100; ++i) {
    pb::Thing said, heard;
    said.set_name("things/" + std::to_string(i));
    ASSERT_TRUE(stream->Write(said));
    ASSERT_TRUE(stream->Read(&heard));
    EXPECT_EQ(heard.name(), said.name());
  }
  // The service has the last word although the caller has not said that it is through.
  pb::Thing last, nothing;
  last.set_name("things/last");
  ASSERT_TRUE(stream->Write(last));
  EXPECT_FALSE(stream->Read(&nothing));
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(ProxyTest, CancellingAndDeadlinesReachTheService) {
  grpc::ClientContext context;
  Authorize(context);
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(200));
  pb::Thing thing;
  EXPECT_EQ(stub_->WaitThing(&context, Name("things/1"), &thing).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_TRUE(Eventually([this] { return echo_.cancelled == 1; }));
}

TEST_F(ProxyTest, OnlyTheContractsAreOffered) {
  grpc::GenericStub stub(grpc::CreateChannel(GrpcTarget(), grpc::InsecureChannelCredentials()));
  for (const char* method : {"/rezon.feed.v1.FeedService/Watch", "/rezon.echo.v1.EchoService/No"}) {
    grpc::ClientContext context;
    Authorize(context);
    grpc::ByteBuffer request, response;
    grpc::Slice empty;
    request = grpc::ByteBuffer(&empty, 1);
    std::promise<grpc::Status> answer;
    stub.UnaryCall(&context, method, grpc::StubOptions(), &request, &response,
                   [&answer](grpc::Status status) { answer.set_value(std::move(status)); });
    EXPECT_EQ(answer.get_future().get().error_code(), grpc::StatusCode::UNIMPLEMENTED) << method;
  }
}

}  // namespace
}  // namespace rezon::gateway
