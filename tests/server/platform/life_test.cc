#include <arpa/inet.h>
#include <grpcpp/generic/generic_stub.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <future>

#include "tests/server/platform/echo.h"

namespace rezon::server {
namespace {

// One HTTP GET of the admin server; the whole answer.
std::string HttpGet(int port, const std::string& path) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  if (connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
    close(fd);
    return "";
  }
  const std::string request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  std::string answer;
  char buffer[4096];
  if (send(fd, request.data(), request.size(), 0) == static_cast<ssize_t>(request.size())) {
    for (ssize_t got; (got = recv(fd, buffer, sizeof(buffer), 0)) > 0;) answer.append(buffer, got);
  }
  close(fd);
  return answer;
}

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// One call of a method without its generated stub; a stream of one message each way looks the same.
grpc::Status RawCall(const std::shared_ptr<grpc::Channel>& channel, const std::string& method,
                     const std::string& bytes, std::string* out) {
  grpc::GenericStub stub(channel);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
  const grpc::Slice slice(bytes);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer answer;
  std::promise<grpc::Status> done;
  stub.UnaryCall(&context, method, {}, &request, &answer,
                 [&](grpc::Status status) { done.set_value(std::move(status)); });
  grpc::Status status = done.get_future().get();
  grpc::Slice got;
  if (status.ok() && answer.DumpToSingleSlice(&got).ok()) {
    out->assign(reinterpret_cast<const char*>(got.begin()), got.size());
  }
  return status;
}

// grpc.health.v1 by hand: field 1 of the request is the name, field 1 of the answer the status.
std::string Health(const std::shared_ptr<grpc::Channel>& channel, const std::string& name) {
  std::string answer;
  const grpc::Status status =
      RawCall(channel, "/grpc.health.v1.Health/Check",
              std::string("\x0a") + static_cast<char>(name.size()) + name, &answer);
  if (status.error_code() == grpc::StatusCode::NOT_FOUND) return "NOT_FOUND";
  if (!status.ok()) return status.error_message();
  return answer == "\x08\x01" ? "SERVING" : "NOT_SERVING";
}

// The answer to "list services", field 7 of ServerReflectionRequest; empty when it is not offered.
std::string Reflected(const std::shared_ptr<grpc::Channel>& channel) {
  std::string answer;
  RawCall(channel, "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
          std::string("\x3a\x01*", 3), &answer);
  return answer;
}

TEST(Life, AdminPagesTellLifeReadinessAndMetrics) {
  EchoTest test(SayBack);
  ASSERT_TRUE(test.Say("hi").ok());
  const int port = test.server->admin_port();
  EXPECT_TRUE(Has(HttpGet(port, "/livez"), "200 OK"));
  EXPECT_TRUE(Has(HttpGet(port, "/readyz"), "200 OK"));
  EXPECT_TRUE(Has(HttpGet(port, "/nothing"), "404"));
  const std::string metrics = HttpGet(port, "/metrics");
  EXPECT_TRUE(Has(
      metrics, "rezon_server_calls_total{code=\"OK\",method=\"rezon.test.v1.EchoService/Say\"}"));
  EXPECT_TRUE(Has(metrics, "rezon_server_call_seconds_bucket"));
}

TEST(Life, FailingCheckMeansNotReady) {
  Spec spec = EchoSpec(SayBack);
  const auto build = spec.build;
  spec.build = [build](Runtime& runtime) {
    runtime.AddReadyCheck("schema", [] { return std::string("too old"); });
    return build(runtime);
  };
  auto server = TestServer::Start(spec, {}, Tester());
  ASSERT_TRUE(server.ok());
  const std::string answer = HttpGet((*server)->admin_port(), "/readyz");
  EXPECT_TRUE(Has(answer, "503"));
  EXPECT_TRUE(Has(answer, "schema: too old"));
}

TEST(Life, HealthKnowsEachServiceByName) {
  EchoTest test(SayBack);
  EXPECT_EQ(Health(test.channel, kEchoName), "SERVING");
  EXPECT_EQ(Health(test.channel, ""), "SERVING");
  EXPECT_EQ(Health(test.channel, "no.such.Service"), "NOT_FOUND");
}

TEST(Life, ReflectionIsOfferedOnlyWhenAsked) {
  EchoTest silent(SayBack);
  EXPECT_EQ(Reflected(silent.channel), "");
  config::ServiceConfig config;
  config.reflection = true;
  EchoTest open(SayBack, config);
  EXPECT_TRUE(Has(Reflected(open.channel), kEchoName));
}

TEST(Life, TwoServersNeverShareAPort) {
  EchoTest first(SayBack);
  config::ServiceConfig config;
  config.listen = first.server->target();
  EXPECT_FALSE(TestServer::Start(EchoSpec(SayBack), config, Tester()).ok());
}

TEST(Life, UnixSocketServes) {
  config::ServiceConfig config;
  config.listen = "unix:" + testing::TempDir() + "/echo." + std::to_string(getpid()) + ".sock";
  EchoTest test(SayBack, config);
  EXPECT_TRUE(test.Say("hi").ok());
}

TEST(Life, DrainWaitsForCallsInFlightAndRefusesNewOnes) {
  std::promise<void> entered, open;
  auto opened = open.get_future().share();
  EchoTest test([&](CallContext&, const pb::SayRequest&, pb::SayResponse* response) {
    entered.set_value();
    opened.wait();
    response->set_text("done");
    return absl::OkStatus();
  });
  std::vector<std::string> order;
  test.server->runtime().OnDrain([&] { order.push_back("drain"); });
  test.server->runtime().OnStop([&] { order.push_back("stop first"); });
  test.server->runtime().OnStop([&] { order.push_back("stop second"); });
  std::string answer;
  auto call = std::async(std::launch::async, [&] { return test.Say("x", &answer); });
  entered.get_future().wait();
  auto stop = std::async(std::launch::async, [&] { test.server->Stop(); });
  // The server tells its clients to go before it waits for what is in flight.
  const auto give_up = std::chrono::system_clock::now() + std::chrono::seconds(20);
  grpc_connectivity_state state = test.channel->GetState(false);
  while (state == GRPC_CHANNEL_READY && test.channel->WaitForStateChange(state, give_up)) {
    state = test.channel->GetState(false);
  }
  EXPECT_NE(state, GRPC_CHANNEL_READY);
  open.set_value();
  stop.get();
  EXPECT_TRUE(call.get().ok());
  EXPECT_EQ(answer, "done");
  EXPECT_EQ(order, (std::vector<std::string>{"drain", "stop second", "stop first"}));
  EXPECT_EQ(test.Say("late").code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace rezon::server
