#include "tests/server/gateway/fixture.h"

#include <grpcpp/server_builder.h>

#include <chrono>
#include <thread>

namespace rezon::gateway {

void GatewayTest::SetUp() {
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&echo_);
  server_ = builder.BuildAndStart();
  ASSERT_NE(server_, nullptr);
  auto pem = auth::Signer::GeneratePem();
  ASSERT_TRUE(pem.ok()) << pem.status();
  auto signer = auth::Signer::FromPem(*pem, "test-issuer", "rezon");
  ASSERT_TRUE(signer.ok()) << signer.status();
  signer_ = *std::move(signer);
  options_.listen = "127.0.0.1:0";
  options_.grpc_listen = "127.0.0.1:0";
  options_.descriptors = REZON_ECHO_DESCRIPTORS;
  options_.jwks = signer_->Jwks();
  options_.issuer = "test-issuer";
  options_.targets = {{"rezon.echo.v1", "127.0.0.1:" + std::to_string(port)}};
  options_.limits.upload_bytes = 8 * 1024 * 1024;
  Configure(&options_);
  auto gateway = Gateway::Start(options_);
  ASSERT_TRUE(gateway.ok()) << gateway.status();
  gateway_ = *std::move(gateway);
}

void GatewayTest::TearDown() {
  if (gateway_) gateway_->Stop(std::chrono::seconds(5));
  gateway_.reset();
  if (server_) server_->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(5));
}

std::string GatewayTest::Token() const {
  auth::TokenRequest request;
  request.subject = "tester";
  request.roles = {"operator"};
  request.region = "ru-tyu";
  return signer_->Sign(request).value_or("");
}

HttpAnswer GatewayTest::Call(const std::string& method, const std::string& target,
                             const std::string& body, const std::string& headers) const {
  HttpClient client = Connect();
  std::string lines = Bearer() + headers;
  if (!body.empty()) lines += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  client.Send(method + " " + target + " HTTP/1.1\r\nHost: test\r\n" + lines + "\r\n" + body);
  return client.Read();
}

std::string GatewayTest::GrpcTarget() const {
  return "127.0.0.1:" + std::to_string(gateway_->grpc_port());
}

bool GatewayTest::Eventually(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

Json Detail(const Json& error, const std::string& type) {
  for (const auto& detail : error["error"]["details"]) {
    if (detail["@type"] == "type.googleapis.com/google.rpc." + type) return detail;
  }
  return nullptr;
}

}  // namespace rezon::gateway
