#include "services/decisions/reader/source_map.h"

#include <gtest/gtest.h>

#include <string>

#include "services/decisions/reader/reader.h"
#include "services/decisions/reader/text/clean.h"

namespace rezon::reader {
namespace {

TEST(SourceMap, ArtefactsAreLeftOutAndEveryKeptByteFindsItsPlace) {
  const std::string source =
      "\xEF\xBB\xBF## **Решили:**\r\n[bookmark: _x]1. Про\xC2\xADвести&quot;семинар&quot;\r\n"
      "\xC2\xA0- отм\xC2\xADетить ачибку";
  const auto document = Read(source, {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->text, "Решили:\n1. Провести\"семинар\"\n - отметить ачибку");
  for (const char* word : {"Решили", "Про", "вести", "семинар", "етить", "ачибку"}) {
    const auto at = static_cast<uint32_t>(document->text.find(word));
    EXPECT_EQ(document->source_map.At(at).offset, source.find(word)) << word;
    EXPECT_EQ(document->source_map.At(at).unit, 0u);
  }
}

TEST(SourceMap, ALineThatBreaksAtASoftHyphenIsJoined) {
  const auto document = Read("Решили:\n1. Провести сове\xC2\xAD\nщание учителей.\n", {});
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->items.size(), 1u);
  EXPECT_EQ(document->items[0].text, "Провести совещание учителей");
}

TEST(SourceMap, RunsOfBothMapsAreComposed) {
  // Extracted: 0-9 from unit 4, 10- from unit 7; cleaned: two bytes at 5 were dropped.
  const SourceMap map = ComposeMap({{0, 0}, {5, 7}}, {{0, {4, 100}}, {10, {7, 0}}});
  EXPECT_EQ(map.At(4), (SourcePlace{4, 104}));
  EXPECT_EQ(map.At(5), (SourcePlace{4, 107}));
  EXPECT_EQ(map.At(7), (SourcePlace{4, 109}));
  EXPECT_EQ(map.At(8), (SourcePlace{7, 0}));
  EXPECT_EQ(map.At(20), (SourcePlace{7, 12}));
  EXPECT_EQ(SourceMap().At(3), (SourcePlace{0, 3}));
}

}  // namespace
}  // namespace rezon::reader
