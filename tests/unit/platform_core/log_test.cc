#include "services/platform/log/log.h"

#include <gtest/gtest.h>

#include "services/platform/log/json.h"
#include "services/platform/trace/span.h"

namespace rezon::log {
namespace {

std::string Json(std::string_view text) {
  std::string out;
  AppendJsonText(out, text);
  return out;
}

TEST(Log, EscapesToValidJson) {
  EXPECT_EQ(Json("a\"b\\c\n\x01"), "\"a\\\"b\\\\c\\n\\u0001\"");
  EXPECT_EQ(Json("Тюмень"), "\"Тюмень\"");
  EXPECT_EQ(Json("\xff"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(Json("\xc3"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(Json("\xed\xa0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(Log, LineCarriesServiceTraceAndFields) {
  Init("unit", "info");
  trace::Span span("s", trace::Kind::kInternal, {});
  testing::internal::CaptureStderr();
  {
    trace::Scope scope(span.context());
    Info("hello", {{"n", 3}, {"x", 1.5}, {"ok", true}, {"who", std::string("мир")}});
  }
  Debug("not shown");
  const std::string lines = testing::internal::GetCapturedStderr();
  EXPECT_NE(lines.find("\"level\":\"info\",\"service\":\"unit\",\"msg\":\"hello\""),
            std::string::npos);
  EXPECT_NE(lines.find("\"trace_id\":\"" + trace::TraceIdHex(span.context())), std::string::npos);
  EXPECT_NE(lines.find("\"n\":3,\"x\":1.5,\"ok\":true,\"who\":\"мир\"}\n"), std::string::npos);
  EXPECT_EQ(lines.find("not shown"), std::string::npos);
}

}  // namespace
}  // namespace rezon::log
