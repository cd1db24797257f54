#include "services/platform/terms/count.h"

#include <gtest/gtest.h>

#include <string>

namespace rezon::terms {
namespace {

using absl::CivilDay;

std::optional<CivilDay> D(const std::string& text) {
  CivilDay day;
  return absl::ParseCivilTime(text, &day) ? std::optional(day) : std::nullopt;
}

std::string Text(const std::optional<CivilDay>& day) {
  return day ? absl::FormatCivilTime(*day) : "";
}

Regime Of(const char* jurisdiction) {
  return {&calendar::Calendar::Published(), RuleBook::Published().Find(jurisdiction)};
}

Term Printed(const std::string& start, const std::string& end) {
  Term term;
  term.kind = start.empty() ? Term::Kind::kDate : Term::Kind::kRange;
  term.rule = "date.until.day";
  term.start = D(start);
  term.end = D(end);
  return term;
}

Term Word(Term::Word word) {
  Term term;
  term.kind = Term::Kind::kRelative;
  term.rule = "relative.word";
  term.word = word;
  return term;
}

Term Within(int amount, Unit unit) {
  Term term;
  term.kind = Term::Kind::kRelative;
  term.rule = "relative.within";
  term.amount = amount;
  term.unit = unit;
  return term;
}

Term Standing(Period period, int month = 0, int day = 0) {
  Term term;
  term.kind = Term::Kind::kStanding;
  term.rule = "standing.recurring";
  term.period = period;
  term.month = month;
  term.day = day;
  return term;
}

std::string Due(const Term& term, const char* base, const char* jurisdiction = "ru") {
  return Text(Count(term, D(base), Of(jurisdiction)).due);
}

std::string Report(const Term& term, const char* base, const char* jurisdiction = "ru-sve") {
  return Text(Count(term, D(base), Of(jurisdiction)).report);
}

// Vectors of domain.md 5.4: one month, then the preceding working day.
TEST(Count, NoTermIsOneMonth) {
  EXPECT_EQ(Due({}, "2019-08-24"), "2019-09-24");
  EXPECT_EQ(Due({}, "2025-01-31"), "2025-02-28");
  EXPECT_EQ(Due({}, "2024-01-31"), "2024-02-29");
  EXPECT_EQ(Due({}, "2021-08-26"), "2021-09-24");
  EXPECT_EQ(Due({}, "2025-10-04"), "2025-11-01");  // from Tuesday 4, a holiday; Saturday is worked
  EXPECT_EQ(Due({}, ""), "");
}

TEST(Count, AnUrgentTermIsTheJurisdictions) {
  const Term very = Word(Term::Word::kVeryUrgent), urgent = Word(Term::Word::kUrgent);
  const Term prompt = Word(Term::Word::kPrompt);
  EXPECT_EQ(Due(urgent, "2025-03-10"), "2025-03-13");
  EXPECT_EQ(Due(urgent, "2025-03-13", "ru-tyu"), "2025-03-14");  // Sunday 16, then back to Friday
  EXPECT_EQ(Due(urgent, "2025-03-13", "ru-sve"), "2025-03-18");  // three working days
  EXPECT_EQ(Due(prompt, "2025-03-10", "ru-tyu"), "2025-03-20");
  EXPECT_EQ(Due(prompt, "2025-04-25", "ru-sve"), "2025-05-15");  // over both May holidays
  EXPECT_EQ(Due(very, "2025-03-14", "ru-sve"), "2025-03-17");
  EXPECT_EQ(Due(urgent, "2025-03-13", "ru-civil"), "2025-03-17");  // the next working day
}

TEST(Count, PrintedLengthsAreCountedAsPrinted) {
  EXPECT_EQ(Due(Within(10, Unit::kWorkingDays), "2025-12-25"), "2026-01-20");
  EXPECT_EQ(Due(Within(10, Unit::kCalendarDays), "2024-02-25"), "2024-03-06");
  EXPECT_EQ(Due(Within(2, Unit::kMonths), "2024-12-31"), "2025-02-28");
  EXPECT_EQ(Due(Within(1, Unit::kYears), "2024-02-29"), "2025-02-28");
  EXPECT_EQ(Due(Within(1000000, Unit::kCalendarDays), "2024-02-29"), "");
}

TEST(Count, APrintedDayOffMovesAsTheJurisdictionSays) {
  const Term term = Printed("", "2024-09-01");
  EXPECT_EQ(Due(term, ""), "2024-08-30");
  EXPECT_EQ(Due(term, "", "ru-civil"), "2024-09-02");
  const auto none = RuleBook::WithRows("ru-xyz | shift | none | устав");
  ASSERT_TRUE(none.ok()) << none.status();
  const Regime regime = {&calendar::Calendar::Published(), none->Find("ru-xyz")};
  EXPECT_EQ(Text(Count(term, {}, regime).due), "2024-09-01");
  EXPECT_EQ(Text(Count(term, {}, Of("ru")).end), "2024-09-01");  // the printed day is kept
}

TEST(Count, ATermIsNotMovedBeforeItBegins) {
  EXPECT_EQ(Due(Printed("2023-04-15", "2023-04-16"), ""), "2023-04-16");  // a weekend's event
  EXPECT_EQ(Due(Printed("2023-04-14", "2023-04-16"), ""), "2023-04-14");
  EXPECT_EQ(Due(Word(Term::Word::kUrgent), "2026-01-03"), "2026-01-06");  // holidays all through
}

TEST(Count, AYearThatIsNotPrintedIsTheNearest) {
  Term term;
  term.kind = Term::Kind::kUndated;
  term.rule = "undated.range.months";
  term.month = 2;
  term.day = 29;
  term.start_month = 12;
  term.start_day = 1;
  const Outcome outcome = Count(term, D("2024-09-02"), Of("ru"));
  EXPECT_EQ(Text(outcome.start), "2024-12-01");
  EXPECT_EQ(Text(outcome.end), "2025-02-28");
  EXPECT_TRUE(outcome.from_base);
}

TEST(Count, ALastingDutyIsReportedOn) {
  EXPECT_EQ(Report(Standing(Period::kNone), "2025-08-26"), "2026-01-20");
  EXPECT_EQ(Report(Standing(Period::kNone), "2025-08-26", "ru-tyu"), "2025-12-31");
  EXPECT_EQ(Report(Standing(Period::kMonth), "2025-08-26"), "2025-09-10");
  EXPECT_EQ(Report(Standing(Period::kQuarter), "2025-08-26"), "2025-10-10");
  EXPECT_EQ(Report(Standing(Period::kQuarter), "2025-11-26"), "2025-12-30");  // 10 January is off
  EXPECT_EQ(Report(Standing(Period::kMonth, 0, 5), "2025-09-03"), "2025-09-05");
  EXPECT_EQ(Report(Standing(Period::kYear, 3, 15), "2025-08-26"), "2026-03-13");
  EXPECT_EQ(Report(Standing(Period::kYear, 3, 15), "2025-03-01"), "2025-03-14");
  EXPECT_EQ(Report(Standing(Period::kWeek), "2025-08-26"), "");
  EXPECT_EQ(Due(Standing(Period::kNone), "2025-08-26"), "");
}

TEST(Count, AYearWithoutACalendarIsProvisional) {
  const Outcome outcome = Count(Printed("", "2027-09-04"), {}, Of("ru"));
  EXPECT_TRUE(outcome.provisional);
  EXPECT_EQ(outcome.calendar_version, "ru-2027.provisional");
  EXPECT_FALSE(Count(Printed("", "2026-09-04"), {}, Of("ru")).provisional);
}

TEST(Count, TheStepsLeadToTheDate) {
  Term term = Printed("", "2024-09-30");
  term.phrase = "до конца III квартала 2024 года";
  term.whole_start = D("2024-07-01");
  term.whole_end = D("2024-09-30");
  std::vector<Step> steps;
  const Outcome outcome = Count(term, {}, Of("ru"), &steps);
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[0].russian,
            "Напечатано «до конца III квартала 2024 года»: с 01.07.2024 по 30.09.2024");
  EXPECT_EQ(steps[1].rule, "interval.last_day");
  EXPECT_EQ(steps[2].russian, "30.09.2024, понедельник, — рабочий день, срок не переносится");
  EXPECT_EQ(steps[2].english, "2024-09-30, Monday: a working day, the term stays");
  EXPECT_EQ(steps[2].after, outcome.due);
  EXPECT_EQ(outcome.rules, "");
  EXPECT_EQ(outcome.calendar_version, "ru-2024.1");
}

TEST(Count, EachStepGoesOnWhereTheLastEnded) {
  std::vector<Step> steps;
  const Outcome outcome = Count(Word(Term::Word::kUrgent), D("2025-03-06"), Of("ru-tyu"), &steps);
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(Text(steps[0].after), "2025-03-06");
  for (size_t i = 1; i < steps.size(); ++i) EXPECT_EQ(steps[i].before, steps[i - 1].after);
  EXPECT_EQ(Text(steps.back().after), "2025-03-07");
  EXPECT_EQ(steps[1].rule, "ru-tyu/relative.urgent");
  EXPECT_NE(steps[1].source.find("103-п"), std::string::npos);
  EXPECT_EQ(outcome.rules, "ru-tyu/relative.urgent+ru/shift.preceding");
  // The same count without listeners.
  EXPECT_EQ(Count(Word(Term::Word::kUrgent), D("2025-03-06"), Of("ru-tyu")).due, outcome.due);
}

}  // namespace
}  // namespace rezon::terms
