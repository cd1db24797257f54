#include "services/decisions/domain/snippet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "services/decisions/domain/utf8.h"

namespace rezon::decisions {
namespace {

TEST(SnippetTest, LettersComeBackAsPrinted) {
  EXPECT_EQ(MakeSnippet("Учёт детей", "\x02Учет\x03 детей", 100), "\x02Учёт\x03 детей");
}

TEST(SnippetTest, LongTextIsCutAtSpacesAroundTheFirstWord) {
  std::string before, after;
  for (int i = 0; i < 100; ++i) before += "слово ";
  for (int i = 0; i < 100; ++i) after += " конец";
  const std::string snippet =
      MakeSnippet(before + "учёт" + after, before + "\x02учет\x03" + after, 60);
  EXPECT_EQ(snippet.rfind("… слово", 0), 0u);
  EXPECT_NE(snippet.find("\x02учёт\x03"), std::string::npos);
  EXPECT_EQ(snippet.substr(snippet.size() - std::string(" …").size()), " …");
  EXPECT_LT(snippet.size(), 200u);
}

TEST(SnippetTest, MarksStayInPairs) {
  std::string text, marked;
  for (int i = 0; i < 50; ++i) {
    text += "план работ ";
    marked += "\x02план работ\x03 ";
  }
  const std::string snippet = MakeSnippet(text, marked, 40);
  EXPECT_EQ(std::count(snippet.begin(), snippet.end(), kMarkBegin),
            std::count(snippet.begin(), snippet.end(), kMarkEnd));
}

TEST(SnippetTest, ADifferentTextIsUsedAsItIs) {
  EXPECT_EQ(MakeSnippet("a <b> c",
                        "a \x02"
                        "c\x03",
                        100),
            "a \x02"
            "c\x03");
}

TEST(Utf8Test, OnlyWellFormedTextIsPlain) {
  EXPECT_TRUE(IsPlainUtf8("Ёлка\t—\nx"));
  for (const char* wrong : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xD0", "a\x01", "\x7F",
                            "\x80", "\xE0\x9F\xBF"}) {
    EXPECT_FALSE(IsPlainUtf8(wrong)) << wrong;
  }
  EXPECT_EQ(Shorten("абвг", 3), "абв…");
  EXPECT_EQ(Shorten("абв", 3), "абв");
}

}  // namespace
}  // namespace rezon::decisions
