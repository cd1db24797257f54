#include "services/decisions/reader/facts/parties.h"

#include <gtest/gtest.h>

#include "services/decisions/reader/reader.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

TEST(Parties, EveryPhraseOfTheTable) {
  const auto rows = ReadTable("parties.tsv", 2);
  ASSERT_GE(rows.size(), 30u);
  for (const auto& row : rows) {
    ParagraphPool pool;
    Paragraph paragraph;
    const std::string low = Fold(row[0]);
    paragraph.AddLine(row[0], low, 0, static_cast<uint32_t>(row[0].size()), &pool);
    Tokens tokens;
    Tokenize(low, &tokens);
    std::string shown;
    for (const Party& party : PartiesIn(paragraph, {low, tokens})) {
      shown += (shown.empty() ? "" : " | ") + std::string(Name(party.kind)) + "=" + party.name;
      EXPECT_EQ(row[0].substr(party.span.begin, party.span.end - party.span.begin), party.name);
    }
    EXPECT_EQ(shown.empty() ? "-" : shown, row[1]) << row[0];
  }
}

TEST(Parties, OfTheWholeDocumentEachOnce) {
  const auto document = Read(
      "РЕЗОЛЮЦИЯ\nрайонного форума «Сад и школа»\n\n3 марта 2021 года\n\n"
      "Организатором форума выступил отдел образования. Форум прошёл на базе гимназии № 3.\n\n"
      "Организатором форума стал отдел образования.\n\n"
      "Участники форума рекомендуют:\n\n"
      "1. Провести смотр на базе гимназии № 8.\n",
      {});
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->event.parties.size(), 2u);
  EXPECT_EQ(document->event.parties[0].name, "отдел образования");
  EXPECT_EQ(document->event.parties[0].rule, "organiser.role");
  EXPECT_EQ(document->event.parties[1].kind, PartyKind::kVenue);
  EXPECT_EQ(document->event.parties[1].name, "гимназии № 3");
}

}  // namespace
}  // namespace rezon::reader
