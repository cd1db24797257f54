#include "services/decisions/reader/relations/relations.h"

#include <gtest/gtest.h>

#include "services/decisions/reader/reader.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

std::string OrDash(const std::string& text) { return text.empty() ? "-" : text; }

std::string Shown(const Relation& relation) {
  const RelationTarget& target = relation.target;
  std::string labels;
  for (const std::string& label : target.labels) labels += (labels.empty() ? "" : ",") + label;
  std::string text = std::string(Name(relation.kind)) + " " + OrDash(target.act) +
                     (target.own ? "! " : " ") + OrDash(target.number) + " " + OrDash(target.date) +
                     " " + OrDash(labels);
  if (!target.issuer.empty()) text += " [" + target.issuer + "]";
  if (!target.title.empty()) text += " {" + target.title + "}";
  return text;
}

std::string Shown(const std::vector<Relation>& relations) {
  std::string all;
  for (const Relation& relation : relations) all += (all.empty() ? "" : " | ") + Shown(relation);
  return OrDash(all);
}

TEST(Relations, EveryPhraseOfTheTable) {
  const auto rows = ReadTable("relations.tsv", 3);
  ASSERT_GE(rows.size(), 50u);
  for (const auto& row : rows) {
    const int32_t item = row[0] == "point" ? 1 : 0;
    ParagraphPool pool;
    Paragraph paragraph;
    const std::string low = Fold(row[1]);
    paragraph.AddLine(row[1], low, 0, static_cast<uint32_t>(row[1].size()), &pool);
    EXPECT_EQ(Shown(RelationsIn(paragraph, item, nullptr)), row[2]) << row[1];
  }
}

constexpr char kDocument[] =
    "РЕШЕНИЕ\nрайонного совещания «Итоги года»\n\n3 марта 2023 года\n\n"
    "Совещание решило:\n\n"
    "1. Снять с контроля:\n"
    "1.1. пункт 2 решения от 1 марта 2022 г. № 4;\n"
    "1.2. пункты 5, 6 решения от 7 июня 2022 г. № 9.\n"
    "2. Внести в решение конференции от 12.03.2020 № 45 следующие изменения:\n"
    "2.1. пункт 3 изложить в следующей редакции: «3. Вести сайт»;\n"
    "2.2. дополнить пунктом 4.1.\n"
    "3. Продолжить работу по развитию школьных музеев.\n";

TEST(Relations, EntriesTakeTheRuleAndTheActOfTheLineThatOpensThem) {
  const auto document = Read(kDocument, {});
  ASSERT_TRUE(document.ok());
  std::vector<std::string> shown;
  for (const Relation& relation : document->relations) {
    shown.push_back(document->items.at(relation.item - 1).label + ": " + Shown(relation));
  }
  const std::vector<std::string> expected = {
      "1.1: removes_from_control решение 4 2022-03-01 2",
      "1.2: removes_from_control решение 9 2022-06-07 5,6",
      "2: amends решение 45 2020-03-12 - [конференции]",
      "2.1: supersedes решение 45 2020-03-12 3 [конференции]",
      "2.2: supplements решение 45 2020-03-12 4.1 [конференции]",
      "3: continues - - - - {работу по развитию школьных музеев}"};
  EXPECT_EQ(shown, expected);
}

TEST(Relations, SpansPointAtTheWords) {
  const auto document = Read(kDocument, {});
  ASSERT_TRUE(document.ok());
  ASSERT_GE(document->relations.size(), 3u);
  const auto at = [&](const Span& span) {
    return document->text.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(at(document->relations[0].target.span), "пункт 2 решения от 1 марта 2022 г. № 4");
  EXPECT_EQ(at(document->relations[2].span),
            "Внести в решение конференции от 12.03.2020 № 45 следующие изменения");
  for (const Relation& relation : document->relations) {
    EXPECT_GT(relation.confidence, 0.4);
    EXPECT_LE(relation.confidence, 1.0);
    EXPECT_FALSE(relation.rule.empty());
  }
}

}  // namespace
}  // namespace rezon::reader
