#pragma once

#include <grpcpp/server.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "gateway/gateway.h"
#include "services/platform/auth/signer.h"
#include "tests/server/gateway/echo_service.h"
#include "tests/server/gateway/http_client.h"

namespace rezon::gateway {

using Json = nlohmann::json;

// A real gateway before a real gRPC server with the echo service, both on free loopback ports.
class GatewayTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  // Changes what the gateway is started with; called by tests with needs of their own.
  virtual void Configure(GatewayOptions*) {}

  // A token of the test issuer that the gateway accepts.
  std::string Token() const;
  // The header line with it.
  std::string Bearer() const { return "Authorization: Bearer " + Token() + "\r\n"; }
  HttpClient Connect() const { return HttpClient(gateway_->http_port()); }
  // One call with a token on a fresh connection.
  HttpAnswer Call(const std::string& method, const std::string& target,
                  const std::string& body = "", const std::string& headers = "") const;
  std::string GrpcTarget() const;

  // Waits, at most 10 seconds, until something holds.
  static bool Eventually(const std::function<bool()>& condition);

  std::unique_ptr<auth::Signer> signer_;
  EchoService echo_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<Gateway> gateway_;
  GatewayOptions options_;
};

// The detail of an AIP-193 error with this type, such as "ErrorInfo", or null.
Json Detail(const Json& error, const std::string& type);

}  // namespace rezon::gateway
