#include <gtest/gtest.h>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/deadlines/resolve.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

DeadlineMatch ReadText(const std::string& low) {
  std::vector<Token> tokens;
  Tokenize(low, &tokens);
  return FindRunningDeadline({low, tokens}).value_or(DeadlineMatch{});
}

TEST(Deadlines, EveryPhraseOfTheTable) {
  const auto rows = ReadTable("deadlines.tsv", 5);
  ASSERT_GE(rows.size(), 150u);
  for (const auto& row : rows) {
    const std::string low = Fold(row[1]);
    const DeadlineMatch match = row[0] == "line" ? ReadDeadlinePhrase(low) : ReadText(low);
    EXPECT_EQ(Name(match.kind), row[2]) << row[0] << ": " << row[1];
    EXPECT_EQ(match.start, row[3]) << row[0] << ": " << row[1];
    EXPECT_EQ(match.end, row[4]) << row[0] << ": " << row[1];
    EXPECT_EQ(match.rule.empty(), match.kind == DeadlineKind::kNone) << row[1];
  }
}

Item Resolved(const std::string& phrase, const std::string& base) {
  Item item;
  const DeadlineMatch match = ReadDeadlinePhrase(Fold(phrase));
  ResolveDeadline(match, base, &item);
  return item;
}

TEST(Deadlines, RelativeTermsCountFromTheBaseDate) {
  EXPECT_EQ(Resolved("срочно", "2025-03-10").deadline.end, "2025-03-13");
  EXPECT_EQ(Resolved("оперативно", "2025-03-10").deadline.end, "2025-03-20");
  EXPECT_EQ(Resolved("весьма срочно", "2025-03-14").deadline.end, "2025-03-17");  // a Friday
  EXPECT_EQ(Resolved("в течение 5 рабочих дней", "2025-03-14").deadline.end, "2025-03-21");
  EXPECT_EQ(Resolved("в течение 10 дней", "2024-02-25").deadline.end, "2024-03-06");
  EXPECT_EQ(Resolved("в месячный срок", "2025-01-31").deadline.end, "2025-02-28");
  EXPECT_EQ(Resolved("в двухнедельный срок", "2025-01-01").deadline.end, "2025-01-15");
  EXPECT_TRUE(Resolved("срочно", "").deadline.end.empty());
}

TEST(Deadlines, AMissingYearIsProposedAndSaidSo) {
  const Item item = Resolved("до 1 сентября", "2024-09-02");
  EXPECT_EQ(item.deadline.end, "2025-09-01");
  ASSERT_EQ(item.warnings.size(), 1u);
  EXPECT_NE(item.warnings[0].find("2025"), std::string::npos);
}

TEST(Deadlines, OneMonthEndsOnTheSameDayOrTheMonthsLast) {
  const auto month = [](const char* day) { return Iso(AddMonths(*ParseIso(day), 1)); };
  EXPECT_EQ(month("2019-08-24"), "2019-09-24");
  EXPECT_EQ(month("2025-01-31"), "2025-02-28");
  EXPECT_EQ(month("2024-01-31"), "2024-02-29");
  EXPECT_EQ(month("2023-12-15"), "2024-01-15");
}

TEST(Deadlines, NoDaysThatDoNotExist) {
  EXPECT_EQ(ReadDeadlinePhrase("до 31.02.2024").kind, DeadlineKind::kNone);
  EXPECT_EQ(ReadDeadlinePhrase("до 45 мая 2024 года").kind, DeadlineKind::kRange);  // May itself
  EXPECT_FALSE(ParseIso("2023-02-29").has_value());
  EXPECT_FALSE(ParseIso("2023-2-9").has_value());
}

TEST(Deadlines, ABracketIsATermOnlyWhenNothingElseIsInIt) {
  const auto bracket = [](const std::string& text) {
    const std::string low = Fold(text);
    std::vector<Token> tokens;
    Tokenize(low, &tokens);
    return FindBracketDeadline({low, tokens}).has_value();
  };
  EXPECT_TRUE(bracket("реализовать проект (1-3 ноября 2022 года);"));
  EXPECT_TRUE(bracket("вести работу (постоянно)."));
  EXPECT_TRUE(bracket("вести работу (срок: в течение учебного года)."));
  EXPECT_FALSE(bracket("изучить опыт (мастер-класс, стажировка, до и после уроков)"));
  EXPECT_FALSE(bracket("утвердить порядок (приложение № 3)"));
  EXPECT_FALSE(bracket("отметить работу (протокол от 12.03.2021 № 2)"));
  EXPECT_FALSE(bracket("провести (отв. школы, до 1 мая 2023 года)"));
}

}  // namespace
}  // namespace rezon::reader
