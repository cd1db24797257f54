#include "services/decisions/reader/suggestions/suggestions.h"

#include <gtest/gtest.h>

#include "services/decisions/reader/reader.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

TEST(Suggestions, EveryPhraseOfTheTable) {
  const auto rows = ReadTable("suggestions.tsv", 2);
  ASSERT_GE(rows.size(), 15u);
  for (const auto& row : rows) {
    ParagraphPool pool;
    Paragraph paragraph;
    const std::string low = Fold(row[0]);
    paragraph.AddLine(row[0], low, 0, static_cast<uint32_t>(row[0].size()), &pool);
    Tokens tokens;
    Tokenize(low, &tokens);
    std::string shown;
    for (const Suggestion& one : SuggestionsIn(paragraph, {low, tokens})) {
      shown += (shown.empty() ? "" : " | ") + one.text;
      EXPECT_EQ(row[0].substr(one.span.begin, one.span.end - one.span.begin), one.text);
      EXPECT_TRUE(one.rule.starts_with("suggest.")) << one.rule;
    }
    EXPECT_EQ(shown.empty() ? "-" : shown, row[1]) << row[0];
  }
}

TEST(Suggestions, OnlyThePreambleOffersThem) {
  const auto document = Read(
      "РЕЗОЛЮЦИЯ\nрайонного форума «Сад и школа»\n\n3 марта 2021 года\n\n"
      "Участники предлагают издать сборник\nлучших занятий года. Форум прошёл живо.\n\n"
      "Участники форума рекомендуют:\n\n"
      "1. Отделу образования предложить школам провести смотр.\n",
      {});
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->suggestions.size(), 1u);
  EXPECT_EQ(document->suggestions[0].text, "издать сборник лучших занятий года");
  const Span span = document->suggestions[0].span;
  EXPECT_EQ(document->text.substr(span.begin, span.end - span.begin),
            "издать сборник\nлучших занятий года");
  EXPECT_EQ(document->items.size(), 1u);
}

}  // namespace
}  // namespace rezon::reader
