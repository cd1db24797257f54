#include <gtest/gtest.h>

#include "gateway/transcode/jsoncheck.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/gateway/echo_schema.h"

namespace rezon::gateway {
namespace {

absl::Status Check(std::string_view text) {
  const auto* thing = EchoSchema::Get().schema->pool().FindMessageTypeByName("rezon.echo.v1.Thing");
  return CheckJson(text, thing);
}

TEST(JsonTest, TakesWhatTheGrammarAllows) {
  for (const char* text :
       {"{}", " {\t\r\n} ", R"({"name":"a"})", R"({"displayName":"A","etag":"\"1\""})",
        R"({"display_name":"A"})", R"({"real":-0.5e+10,"big":"12","flag":true,"part":null})",
        R"({"parts":[{"number":1},{"inner":{"inner":{"text":"x"}}}]})",
        R"({"labels":{"any key":"v","b":"w"}})", R"({"time":"2024-05-01T00:00:00Z"})",
        R"({"name":"\u041f\ud83d\udcc4\n"})", R"({"maybe":5})"}) {
    EXPECT_TRUE(Check(text).ok()) << text << ": " << Check(text);
  }
}

TEST(JsonTest, RefusesWhatProtobufWouldForgive) {
  for (const char* text : {"",
                           "null",
                           "[]",
                           "\"a\"",
                           "{",
                           "}",
                           "{}{}",
                           "{} x",
                           "{name:\"a\"}",
                           "{'name':\"a\"}",
                           R"({"name":'a'})",
                           R"({"name":"a",})",
                           R"({,"name":"a"})",
                           R"({"name" "a"})",
                           R"({"parts":[{},]})",
                           R"({"parts":[,{}]})",
                           R"({"big":01})",
                           R"({"big":+1})",
                           R"({"big":.5})",
                           R"({"big":1.})",
                           R"({"big":1e})",
                           R"({"big":0x10})",
                           R"({"real":NaN})",
                           R"({"real":Infinity})",
                           R"({"flag":True})",
                           R"({"flag":tru})",
                           R"({"name":"a)",
                           R"({"name":"\x41"})",
                           R"({"name":"\u12"})",
                           "{\"name\":\"a\nb\"}",
                           R"({"name":"\ud800"})",
                           R"({"name":"\udc00\ud800"})",
                           R"({"name":"\u0000"})",
                           "{\"name\":\"\xFF\"}",
                           "{\"name\":\"\xED\xA0\x80\"}",
                           R"(// c
{})"}) {
    EXPECT_EQ(errors::Reason(Check(text)), "JSON_MALFORMED") << text;
  }
  EXPECT_EQ(errors::Reason(Check(std::string_view("{}\0", 3))), "JSON_MALFORMED");
}

TEST(JsonTest, NamesTheUnknownFieldByItsPath) {
  const struct {
    const char* text;
    const char* path;
  } cases[] = {{R"({"nme":"a"})", "nme"},
               {R"({"Name":"a"})", "Name"},
               {R"({"part":{"txt":1}})", "part.txt"},
               {R"({"parts":[{},{"inner":{"x":{}}}]})", "parts[1].inner.x"}};
  for (const auto& c : cases) {
    const auto violations = errors::Violations(Check(c.text));
    ASSERT_EQ(violations.size(), 1u) << c.text;
    EXPECT_EQ(violations[0].path, c.path);
  }
}

TEST(JsonTest, RefusesAFieldTwice) {
  for (const char* text :
       {R"({"name":"a","name":"b"})", R"({"displayName":"a","display_name":"b"})",
        R"({"labels":{"k":"1","k":"2"}})", R"({"labels":{"k":"1","\u006b":"2"}})"}) {
    EXPECT_EQ(errors::Violations(Check(text)).size(), 1u) << text;
  }
  EXPECT_TRUE(Check(R"({"part":{"number":1},"parts":[{"number":1},{"number":1}]})").ok());
}

TEST(JsonTest, RefusesBottomlessNesting) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += R"({"inner":)";
  EXPECT_EQ(errors::Reason(Check(R"({"part":)" + text)), "JSON_MALFORMED");
  EXPECT_EQ(errors::Reason(Check(R"({"labels":)" + std::string(100000, '['))), "JSON_MALFORMED");
}

}  // namespace
}  // namespace rezon::gateway
