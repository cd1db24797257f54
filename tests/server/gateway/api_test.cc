#include <google/rpc/error_details.pb.h>

#include "tests/server/gateway/fixture.h"

namespace rezon::gateway {
namespace {

using ApiTest = GatewayTest;

TEST_F(ApiTest, AnswersWithJsonEtagAndTrace) {
  const HttpAnswer answer = Call("GET", "/v1/things/1");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.Header("content-type"), "application/json; charset=utf-8");
  EXPECT_EQ(answer.Header("etag"), "\"5\"");
  EXPECT_EQ(answer.Header("x-content-type-options"), "nosniff");
  const Json thing = Json::parse(answer.body);
  EXPECT_EQ(thing["name"], "things/1");
  EXPECT_EQ(thing["displayName"], "Вещь");
  EXPECT_EQ(thing["labels"]["authorization"].get<std::string>().substr(0, 7), "Bearer ");
}

TEST_F(ApiTest, TheTraceGoesOnThroughTheGateway) {
  const std::string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const HttpAnswer answer =
      Call("GET", "/v1/things/1", "", "traceparent: 00-" + trace + "-00f067aa0ba902b7-01\r\n");
  ASSERT_EQ(answer.status, 200);
  const std::string upstream = Json::parse(answer.body)["labels"]["traceparent"];
  EXPECT_EQ(upstream.substr(3, 32), trace);
  EXPECT_NE(upstream.substr(36, 16), "00f067aa0ba902b7");
  EXPECT_EQ(answer.Header("traceparent").substr(3, 32), trace);
}

TEST_F(ApiTest, OnlyAllowedHeadersGoOn) {
  const HttpAnswer answer =
      Call("GET", "/v1/things/1", "", "X-Secret: 1\r\nCookie: a=b\r\ngrpc-timeout: 1n\r\n");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json labels = Json::parse(answer.body)["labels"];
  EXPECT_FALSE(labels.contains("x-secret"));
  EXPECT_FALSE(labels.contains("cookie"));
}

TEST_F(ApiTest, WithoutAGoodTokenNothingIsAnswered) {
  for (const std::string& header :
       {std::string(), std::string("Authorization: Basic YTpi\r\n"),
        "Authorization: Bearer " + Token() + "x\r\n",
        std::string("Authorization: Bearer eyJhbGciOiJub25lIn0.e30.\r\n")}) {
    HttpClient client = Connect();
    client.Send("GET /v1/things/1 HTTP/1.1\r\nHost: test\r\n" + header + "\r\n");
    const HttpAnswer answer = client.Read();
    ASSERT_EQ(answer.status, 401) << header;
    EXPECT_EQ(answer.Header("www-authenticate"), "Bearer");
    const Json json = Json::parse(answer.body);
    EXPECT_EQ(json["error"]["status"], "UNAUTHENTICATED");
    EXPECT_EQ(Detail(json, "ErrorInfo")["domain"], "rezon.auth");
  }
}

TEST_F(ApiTest, ErrorsKeepTheirDetails) {
  const HttpAnswer answer = Call("GET", "/v1/things/missing");
  ASSERT_EQ(answer.status, 404);
  const Json json = Json::parse(answer.body);
  EXPECT_EQ(json["error"]["code"], 404);
  EXPECT_EQ(json["error"]["status"], "NOT_FOUND");
  EXPECT_EQ(Detail(json, "ErrorInfo")["reason"], "RESOURCE_NOT_FOUND");
  EXPECT_EQ(Detail(json, "ErrorInfo")["domain"], "rezon.echo");
  EXPECT_EQ(Detail(json, "LocalizedMessage")["locale"], "ru");
}

TEST_F(ApiTest, AStaleEtagIsAConflict) {
  const HttpAnswer answer =
      Call("PATCH", "/v1/things/1", R"({"displayName":"A"})", "If-Match: \"old\"\r\n");
  ASSERT_EQ(answer.status, 409);
  EXPECT_EQ(Json::parse(answer.body)["error"]["status"], "ABORTED");
}

TEST_F(ApiTest, InternalTextsStayInside) {
  const HttpAnswer answer = Call("GET", "/v1/things/internal");
  ASSERT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  EXPECT_EQ(answer.body.find("10.0.0.7"), std::string::npos);
}

TEST_F(ApiTest, AddressesAndMethods) {
  EXPECT_EQ(Call("GET", "/v1/nothing").status, 404);
  EXPECT_EQ(Call("GET", "/v1/things/%FF").status, 404);
  const HttpAnswer wrong_method = Call("PUT", "/v1/things/1");
  EXPECT_EQ(wrong_method.status, 405);
  EXPECT_EQ(wrong_method.Header("allow"), "GET, PATCH");
  EXPECT_EQ(Json::parse(wrong_method.body)["error"]["code"], 405);
}

TEST_F(ApiTest, UnknownFieldsAreNamed) {
  for (const auto& answer : {Call("GET", "/v1/things?nothing=1"),
                             Call("POST", "/v1/things/1:close", R"({"nothing":1})")}) {
    ASSERT_EQ(answer.status, 400);
    const Json json = Json::parse(answer.body);
    EXPECT_EQ(Detail(json, "BadRequest")["fieldViolations"][0]["field"], "nothing");
    EXPECT_EQ(Detail(json, "ErrorInfo")["domain"], "rezon.gateway");
  }
  EXPECT_EQ(Call("POST", "/v1/things/1:close", "{'a':1}").status, 400);
  EXPECT_EQ(Call("POST", "/v1/things/1:close", "a=b", "Content-Type: text/plain\r\n").status, 400);
}

TEST_F(ApiTest, HeadersAndBodiesArrive) {
  const HttpAnswer closed = Call("POST", "/v1/things/1:close", R"({"reason":"да"})",
                                 "If-Match: \"7\"\r\nIdempotency-Key: id-1\r\n");
  ASSERT_EQ(closed.status, 200) << closed.body;
  const Json labels = Json::parse(closed.body)["labels"];
  EXPECT_EQ(labels["etag"], "\"7\"");
  EXPECT_EQ(labels["request_id"], "id-1");
  EXPECT_EQ(labels["reason"], "да");
  const Json updated =
      Json::parse(Call("PATCH", "/v1/things/1", R"({"displayName":"","flag":true})").body);
  EXPECT_EQ(updated["labels"], Json({{"display_name", "set"}, {"flag", "set"}}));
}

TEST_F(ApiTest, DownloadsNeverActAsAPage) {
  const HttpAnswer answer = Call("GET", "/v1/things/1:download");
  ASSERT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "<script>alert(1)</script>");
  EXPECT_EQ(answer.Header("content-disposition"), "attachment");
  EXPECT_EQ(answer.Header("x-content-type-options"), "nosniff");
}

TEST_F(ApiTest, ADeadBackendIsUnavailable) {
  server_->Shutdown();
  server_->Wait();
  const HttpAnswer answer = Call("GET", "/v1/things/1");
  ASSERT_EQ(answer.status, 503) << answer.body;
  EXPECT_EQ(answer.Header("retry-after"), "1");
  EXPECT_EQ(answer.body.find("127.0.0.1"), std::string::npos);
  EXPECT_EQ(Detail(Json::parse(answer.body), "ErrorInfo")["reason"], "BACKEND_UNAVAILABLE");
}

TEST_F(ApiTest, AClientThatLeavesCancelsItsCall) {
  HttpClient client = Connect();
  client.Send("GET /v1/things/1:wait HTTP/1.1\r\nHost: test\r\n" + Bearer() + "\r\n");
  ASSERT_TRUE(Eventually([this] { return echo_.waiting == 1; }));
  client.Close();
  EXPECT_TRUE(Eventually([this] { return echo_.cancelled == 1; }));
}

class ShortCallsTest : public GatewayTest {
  void Configure(GatewayOptions* options) override {
    options->limits.call_time = std::chrono::milliseconds(100);
    options->limits.calls = 2;
  }
};

TEST_F(ShortCallsTest, ASilentServiceIsADeadline) {
  const HttpAnswer answer = Call("GET", "/v1/things/1:wait");
  EXPECT_EQ(answer.status, 504) << answer.body;
  EXPECT_EQ(Json::parse(answer.body)["error"]["status"], "DEADLINE_EXCEEDED");
}

class FewCallsTest : public GatewayTest {
  void Configure(GatewayOptions* options) override { options->limits.calls = 1; }
};

TEST_F(FewCallsTest, TooManyCallsAreRefusedAtOnce) {
  HttpClient client = Connect();
  client.Send("GET /v1/things/1:wait HTTP/1.1\r\nHost: test\r\n" + Bearer() + "\r\n");
  ASSERT_TRUE(Eventually([this] { return echo_.waiting == 1; }));
  const HttpAnswer answer = Call("GET", "/v1/things/1");
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.Header("retry-after"), "1");
  client.Close();
  EXPECT_TRUE(Eventually([this] { return Call("GET", "/v1/things/1").status == 200; }));
}

TEST_F(ApiTest, StoppingEndsCallsThatWait) {
  HttpClient client = Connect();
  client.Send("GET /v1/things/1:wait HTTP/1.1\r\nHost: test\r\n" + Bearer() + "\r\n");
  ASSERT_TRUE(Eventually([this] { return echo_.waiting == 1; }));
  gateway_->Stop(std::chrono::milliseconds(50));
  EXPECT_TRUE(Eventually([this] { return echo_.cancelled == 1; }));
}

}  // namespace
}  // namespace rezon::gateway
