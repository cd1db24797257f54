#include "services/platform/terms/count.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/platform/terms/reports.h"
#include "services/platform/terms/texts.h"
#include "services/platform/terms/words.h"

namespace rezon::terms {
namespace {

using absl::CivilDay;
using Day = std::optional<CivilDay>;

constexpr char kPhraseSource[] = "напечатанный текст";
constexpr int kMostDays = 4000;
constexpr int kMostMonths = 600;
constexpr int kMostYears = 50;

// One count: the outcome as it grows, and the steps that are told on the way.
class Counter {
 public:
  Counter(const Term& term, Day base, const Regime& regime, std::vector<Step>* steps)
      : term_(term),
        base_(base),
        calendar_(*regime.calendar),
        rules_(*regime.jurisdiction),
        steps_(steps) {}

  Outcome Run() {
    switch (term_.kind) {
      case Term::Kind::kDate:
      case Term::Kind::kRange:
        Printed();
        break;
      case Term::Kind::kUndated:
        Undated();
        break;
      case Term::Kind::kRelative:
        Relative();
        break;
      case Term::Kind::kNone:
        NoTerm();
        break;
      case Term::Kind::kStanding:
        Standing();
        return std::move(out_);
    }
    if (out_.end) out_.due = Shifted(*out_.end);
    return std::move(out_);
  }

 private:
  // `tell` makes the step's texts; it is not called when nobody listens.
  template <typename Tell>
  void Say(const std::string& rule, Day before, Day after, const std::string& source, Tell tell) {
    if (steps_ == nullptr) return;
    Texts texts = tell();
    steps_->push_back(
        {std::move(texts.russian), std::move(texts.english), rule, before, after, source});
  }

  void Used(const Rule& rule) {
    absl::StrAppend(&out_.rules, out_.rules.empty() ? "" : "+", rule.id);
  }

  // The calendar of these days was asked.
  void Asked(CivilDay first, CivilDay last) {
    first_ = first_ ? std::min({*first_, first, last}) : std::min(first, last);
    last_ = last_ ? std::max({*last_, first, last}) : std::max(first, last);
    out_.calendar_version = calendar_.Version(*first_, *last_);
    out_.provisional = calendar_.IsProvisional(*first_) || calendar_.IsProvisional(*last_);
  }

  void Printed() {
    out_.start = term_.start;
    out_.end = term_.end;
    if (term_.rule == "manual") {
      Say(term_.rule, {}, out_.end, "карточка пункта", [&] {
        return Texts{"Срок указан в карточке пункта при проверке", "The term was entered by hand"};
      });
      return;
    }
    const Day whole = term_.whole_end ? term_.whole_end : term_.end;
    const Day from = term_.whole_start ? term_.whole_start : term_.start;
    const bool interval = from && whole && *from != *whole;
    Say(term_.rule, {}, whole, kPhraseSource,
        [&] { return SayPrinted(term_.phrase, interval ? from : Day(), whole); });
    if (interval) EndOfInterval(*from, *whole);
  }

  void EndOfInterval(CivilDay from, CivilDay whole) {
    const CivilDay end = *out_.end;
    const char* rule = end == whole ? "interval.last_day"
                       : end < from ? "interval.eve"
                                    : "interval.first_day";
    Say(rule, whole, end, kPhraseSource, [&] { return SayEnd(from, whole, end); });
  }

  bool Base(const Rule& rule) {
    if (!base_) {
      Say("base.missing", {}, {}, rule.source, [&] { return SayNoBase(term_.phrase); });
      return false;
    }
    out_.from_base = true;
    Say(rules_.count_from.id, {}, base_, rules_.count_from.source,
        [&] { return SayBase(term_.phrase, rules_.from_registration, *base_); });
    return true;
  }

  void Length(const LengthRule& rule) {
    if (!Base(rule)) return;
    Used(rule);
    switch (rule.unit) {
      case Unit::kCalendarDays:
        if (rule.amount <= kMostDays) out_.end = *base_ + rule.amount;
        break;
      case Unit::kWorkingDays:
        if (rule.amount <= kMostDays) out_.end = calendar_.AddWorkingDays(*base_, rule.amount);
        break;
      case Unit::kMonths:
        if (rule.amount <= kMostMonths) out_.end = AddMonths(*base_, rule.amount);
        break;
      case Unit::kYears:
        if (rule.amount <= kMostYears) out_.end = AddMonths(*base_, 12 * rule.amount);
        break;
    }
    if (!out_.end) return;
    if (rule.unit == Unit::kWorkingDays) Asked(*base_, *out_.end);
    Say(rule.id, base_, out_.end, rule.source, [&] {
      return Texts{absl::StrCat("Прибавлено: ", RussianLength(rule.amount, rule.unit)),
                   absl::StrCat("Added: ", EnglishLength(rule.amount, rule.unit))};
    });
  }

  void Relative() {
    switch (term_.word) {
      case Term::Word::kVeryUrgent:
        return Length(rules_.very_urgent);
      case Term::Word::kUrgent:
        return Length(rules_.urgent);
      case Term::Word::kPrompt:
        return Length(rules_.prompt);
      case Term::Word::kNone:
        break;
    }
    LengthRule printed;
    printed.id = term_.rule;
    printed.source = kPhraseSource;
    printed.amount = term_.amount;
    printed.unit = term_.unit;
    Length(printed);
  }

  void NoTerm() { Length(rules_.no_term); }

  // The first such day of the calendar on or after the base day.
  void Undated() {
    Rule rule;
    rule.id = term_.rule;
    rule.source = kPhraseSource;
    if (term_.month == 0 || !Base(rule)) return;
    const auto day_of = [](absl::civil_year_t year, int month, int day) {
      const CivilDay last = CivilDay(absl::CivilMonth(year, month) + 1) - 1;
      return std::min(CivilDay(absl::CivilMonth(year, month)) + (day - 1), last);
    };
    CivilDay end = day_of(base_->year(), term_.month, term_.day);
    if (end < *base_) end = day_of(base_->year() + 1, term_.month, term_.day);
    out_.end = end;
    if (term_.start_month > 0) {
      const bool year_before =
          std::pair(term_.start_month, term_.start_day) > std::pair(term_.month, term_.day);
      out_.start = day_of(end.year() - (year_before ? 1 : 0), term_.start_month, term_.start_day);
    }
    Say(rule.id, base_, out_.end, rule.source, [&] {
      return Texts{absl::StrCat("Год не напечатан: взят ближайший, ", end.year(), " год"),
                   absl::StrCat("No year is printed: the nearest one, ", end.year())};
    });
  }

  // A term is never moved to a day before it can begin.
  bool BeforeItBegins(CivilDay due, CivilDay end) const {
    return (out_.start && due < *out_.start) || (base_ && *base_ <= end && due < *base_);
  }

  CivilDay Shifted(CivilDay end) {
    CivilDay due = end;
    if (calendar_.IsWorking(end)) {
      Tell(end, end, "рабочий день, срок не переносится", "a working day, the term stays");
    } else if (rules_.shift.shift == Shift::kNone) {
      Tell(end, end, "нерабочий день, но срок по правилу не переносится",
           "a day off, but the rule moves no term");
    } else {
      const bool back = rules_.shift.shift == Shift::kPreceding;
      due = back ? calendar_.OnOrBefore(end) : calendar_.OnOrAfter(end);
      if (BeforeItBegins(due, end)) {
        due = end;
        Tell(end, end, "нерабочий день; рабочего дня до него в сроке нет, срок не переносится",
             "a day off; the term has no working day before it and stays");
      } else {
        Used(rules_.shift);
        Tell(end, due,
             back ? "нерабочий день: срок переносится на предшествующий рабочий день"
                  : "нерабочий день: срок переносится на следующий рабочий день",
             back ? "a day off: moved to the preceding working day"
                  : "a day off: moved to the next working day");
      }
    }
    Asked(end, due);
    if (out_.provisional) {
      Say("calendar.provisional", due, due, "",
          [&] { return SayProvisional(out_.calendar_version); });
    }
    return due;
  }

  void Tell(CivilDay end, CivilDay due, const char* russian, const char* english) {
    if (steps_ == nullptr) return;
    const std::string acts = calendar_.Acts(end);
    Say(rules_.shift.id, end, due,
        acts.empty() ? rules_.shift.source : absl::StrCat(rules_.shift.source, "; ", acts),
        [&] { return SayShift(end, due, russian, english); });
  }

  void Standing() {
    Say(term_.rule, {}, {}, kPhraseSource, [&] { return SayStanding(term_.phrase); });
    const ReportRule* rule = ReportRuleOf(term_.period, rules_);
    const bool printed = term_.day > 0;
    if ((rule == nullptr && !printed) || !base_) return;
    ReportRule own;
    if (printed) {
      own.id = term_.rule;
      own.source = kPhraseSource;
      own.month = term_.month;
      own.day = term_.day;
    } else {
      own = *rule;
    }
    Used(own);
    out_.from_base = true;
    if (own.day == 0) return YearEnd(own);
    const CivilDay report = NextReport(own, printed, term_.period, *base_);
    Say(own.id, base_, report, own.source, [&] {
      return Texts{absl::StrCat("Ближайший доклад о ходе исполнения: не позднее ", Russian(report)),
                   absl::StrCat("The next report: by ", absl::FormatCivilTime(report))};
    });
    out_.report = Shifted(report);
  }

  void YearEnd(const ReportRule& rule) {
    out_.report = CivilDay(absl::CivilYear(*base_) + 1) - 1;
    Say(rule.id, base_, out_.report, rule.source, [&] {
      return Texts{absl::StrCat("Доклад ежегодно по окончании года: ", base_->year(),
                                " год; день доклада порядок не называет"),
                   absl::StrCat("A report each year after its end: ", base_->year(),
                                "; the order names no day")};
    });
  }

  const Term& term_;
  const Day base_;
  const calendar::Calendar& calendar_;
  const Jurisdiction& rules_;
  std::vector<Step>* const steps_;
  Outcome out_;
  // Between them lie the days whose calendar was asked.
  Day first_;
  Day last_;
};

}  // namespace

CivilDay AddMonths(CivilDay day, int count) {
  const absl::CivilMonth month = absl::CivilMonth(day) + count;
  return std::min(CivilDay(month) + (day.day() - 1), CivilDay(month + 1) - 1);
}

Outcome Count(const Term& term, std::optional<CivilDay> base, const Regime& regime,
              std::vector<Step>* steps) {
  return Counter(term, base, regime, steps).Run();
}

}  // namespace rezon::terms
