#include "services/decisions/reader/deadlines/resolve.h"

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

using terms::Term;

std::optional<absl::CivilDay> ToCivil(const std::string& iso) {
  const auto day = ParseIso(iso);
  if (!day) return std::nullopt;
  return absl::CivilDay(day->year, day->month, day->day);
}

std::string FromCivil(const std::optional<absl::CivilDay>& day) {
  return day ? Iso({static_cast<int>(day->year()), day->month(), day->day()}) : "";
}

Term::Kind KindOfTerm(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::kDate:
      return Term::Kind::kDate;
    case DeadlineKind::kRange:
      return Term::Kind::kRange;
    case DeadlineKind::kStanding:
      return Term::Kind::kStanding;
    case DeadlineKind::kRelative:
      return Term::Kind::kRelative;
    case DeadlineKind::kUndated:
      return Term::Kind::kUndated;
    case DeadlineKind::kNone:
      break;
  }
  return Term::Kind::kNone;
}

Term::Word WordOf(const std::string& rule) {
  if (rule == "relative.very_urgent") return Term::Word::kVeryUrgent;
  if (rule == "relative.urgent") return Term::Word::kUrgent;
  return rule == "relative.prompt" ? Term::Word::kPrompt : Term::Word::kNone;
}

terms::Unit UnitOf(char unit) {
  return unit == 'w'   ? terms::Unit::kWorkingDays
         : unit == 'm' ? terms::Unit::kMonths
         : unit == 'y' ? terms::Unit::kYears
                       : terms::Unit::kCalendarDays;
}

terms::Period PeriodOf(char period) {
  switch (period) {
    case 'd':
      return terms::Period::kDay;
    case 'w':
      return terms::Period::kWeek;
    case 'm':
      return terms::Period::kMonth;
    case 'q':
      return terms::Period::kQuarter;
    case 'h':
      return terms::Period::kHalfYear;
    case 'y':
      return terms::Period::kYear;
    default:
      return terms::Period::kNone;
  }
}

void Fill(const terms::Outcome& outcome, const std::string& base_date, const terms::Regime& regime,
          Deadline* deadline) {
  deadline->start = FromCivil(outcome.start);
  deadline->end = FromCivil(outcome.end);
  deadline->calendar_version = outcome.calendar_version;
  deadline->provisional = outcome.provisional;
  if (outcome.from_base) deadline->base_date = base_date;
  if (outcome.end || outcome.report) deadline->jurisdiction = regime.jurisdiction->id;
}

}  // namespace

Term TermOf(const DeadlineMatch& match, const std::string& printed) {
  Term term;
  term.kind = KindOfTerm(match.kind);
  term.phrase = printed;
  term.rule = match.rule;
  term.start = ToCivil(match.start);
  term.end = ToCivil(match.end);
  term.whole_start = ToCivil(match.whole_start);
  term.whole_end = ToCivil(match.whole_end);
  term.word = WordOf(match.rule);
  term.amount = match.amount;
  term.unit = UnitOf(match.unit);
  term.period = PeriodOf(match.period);
  term.month = match.month;
  term.day = match.day;
  term.start_month = match.start_month;
  term.start_day = match.start_day;
  return term;
}

void ResolveDeadline(const DeadlineMatch& match, const std::string& base_date,
                     const terms::Regime& regime, Deadline* deadline) {
  if (match.kind == DeadlineKind::kNone) return;
  const Term term = TermOf(match, deadline->printed);
  Fill(terms::Count(term, ToCivil(base_date), regime), base_date, regime, deadline);
}

std::string DeadlineWarning(const DeadlineMatch& match, const std::string& base_date,
                            const Deadline& deadline) {
  const std::string& end = deadline.end;
  if (end.empty()) return "";
  if (match.kind == DeadlineKind::kRelative) {
    return "Срок отсчитан от " + base_date + ": проверьте дату.";
  }
  if (match.kind == DeadlineKind::kUndated) {
    return "В сроке не напечатан год: предложен " + end.substr(0, 4) + ".";
  }
  if (base_date.empty() || end >= base_date) return "";
  return "Срок истекает раньше дня решения (" + base_date + "): проверьте дату.";
}

Explanation ExplainPhrase(const std::string& phrase, const std::string& base_date,
                          const terms::Regime& regime) {
  const DeadlineMatch match = ReadDeadlinePhrase(Fold(phrase));
  Explanation told;
  told.deadline.printed = phrase;
  told.deadline.kind = match.kind;
  told.deadline.rule = match.rule;
  if (match.kind == DeadlineKind::kNone && !phrase.empty()) {
    told.steps.push_back(
        {"«" + phrase + "» не называет срока: действует правило для пунктов без срока",
         "The phrase names no term: the rule for points without one holds",
         "phrase.no_term",
         {},
         {},
         "напечатанный текст"});
  }
  Term term = TermOf(match, phrase);
  if (match.kind == DeadlineKind::kNone) term.phrase.clear();
  const auto outcome = terms::Count(term, ToCivil(base_date), regime, &told.steps);
  Fill(outcome, base_date, regime, &told.deadline);
  told.due = FromCivil(outcome.due);
  told.report = FromCivil(outcome.report);
  return told;
}

}  // namespace rezon::reader
