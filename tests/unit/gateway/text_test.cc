#include "gateway/transcode/text.h"

#include <gtest/gtest.h>

#include "gateway/transcode/wire.h"

namespace rezon::gateway {
namespace {

TEST(TextTest, Utf8) {
  for (const char* good :
       {"", "abc", "приказ", "\xF0\x9F\x93\x84", "\xEF\xBF\xBD", "\xED\x9F\xBF"}) {
    EXPECT_TRUE(IsUtf8(good)) << good;
  }
  for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                          "\xD0", "\xD0q", "\xEF\xF0\xE8\xEA\xE0\xE7"}) {
    EXPECT_FALSE(IsUtf8(bad));
  }
}

TEST(TextTest, PercentDecoding) {
  EXPECT_EQ(PercentDecode("a%20b+c", true), "a b c");
  EXPECT_EQ(PercentDecode("a+b", false), "a+b");
  EXPECT_EQ(PercentDecode("%d0%B0", false), "а");
  for (const char* bad : {"%", "%2", "%g0", "%0g", "%00", "%C0%80"}) {
    EXPECT_FALSE(PercentDecode(bad, false).has_value()) << bad;
  }
}

TEST(TextTest, SnakeCase) {
  EXPECT_EQ(SnakeCase("displayName,part.innerText"), "display_name,part.inner_text");
  EXPECT_EQ(SnakeCase("display_name"), "display_name");
}

TEST(WireTest, FindsTheLastOccurrence) {
  std::string message;
  wire::AppendVarintField(message, 1, 1ull << 63);
  wire::AppendBytesField(message, 13, "first");
  wire::AppendBytesField(message, 2, std::string(300, 'x'));
  wire::AppendBytesField(message, 13, "second");
  EXPECT_EQ(wire::FindBytesField(message, 13), "second");
  EXPECT_EQ(wire::FindBytesField(message, 14), std::nullopt);
  EXPECT_EQ(wire::FindBytesField(message.substr(0, message.size() - 1), 13), std::nullopt);
  EXPECT_EQ(wire::FindBytesField("\xFF\xFF\xFF", 13), std::nullopt);
}

}  // namespace
}  // namespace rezon::gateway
