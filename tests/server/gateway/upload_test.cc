#include "tests/server/gateway/fixture.h"

namespace rezon::gateway {
namespace {

class UploadTest : public GatewayTest {
 protected:
  static std::string Bytes(size_t size) {
    std::string bytes(size, '\0');
    unsigned state = 1;
    for (char& c : bytes) {
      state = state * 1664525u + 1013904223u;
      c = static_cast<char>(state >> 24);
    }
    return bytes;
  }
  std::string Head(const std::string& query, const std::string& lines) const {
    return "POST /v1/things:import?" + query + " HTTP/1.1\r\nHost: test\r\n" + Bearer() + lines +
           "\r\n";
  }
  static std::string Length(size_t size) {
    return "Content-Length: " + std::to_string(size) + "\r\n";
  }
};

TEST_F(UploadTest, AFileArrivesWholeInSmallMessages) {
  const std::string file = Bytes(5'000'000);
  const HttpAnswer answer = Call("POST", "/v1/things:import?fileName=%D0%B0.txt&requestId=r1", file,
                                 "Content-Type: text/plain\r\n");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json json = Json::parse(answer.body);
  EXPECT_EQ(json["fileName"], "а.txt");
  EXPECT_EQ(json["requestId"], "r1");
  EXPECT_EQ(json["contentType"], "text/plain");
  EXPECT_EQ(json["sizeBytes"], "5000000");
  EXPECT_EQ(json["hash"], HashOf(file));
  EXPECT_LE(std::stoll(json["longestBytes"].get<std::string>()), 256 * 1024);
  EXPECT_GE(json["messageCount"], 20);
}

TEST_F(UploadTest, AChunkedBodyArrivesToo) {
  const std::string file = Bytes(300'000);
  std::string body;
  for (size_t at = 0; at < file.size(); at += 70'000) {
    const std::string part = file.substr(at, 70'000);
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", part.size());
    body += size + part + "\r\n";
  }
  HttpClient client = Connect();
  client.Send(Head("fileName=a", "Transfer-Encoding: chunked\r\n") + body + "0\r\n\r\n");
  const HttpAnswer answer = client.Read();
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(Json::parse(answer.body)["hash"], HashOf(file));
}

TEST_F(UploadTest, AnEmptyFileIsOneEmptyMessage) {
  const HttpAnswer answer = Call("POST", "/v1/things:import?fileName=a");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(Json::parse(answer.body)["messageCount"], 1);
}

TEST_F(UploadTest, AGigabyteIsRefusedBeforeItIsSent) {
  HttpClient client = Connect();
  client.Send(Head("fileName=a", Length(1ull << 30)));
  const HttpAnswer answer = client.Read();
  ASSERT_EQ(answer.status, 413) << answer.body;
  const Json json = Json::parse(answer.body);
  EXPECT_EQ(json["error"]["status"], "RESOURCE_EXHAUSTED");
  EXPECT_EQ(Detail(json, "ErrorInfo")["reason"], "REQUEST_TOO_LARGE");
  EXPECT_EQ(answer.Header("connection"), "close");
  EXPECT_EQ(echo_.begun, 0);
}

TEST_F(UploadTest, TheRefusalReachesAClientThatKeepsSending) {
  HttpClient client = Connect();
  const std::string body = Bytes(20'000'000);
  ASSERT_TRUE(client.Send(Head("fileName=a", Length(body.size()))));
  client.Send(body);
  EXPECT_EQ(client.Read().status, 413);
}

TEST_F(UploadTest, ABodyOfUnknownLengthIsCutAtTheLimit) {
  HttpClient client = Connect();
  ASSERT_TRUE(client.Send(Head("fileName=a", "Transfer-Encoding: chunked\r\n")));
  const std::string chunk = "100000\r\n" + std::string(0x100000, 'x') + "\r\n";
  for (int i = 0; i < 12; ++i) client.Send(chunk);
  EXPECT_EQ(client.Read().status, 413);
  EXPECT_TRUE(Eventually([this] { return echo_.cut_off == 1; }));
  EXPECT_EQ(echo_.imported, 0);
}

TEST_F(UploadTest, HalfAFileIsNotAFile) {
  HttpClient client = Connect();
  ASSERT_TRUE(client.Send(Head("fileName=a", Length(1'000'000)) + Bytes(500'000)));
  ASSERT_TRUE(Eventually([this] { return echo_.begun == 1; }));
  client.Close();
  EXPECT_TRUE(Eventually([this] { return echo_.cut_off == 1; }));
  EXPECT_EQ(echo_.imported, 0);
}

TEST_F(UploadTest, ARefusalByTheServiceIsTheAnswer) {
  const HttpAnswer answer =
      Call("POST", "/v1/things:import?fileName=refused.txt", Bytes(3'000'000));
  ASSERT_EQ(answer.status, 400) << answer.body;
  EXPECT_EQ(Detail(Json::parse(answer.body), "BadRequest")["fieldViolations"][0]["field"],
            "file_name");
}

TEST_F(UploadTest, WithoutATokenNoByteIsRead) {
  HttpClient client = Connect();
  client.Send("POST /v1/things:import HTTP/1.1\r\nHost: test\r\n" + Length(1'000'000) + "\r\n");
  EXPECT_EQ(client.Read().status, 401);
  EXPECT_EQ(echo_.begun, 0);
}

TEST_F(UploadTest, AClientMayAskBeforeItSends) {
  HttpClient client = Connect();
  client.Send(Head("fileName=a", Length(3) + "Expect: 100-continue\r\n"));
  EXPECT_EQ(client.Read().status, 100);
  client.Send("abc");
  const HttpAnswer answer = client.Read();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(Json::parse(answer.body)["hash"], HashOf("abc"));
}

}  // namespace
}  // namespace rezon::gateway
