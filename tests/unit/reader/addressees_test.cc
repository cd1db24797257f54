#include <gtest/gtest.h>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

std::string Joined(const std::string& text, const std::vector<Phrase>& phrases) {
  std::string all;
  for (const Phrase& phrase : phrases) {
    all += (all.empty() ? "" : " | ") + text.substr(phrase.begin, phrase.end - phrase.begin);
  }
  return all.empty() ? "-" : all;
}

std::vector<Phrase> Find(const std::string& text) {
  const std::string low = Fold(text);
  Tokens tokens;
  Tokenize(low, &tokens);
  return FindAddressees(text, low, tokens);
}

TEST(Addressees, EveryPhraseOfTheTable) {
  const auto rows = ReadTable("addressees.tsv", 3);
  ASSERT_GE(rows.size(), 120u);
  for (const auto& row : rows) {
    const std::string& text = row[1];
    const auto phrases =
        row[0] == "point" ? Find(text) : SplitAddressees(text, Fold(text), 0, text.size());
    EXPECT_EQ(Joined(text, phrases), row[2]) << row[0] << ": " << text;
  }
}

TEST(Addressees, WhoeverControlIsLaidOnIsTheController) {
  const auto phrases = Find("Контроль за исполнением возложить на начальника отдела");
  ASSERT_EQ(phrases.size(), 1u);
  EXPECT_TRUE(phrases[0].controller);
  EXPECT_FALSE(Find("Управлению образования провести семинар").at(0).controller);
}

TEST(Addressees, LineEndsPartAddressees) {
  const std::string text = "Центр развития\nУправление образования";
  EXPECT_EQ(Joined(text, SplitAddressees(text, Fold(text), 0, text.size())),
            "Центр развития | Управление образования");
}

}  // namespace
}  // namespace rezon::reader
