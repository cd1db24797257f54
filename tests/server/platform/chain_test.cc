#include <unistd.h>

#include <stdexcept>

#include "services/platform/auth/signer.h"
#include "tests/server/platform/echo.h"

namespace rezon::server {
namespace {

TEST(Chain, AnswersAndKnowsTheCaller) {
  EchoTest test([](CallContext& call, const pb::SayRequest& request, pb::SayResponse* response) {
    response->set_text(request.text() + " " + call.principal().subject + " " + call.region() + " " +
                       std::string(call.method()));
    EXPECT_LT(call.remaining(), absl::Seconds(61));
    return absl::OkStatus();
  });
  std::string answer;
  ASSERT_TRUE(test.Say("hi", &answer).ok());
  EXPECT_EQ(answer, "hi tester ru-tst rezon.test.v1.EchoService/Say");
}

TEST(Chain, MissingDeadlineIsCapped) {
  config::ServiceConfig config;
  config.deadline_cap = absl::Seconds(5);
  absl::Duration seen;
  EchoTest test(
      [&](CallContext& call, const pb::SayRequest&, pb::SayResponse*) {
        seen = call.remaining();
        return absl::OkStatus();
      },
      config);
  grpc::ClientContext context;
  pb::SayResponse response;
  ASSERT_TRUE(test.stub->Say(&context, pb::SayRequest(), &response).ok());
  EXPECT_GT(seen, absl::ZeroDuration());
  EXPECT_LE(seen, absl::Seconds(5));
}

TEST(Chain, ExceptionsBecomeMaskedInternal) {
  EchoTest test([](CallContext&, const pb::SayRequest& request, pb::SayResponse*) -> absl::Status {
    if (request.text() == "odd") throw 42;
    throw std::runtime_error("secret detail");
  });
  for (const char* text : {"plain", "odd"}) {
    const absl::Status status = test.Say(text);
    EXPECT_EQ(status.code(), absl::StatusCode::kInternal);
    EXPECT_EQ(status.ToString().find("secret"), std::string::npos);
    EXPECT_EQ(errors::MetadataValue(status, "reference").size(), 36u);
    EXPECT_EQ(errors::Domain(status), "rezon.echo");
  }
}

TEST(Chain, TypedErrorsReachTheClient) {
  EchoTest test([](CallContext&, const pb::SayRequest&, pb::SayResponse*) {
    return errors::EtagMismatch("things/1", "\"2\"");
  });
  const absl::Status status = test.Say("x");
  EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(errors::Reason(status), "ETAG_MISMATCH");
  EXPECT_FALSE(errors::MessageRu(status).empty());
}

TEST(Chain, UploadIsGatheredAndBounded) {
  EchoTest test(SayBack);
  for (const size_t parts : {3u, 200u}) {
    grpc::ClientContext context;
    pb::SayResponse response;
    auto writer = test.stub->Upload(&context, &response);
    pb::SayRequest part;
    part.set_text("0123456789");
    for (size_t i = 0; i < parts && writer->Write(part); ++i) {
    }
    writer->WritesDone();
    const absl::Status status = errors::FromGrpc(writer->Finish());
    if (parts == 3) {
      EXPECT_TRUE(status.ok()) << status;
      EXPECT_EQ(response.number(), 30);
    } else {
      EXPECT_EQ(errors::Reason(status), "REQUEST_TOO_LARGE") << status;
    }
  }
}

TEST(Chain, ServerStreamWritesAllInOrder) {
  EchoTest test(SayBack);
  grpc::ClientContext context;
  pb::SayRequest request;
  request.set_times(500);
  auto reader = test.stub->Count(&context, request);
  pb::SayResponse response;
  int64_t next = 0;
  while (reader->Read(&response)) EXPECT_EQ(response.number(), next++);
  EXPECT_TRUE(reader->Finish().ok());
  EXPECT_EQ(next, 500);
}

TEST(Chain, ServerStreamEndsWhenTheClientGoes) {
  config::ServiceConfig config;
  config.pool_size = 1;
  EchoTest test(SayBack, config);
  grpc::ClientContext context;
  pb::SayRequest request;
  request.set_text(std::string(10000, 'x'));
  request.set_times(1000000);
  auto reader = test.stub->Count(&context, request);
  pb::SayResponse response;
  ASSERT_TRUE(reader->Read(&response));
  context.TryCancel();
  EXPECT_FALSE(reader->Finish().ok());
  // The only worker is free again.
  EXPECT_TRUE(test.Say("still there").ok());
}

TEST(Chain, TokensAreVerified) {
  auto signer = auth::Signer::FromPem(*auth::Signer::GeneratePem(), "rezon-local", "rezon");
  ASSERT_TRUE(signer.ok());
  const std::string jwks = testing::TempDir() + "/jwks." + std::to_string(getpid()) + ".json";
  FILE* file = fopen(jwks.c_str(), "w");
  ASSERT_NE(file, nullptr);
  fputs((*signer)->Jwks().c_str(), file);
  fclose(file);
  config::ServiceConfig config;
  config.jwks = jwks;
  EchoTest test(
      [](CallContext& call, const pb::SayRequest&, pb::SayResponse* response) {
        response->set_text(call.principal().subject);
        return absl::OkStatus();
      },
      config, nullptr);
  const absl::Status status = test.Say("hi");
  EXPECT_EQ(status.code(), absl::StatusCode::kUnauthenticated) << status;
  EXPECT_EQ(errors::Reason(status), "TOKEN_MISSING");
  EXPECT_EQ(errors::Domain(status), "rezon.auth");

  grpc::ClientContext context;
  context.AddMetadata("authorization",
                      "Bearer " + *(*signer)->Sign({"maria", {"operator"}, "ru-tst", {}, {}}));
  pb::SayResponse response;
  ASSERT_TRUE(test.stub->Say(&context, pb::SayRequest(), &response).ok());
  EXPECT_EQ(response.text(), "maria");
}

}  // namespace
}  // namespace rezon::server
