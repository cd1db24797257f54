#pragma once

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "rezon/test/v1/echo.grpc.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"
#include "services/platform/server/chain.h"
#include "services/platform/server/client.h"
#include "services/platform/server/run.h"

namespace rezon::server {

namespace pb = rezon::test::v1;

using SayHandler =
    std::function<absl::Status(CallContext&, const pb::SayRequest&, pb::SayResponse*)>;

inline constexpr char kEchoName[] = "rezon.test.v1.EchoService";
inline constexpr size_t kUploadLimit = 1000;

// The echo service behind the real chain; `say` is the test's.
class Echo final : public pb::EchoService::CallbackService, public Application {
 public:
  Echo(Runtime& runtime, SayHandler say) : say_(std::move(say)), chain_(runtime, kEchoName) {
    runtime.Serve(this, kEchoName);
  }

  grpc::ServerUnaryReactor* Say(grpc::CallbackServerContext* context, const pb::SayRequest* request,
                                pb::SayResponse* response) override {
    return chain_.Unary("Say", context, *request, response, say_);
  }

  grpc::ServerReadReactor<pb::SayRequest>* Upload(grpc::CallbackServerContext* context,
                                                  pb::SayResponse* response) override {
    return chain_.ClientStream<pb::SayRequest>(
        "Upload", context, response, kUploadLimit,
        [](CallContext&, std::vector<pb::SayRequest>& messages, pb::SayResponse* out) {
          for (const auto& message : messages) {
            out->set_text(out->text() + message.text());
            out->set_number(out->text().size());
          }
          return absl::OkStatus();
        });
  }

  grpc::ServerWriteReactor<pb::SayResponse>* Count(grpc::CallbackServerContext* context,
                                                   const pb::SayRequest* request) override {
    return chain_.ServerStream<pb::SayResponse>(
        "Count", context, *request,
        [](CallContext& call, const pb::SayRequest& asked, Writer<pb::SayResponse>& writer) {
          for (int i = 0; i < asked.times(); ++i) {
            pb::SayResponse answer;
            answer.set_text(asked.text());
            answer.set_number(i);
            if (!writer.Write(answer)) return call.CheckAlive();
          }
          return absl::OkStatus();
        });
  }

 private:
  SayHandler say_;
  Chain chain_;
};

inline std::shared_ptr<const auth::Principal> Tester() {
  auth::Principal principal;
  principal.subject = "tester";
  principal.region = "ru-tst";
  principal.roles = {"operator"};
  return std::make_shared<const auth::Principal>(principal);
}

inline Spec EchoSpec(const SayHandler& say) {
  Spec spec;
  spec.service = "echo";
  spec.build = [say](Runtime& runtime) -> absl::StatusOr<std::unique_ptr<Application>> {
    return std::make_unique<Echo>(runtime, say);
  };
  return spec;
}

inline absl::Status SayBack(CallContext&, const pb::SayRequest& request,
                            pb::SayResponse* response) {
  response->set_text(request.text());
  return absl::OkStatus();
}

// A running echo server and a client of it.
struct EchoTest {
  explicit EchoTest(const SayHandler& say, const config::ServiceConfig& config = {},
                    std::shared_ptr<const auth::Principal> principal = Tester()) {
    auto started = TestServer::Start(EchoSpec(say), config, std::move(principal));
    EXPECT_TRUE(started.ok()) << started.status();
    server = *std::move(started);
    channel = MakeChannel(server->target());
    stub = pb::EchoService::NewStub(channel);
  }

  absl::Status Say(const std::string& text, std::string* answer = nullptr,
                   std::chrono::milliseconds timeout = std::chrono::seconds(20)) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + timeout);
    pb::SayRequest request;
    request.set_text(text);
    pb::SayResponse response;
    absl::Status status = errors::FromGrpc(stub->Say(&context, request, &response));
    if (answer != nullptr) *answer = response.text();
    return status;
  }

  std::unique_ptr<TestServer> server;
  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<pb::EchoService::Stub> stub;
};

}  // namespace rezon::server
