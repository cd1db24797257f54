#include <gtest/gtest.h>

#include <utility>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/deadlines/resolve.h"
#include "services/decisions/reader/text/utf8.h"
#include "tests/unit/reader/table.h"

namespace rezon::reader {
namespace {

DeadlineMatch ReadText(const std::string& low) {
  Tokens tokens;
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

terms::Regime Of(const char* jurisdiction) {
  return {&calendar::Calendar::Published(), terms::RuleBook::Published().Find(jurisdiction)};
}

Item Resolved(const std::string& phrase, const std::string& base,
              const char* jurisdiction = "ru-tyu") {
  Item item;
  const DeadlineMatch match = ReadDeadlinePhrase(Fold(phrase));
  item.deadline.kind = match.kind;
  ResolveDeadline(match, base, Of(jurisdiction), &item.deadline);
  std::string warning = DeadlineWarning(match, base, item.deadline);
  if (!warning.empty()) item.warnings.push_back(std::move(warning));
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

TEST(Deadlines, TheEventsOwnDaysAreNoTerm) {
  const auto found = [](const char* text, const char* base) {
    const std::string low = Fold(text);
    Tokens tokens;
    Tokenize(low, &tokens);
    return FindRunningDeadline({low, tokens}, base).has_value();
  };
  EXPECT_FALSE(found("Опубликовать всё, о чём говорили 14-15 мая 2026 года", "2026-05-15"));
  EXPECT_TRUE(found("Провести слёт 14-15 мая 2026 года", "2026-04-01"));
  EXPECT_TRUE(found("Подготовить справку до 15 мая 2026 года", "2026-05-15"));
  EXPECT_TRUE(found("Подготовить справку до конца мая 2026 года", "2026-05-31"));
}

TEST(Deadlines, ATermBeforeTheDecisionIsDoubted) {
  EXPECT_EQ(Resolved("до 1 марта 2021 года", "2022-08-26").warnings.size(), 1u);
  EXPECT_TRUE(Resolved("до 1 марта 2023 года", "2022-08-26").warnings.empty());
}

TEST(Deadlines, AYearlessRangeKeepsBothEnds) {
  const Item item = Resolved("июнь-август", "2024-09-02");
  EXPECT_EQ(item.deadline.start, "2025-06-01");
  EXPECT_EQ(item.deadline.end, "2025-08-31");
  EXPECT_EQ(Resolved("до сентября", "2024-02-01").deadline.end, "2024-08-31");
  EXPECT_EQ(Resolved("до марта", "2025-02-01").deadline.end, "2025-02-28");
}

TEST(Deadlines, ATermKeepsByWhatItWasCounted) {
  const Deadline urgent = Resolved("срочно", "2025-04-28", "ru-sve").deadline;
  EXPECT_EQ(urgent.end, "2025-05-05");  // three working days over the holidays of May
  EXPECT_EQ(urgent.calendar_version, "ru-2025.1");
  EXPECT_EQ(urgent.jurisdiction, "ru-sve");
  EXPECT_EQ(urgent.base_date, "2025-04-28");
  EXPECT_FALSE(urgent.provisional);
  const Deadline printed = Resolved("до 4 сентября 2027 года", "2025-04-28").deadline;
  EXPECT_EQ(printed.end, "2027-09-04");
  EXPECT_TRUE(printed.provisional);
  EXPECT_EQ(printed.calendar_version, "ru-2027.provisional");
  EXPECT_EQ(printed.base_date, "");
}

TEST(Deadlines, ADutyThatReturnsTellsItsNextReport) {
  const auto report = [](const char* phrase, const char* base) {
    return ExplainPhrase(phrase, base, Of("ru-sve")).report;
  };
  EXPECT_EQ(report("ежегодно до 20 января", "2025-08-26"), "2026-01-20");
  EXPECT_EQ(report("ежегодно, до 15 марта", "2025-08-26"), "2026-03-13");
  EXPECT_EQ(report("ежемесячно до 10 числа", "2025-08-26"), "2025-09-10");
  EXPECT_EQ(report("ежемесячно, не позднее 5-го числа", "2025-09-03"), "2025-09-05");
  EXPECT_EQ(report("ежеквартально до 5 числа месяца, следующего за отчётным", "2025-08-26"),
            "2025-10-03");
  EXPECT_EQ(report("ежеквартально", "2025-08-26"), "2025-10-10");
  EXPECT_EQ(report("каждый квартал", "2025-08-26"), "2025-10-10");
  EXPECT_EQ(report("один раз в месяц", "2025-08-26"), "2025-09-10");
  EXPECT_EQ(report("каждую пятницу", "2025-08-26"), "");
  EXPECT_EQ(report("постоянно", "2025-08-26"), "2026-01-20");
}

TEST(Deadlines, AnExplanationEndsOnTheDayThatIsDue) {
  const Explanation told = ExplainPhrase("До конца III квартала 2024 года", "", Of("ru"));
  EXPECT_EQ(told.deadline.end, "2024-09-30");
  EXPECT_EQ(told.due, "2024-09-30");
  ASSERT_EQ(told.steps.size(), 3u);
  EXPECT_EQ(told.steps[0].rule, "date.until.quarter");
  EXPECT_EQ(told.steps[1].rule, "interval.last_day");
  EXPECT_EQ(told.steps[2].rule, "ru/shift.preceding");
  EXPECT_EQ(ExplainPhrase("до сентября 2024 года", "", Of("ru")).due, "2024-08-30");
  EXPECT_EQ(ExplainPhrase("по согласованию", "2021-08-26", Of("ru")).due, "2021-09-24");
  EXPECT_EQ(ExplainPhrase("", "2021-08-26", Of("ru")).due, "2021-09-24");
}

// Whoever asks for an explanation gets the date that the reader gave: each phrase of the table.
TEST(Deadlines, EveryPhraseIsExplainedAsItIsRead) {
  for (const auto& row : ReadTable("deadlines.tsv", 5)) {
    if (row[0] != "line") continue;
    const Item item = Resolved(row[1], "2024-02-15");
    const Explanation told = ExplainPhrase(row[1], "2024-02-15", Of("ru-tyu"));
    ASSERT_FALSE(told.steps.empty()) << row[1];
    if (item.deadline.kind == DeadlineKind::kNone) continue;
    EXPECT_EQ(told.deadline.end, item.deadline.end) << row[1];
    EXPECT_EQ(told.deadline.start, item.deadline.start) << row[1];
    EXPECT_EQ(told.deadline.calendar_version, item.deadline.calendar_version) << row[1];
    for (const terms::Step& step : told.steps) {
      EXPECT_FALSE(step.russian.empty() || step.english.empty() || step.rule.empty()) << row[1];
    }
    if (!told.due.empty()) {
      EXPECT_EQ(absl::FormatCivilTime(*told.steps.back().after), told.due) << row[1];
    }
  }
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
    Tokens tokens;
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
