#include "services/decisions/domain/source_place.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace rezon::decisions {
namespace {

using rezon::common::v1::SourceSpan;

SourceSpan SpanOf(std::size_t begin, std::size_t end) {
  SourceSpan span;
  span.set_begin(static_cast<std::int64_t>(begin));
  span.set_end(static_cast<std::int64_t>(end));
  return span;
}

std::string Printed(std::string_view text, const SourceSpan& span) {
  return std::string(text.substr(static_cast<std::size_t>(span.begin()),
                                 static_cast<std::size_t>(span.end() - span.begin())));
}

SourceSpan Moved(const SourceSpan& span, const std::string& before, const std::string& after) {
  return Carrier(before, after).Carry(span);
}

TEST(SourcePlaceTest, ATextIsFoundThoughItsSpacesDiffer) {
  const std::string source = "1.  провести\n  семинар ;";
  const std::string text = "провести семинар";
  const auto bytes = BytesInSource(text, source, SpanOf(0, source.size()));
  ASSERT_EQ(bytes.size(), text.size());
  EXPECT_EQ(bytes[0], source.find("провести"));
  EXPECT_EQ(bytes[text.find("семинар")], source.find("семинар"));
  EXPECT_TRUE(BytesInSource("другое", source, SpanOf(0, source.size())).empty());
  EXPECT_TRUE(BytesInSource(text, source, SpanOf(0, 5000)).empty());
  EXPECT_TRUE(BytesInSource(text, source, SpanOf(9, 3)).empty());
}

TEST(SourcePlaceTest, APlaceMovesWithItsWordsToTheNearest) {
  const std::string before = "пункт; иное; пункт";
  const std::string after = "шапка; пункт; иное; пункт";
  const auto last = SpanOf(before.rfind("пункт"), before.size());
  const SourceSpan carried = Moved(last, before, after);
  EXPECT_EQ(static_cast<std::size_t>(carried.begin()), after.rfind("пункт"));
  EXPECT_EQ(Printed(after, carried), "пункт");
  const auto first = SpanOf(0, before.find(';'));
  EXPECT_EQ(Moved(first, before, before + "; пункт").begin(), 0);
  EXPECT_EQ(Moved(last, before, before + "; пункт").begin(), last.begin());
  EXPECT_EQ(Moved(last, before, before).begin(), last.begin());
  EXPECT_EQ(Moved(last, before, "совсем другое").end(), 0);
  EXPECT_EQ(Moved(last, before, "").end(), 0);
}

TEST(SourcePlaceTest, ItIsNotLookedForFarAway) {
  const std::string padding(1 << 20, ' ');
  EXPECT_EQ(Moved(SpanOf(0, 3), "xyz" + padding, padding + "xyz").end(), 0);
  EXPECT_EQ(Moved(SpanOf(0, 3), "xyz", padding + "xyz").begin(), 1 << 20);
}

}  // namespace
}  // namespace rezon::decisions
