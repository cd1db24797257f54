#include <sstream>

#include "tests/server/gateway/fixture.h"

namespace rezon::gateway {
namespace {

std::vector<Json> Lines(const std::string& body) {
  std::vector<Json> lines;
  std::istringstream in(body);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

using StreamTest = GatewayTest;

TEST_F(StreamTest, EachMessageIsALine) {
  const HttpAnswer answer = Call("POST", "/v1/things:watch", R"({"count":500})");
  ASSERT_EQ(answer.status, 200);
  EXPECT_EQ(answer.Header("content-type"), "application/x-ndjson; charset=utf-8");
  EXPECT_EQ(answer.Header("transfer-encoding"), "chunked");
  const auto lines = Lines(answer.body);
  ASSERT_EQ(lines.size(), 500u);
  EXPECT_EQ(lines[499]["name"], "things/499");
}

TEST_F(StreamTest, NothingIsAnEmptyStream) {
  const HttpAnswer answer = Call("POST", "/v1/things:watch", "{}");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "");
}

TEST_F(StreamTest, AFailureMidwayIsTheLastLine) {
  const HttpAnswer answer = Call("POST", "/v1/things:watch", R"({"count":2,"failAfter":true})");
  ASSERT_EQ(answer.status, 200);
  const auto lines = Lines(answer.body);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[2]["error"]["status"], "FAILED_PRECONDITION");
  EXPECT_EQ(Detail(lines[2], "ErrorInfo")["reason"], "NO_MORE");
}

TEST_F(StreamTest, AFailureBeforeTheFirstIsAnOrdinaryError) {
  const HttpAnswer answer = Call("POST", "/v1/things:watch", R"({"failAfter":true})");
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(Detail(Json::parse(answer.body), "ErrorInfo")["reason"], "NO_MORE");
}

TEST_F(StreamTest, TheConnectionLivesOnAfterwards) {
  HttpClient client = Connect();
  for (int i = 0; i < 3; ++i) {
    client.Send("POST /v1/things:watch HTTP/1.1\r\nHost: test\r\nContent-Length: 11\r\n" +
                Bearer() + "\r\n{\"count\":3}");
    EXPECT_EQ(Lines(client.Read().body).size(), 3u);
  }
}

TEST_F(StreamTest, AReaderThatLeavesEndsTheStream) {
  HttpClient client = Connect();
  client.Send("POST /v1/things:watch HTTP/1.1\r\nHost: test\r\nContent-Length: 21\r\n" + Bearer() +
              "\r\n{\"count\": 2000000000}");
  client.Close();
  EXPECT_TRUE(Eventually([this] { return echo_.cancelled == 1; }));
}

}  // namespace
}  // namespace rezon::gateway
