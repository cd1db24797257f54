#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/server/gateway/fixture.h"

namespace rezon::gateway {
namespace {

using HttpTest = GatewayTest;

TEST_F(HttpTest, ManyRequestsOnOneConnection) {
  HttpClient client = Connect();
  for (int i = 0; i < 20; ++i) {
    client.Send("GET /v1/things/" + std::to_string(i) + " HTTP/1.1\r\nHost: test\r\n" + Bearer() +
                "\r\n");
    const HttpAnswer answer = client.Read();
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(Json::parse(answer.body)["name"], "things/" + std::to_string(i));
  }
}

TEST_F(HttpTest, RequestsSentAheadAreAnsweredInOrder) {
  HttpClient client = Connect();
  std::string ahead;
  for (int i = 0; i < 10; ++i) {
    ahead += "POST /v1/things/" + std::to_string(i) +
             ":close HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n" + Bearer() + "\r\n{}";
  }
  client.Send(ahead);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(Json::parse(client.Read().body)["name"], "things/" + std::to_string(i));
  }
}

TEST_F(HttpTest, WhatIsNotHttpIsRefusedAndClosed) {
  const std::string close = "POST /v1/things/1:close HTTP/1.1\r\nHost: t\r\n";
  const std::string bad[] = {
      "rubbish\r\n\r\n",
      "GET / HTTP/1.1\r\nHost test\r\n\r\n",
      close + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      close + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n",
      close + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
      close + "Content-Length: -1\r\n\r\n",
  };
  for (const std::string& request : bad) {
    HttpClient client = Connect();
    client.Send(request);
    const HttpAnswer answer = client.Read();
    EXPECT_EQ(answer.status, 400) << request;
    EXPECT_EQ(answer.Header("connection"), "close");
  }
}

TEST_F(HttpTest, HeadersHaveALimit) {
  HttpClient client = Connect();
  client.Send("GET / HTTP/1.1\r\nHost: test\r\nX: " + std::string(20000, 'x') + "\r\n\r\n");
  EXPECT_EQ(client.Read().status, 431);
}

TEST_F(HttpTest, JsonHasALimit) {
  const HttpAnswer answer =
      Call("POST", "/v1/things/1:close",
           R"({"reason":")" + std::string(options_.limits.json_bytes, 'x') + "\"}");
  EXPECT_EQ(answer.status, 413);
}

TEST_F(HttpTest, HealthNeedsNoToken) {
  HttpClient client = Connect();
  client.Send("GET /livez HTTP/1.1\r\nHost: t\r\n\r\nGET /readyz HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(client.Read().status, 200);
  EXPECT_EQ(client.Read().status, 200);
  gateway_->Drain();
  client.Send("GET /readyz HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(client.Read().status, 503);
}

class ImpatientTest : public GatewayTest {
  void Configure(GatewayOptions* options) override {
    options->limits.head_time = std::chrono::milliseconds(100);
    options->limits.silence = std::chrono::milliseconds(100);
    options->limits.connections = 3;
  }
};

TEST_F(ImpatientTest, SilentConnectionsEnd) {
  HttpClient idle = Connect();
  EXPECT_TRUE(idle.Closed());
  HttpClient dripping = Connect();
  dripping.Send("GET /v1/things/1 HT");
  EXPECT_TRUE(dripping.Closed());
  HttpClient stuck = Connect();
  stuck.Send("POST /v1/things:import HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n" + Bearer() +
             "\r\nabc");
  EXPECT_TRUE(stuck.Closed());
  EXPECT_EQ(echo_.imported, 0);
}

class CrowdedTest : public GatewayTest {
  void Configure(GatewayOptions* options) override { options->limits.connections = 2; }
};

TEST_F(CrowdedTest, ConnectionsHaveALimit) {
  HttpClient first = Connect();
  HttpClient second = Connect();
  for (HttpClient* client : {&first, &second}) {
    client->Send("GET /livez HTTP/1.1\r\nHost: t\r\n\r\n");
    EXPECT_EQ(client->Read().status, 200);
  }
  HttpClient third = Connect();
  EXPECT_TRUE(third.Closed());
}

class WebTest : public GatewayTest {
 protected:
  void Configure(GatewayOptions* options) override {
    namespace fs = std::filesystem;
    root_ = testing::TempDir() + "web." + std::to_string(getpid());
    fs::create_directories(root_ + "/dist/assets");
    std::ofstream(root_ + "/secret.txt") << "secret";
    std::ofstream(root_ + "/dist/index.html") << "<html>page</html>";
    std::ofstream(root_ + "/dist/assets/a.js") << "run()";
    fs::create_symlink(root_ + "/secret.txt", root_ + "/dist/link.txt");
    options->web_root = root_ + "/dist";
    options->listen = "unix:" + root_ + "/http.sock";
  }
  void TearDown() override {
    GatewayTest::TearDown();
    std::filesystem::remove_all(root_);
  }
  HttpAnswer Get(const std::string& target, const std::string& headers = "") const {
    HttpClient client(root_ + "/http.sock");
    client.Send("GET " + target + " HTTP/1.1\r\nHost: t\r\n" + headers + "\r\n");
    return client.Read();
  }
  std::string root_;
};

TEST_F(WebTest, ServesThePageAndItsFilesOverAUnixSocket) {
  for (const char* page : {"/", "/resolutions/1", "/a/b/c?x=1"}) {
    const HttpAnswer answer = Get(page);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "<html>page</html>");
    EXPECT_EQ(answer.Header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(answer.Header("cache-control"), "no-cache");
    EXPECT_NE(answer.Header("content-security-policy"), "");
  }
  const HttpAnswer script = Get("/assets/a.js");
  EXPECT_EQ(script.body, "run()");
  EXPECT_EQ(script.Header("content-type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(Get("/assets/a.js", "If-None-Match: " + script.Header("etag") + "\r\n").status, 304);
}

TEST_F(WebTest, NothingOutsideTheFolder) {
  for (const char* path : {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt",
                           "/assets/../../secret.txt", "//etc/hosts.txt", "/absent.js"}) {
    const HttpAnswer answer = Get(path);
    EXPECT_EQ(answer.status, 404) << path;
    EXPECT_EQ(answer.body.find("secret"), std::string::npos) << path;
  }
}

}  // namespace
}  // namespace rezon::gateway
