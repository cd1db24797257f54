#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "tests/server/gateway/fixture.h"

namespace rezon::gateway {
namespace {

class IssuerTest : public GatewayTest {
 protected:
  void Configure(GatewayOptions* options) override {
    key_ = testing::TempDir() + "issuer." + std::to_string(getpid()) + ".pem";
    std::ofstream(key_) << auth::Signer::GeneratePem().value_or("");
    options->local_issuer_key = key_;
    options->jwks.clear();
  }
  void TearDown() override {
    GatewayTest::TearDown();
    std::remove(key_.c_str());
  }
  HttpAnswer Post(const std::string& body) const {
    HttpClient client = Connect();
    client.Send("POST /auth/local HTTP/1.1\r\nHost: t\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body);
    return client.Read();
  }
  std::string key_;
};

TEST_F(IssuerTest, ItsTokensOpenTheDoor) {
  const HttpAnswer issued =
      Post(R"({"subject":"a","roles":["operator"],"region":"ru-tyu","lifetimeSeconds":60})");
  ASSERT_EQ(issued.status, 200) << issued.body;
  const std::string token = Json::parse(issued.body)["token"];
  HttpClient client = Connect();
  client.Send("GET /v1/things/1 HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer " + token +
              "\r\n\r\nGET /.well-known/jwks.json HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(client.Read().status, 200);
  EXPECT_EQ(Json::parse(client.Read().body)["keys"].size(), 1u);
}

TEST_F(IssuerTest, WrongWishesAreNamed) {
  for (const char* body : {"", "[]", "{}", R"({"subject":"a"})", R"({"subject":"a","region":1})",
                           R"({"subject":"a","region":"r","roles":"x"})",
                           R"({"subject":"a","region":"r","lifetimeSeconds":0})",
                           R"({"subject":"a","region":"r","admin":true})"}) {
    EXPECT_EQ(Post(body).status, 400) << body;
  }
}

TEST_F(IssuerTest, ItRefusesToBeReachable) {
  for (const char* listen : {"0.0.0.0:0", "[::]:0", "192.0.2.1:0"}) {
    GatewayOptions options = options_;
    options.listen = listen;
    EXPECT_EQ(Gateway::Start(options).status().code(), absl::StatusCode::kFailedPrecondition)
        << listen;
  }
}

TEST_F(GatewayTest, WithoutAKeyThereIsNoIssuer) {
  HttpClient client = Connect();
  client.Send("POST /auth/local HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n{}");
  EXPECT_EQ(client.Read().status, 404);
}

TEST_F(GatewayTest, AnAddressThatIsTakenFailsTheStart) {
  GatewayOptions options = options_;
  options.listen = "127.0.0.1:" + std::to_string(gateway_->http_port());
  EXPECT_EQ(Gateway::Start(options).status().code(), absl::StatusCode::kUnavailable);
  options = options_;
  options.grpc_listen = GrpcTarget();
  EXPECT_EQ(Gateway::Start(options).status().code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace rezon::gateway
