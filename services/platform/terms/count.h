// From a term that was read to the day by which it is due: the one place that counts, and that
// explains what it counted. Pure; thread-safe.
#ifndef REZON_SERVICES_PLATFORM_TERMS_COUNT_H_
#define REZON_SERVICES_PLATFORM_TERMS_COUNT_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "services/platform/terms/regime.h"

namespace rezon::terms {

// How often a lasting duty returns.
enum class Period { kNone, kDay, kWeek, kMonth, kQuarter, kHalfYear, kYear };

// What was read of a term, before anything is counted.
struct Term {
  enum class Kind {
    kNone,      // no term: the jurisdiction's rule for that
    kDate,      // `end`
    kRange,     // `start` to `end`
    kUndated,   // month and day of the end, perhaps of the start, without a year
    kRelative,  // `amount` of `unit`, or one of the words below, from the base day
    kStanding,  // a lasting duty; `period` where it is printed
  };
  enum class Word { kNone, kVeryUrgent, kUrgent, kPrompt };

  Kind kind = Kind::kNone;
  std::string phrase;  // as printed, for the explanation
  std::string rule;    // id of the rule that read it; "manual" for one entered by hand
  std::optional<absl::CivilDay> start;
  std::optional<absl::CivilDay> end;
  // The calendar interval that the phrase names, where `end` is not simply its last day.
  std::optional<absl::CivilDay> whole_start;
  std::optional<absl::CivilDay> whole_end;
  Word word = Word::kNone;
  int amount = 0;
  Unit unit = Unit::kCalendarDays;
  Period period = Period::kNone;
  // kUndated: end and start. kStanding: the printed day of report (month 0: of each period).
  int month = 0;
  int day = 0;
  int start_month = 0;
  int start_day = 0;
};

// One step of an explanation. Dates are absent where there is none yet.
struct Step {
  std::string russian;
  std::string english;
  std::string rule;
  std::optional<absl::CivilDay> before;
  std::optional<absl::CivilDay> after;
  std::string source;
};

// What was counted.
struct Outcome {
  // The interval: as printed, or as counted from the base day. No end: none could be found.
  std::optional<absl::CivilDay> start;
  std::optional<absl::CivilDay> end;
  // `end` moved by the jurisdiction's rule for days off, but never before `start` or the base day.
  std::optional<absl::CivilDay> due;
  // kStanding: the next report.
  std::optional<absl::CivilDay> report;
  // Rules that counted, joined by "+": "ru-tyu/none+ru/shift.preceding"; empty where the printed
  // day stands.
  std::string rules;
  // Version of the production calendar by which `due` or `report` was found; empty without one.
  std::string calendar_version;
  // A year is touched for which no calendar is published.
  bool provisional = false;
  // The base day was used.
  bool from_base = false;
};

// Counts `term` from `base` (the signing or registration; absent when unknown). `steps`, where it
// is given, is told each step in order. Amounts beyond 4,000 days, 600 months or 50 years give no
// end.
Outcome Count(const Term& term, std::optional<absl::CivilDay> base, const Regime& regime,
              std::vector<Step>* steps = nullptr);

// Same day `count` months on, or the last day of that month when it is shorter (domain.md 5.3).
absl::CivilDay AddMonths(absl::CivilDay day, int count);

}  // namespace rezon::terms

#endif  // REZON_SERVICES_PLATFORM_TERMS_COUNT_H_
