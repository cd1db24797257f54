// The rules by which terms are counted, as data per jurisdiction (domain.md 5.3): the embedded
// table of data/jurisdictions.rules, and rows of an installation's own over it. Pure and immutable;
// everything here may be used from any number of threads at once.
#ifndef REZON_SERVICES_PLATFORM_TERMS_RULES_H_
#define REZON_SERVICES_PLATFORM_TERMS_RULES_H_

#include <map>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rezon::terms {

// What a term is counted in.
enum class Unit { kCalendarDays, kWorkingDays, kMonths, kYears };

// Where a term goes that ends on a day off.
enum class Shift { kNone, kPreceding, kNext };

// One rule of a jurisdiction.
struct Rule {
  std::string id;      // "ru-sve/relative.urgent": who sets it, and what it is for
  std::string source;  // the act, for people
};

// A number of days, months or years.
struct LengthRule : Rule {
  int amount = 0;
  Unit unit = Unit::kCalendarDays;
};

// The day by which a lasting duty is reported on. month 0: of the month after the period; day 0:
// the source names none, the report follows the year's end.
struct ReportRule : Rule {
  int month = 0;
  int day = 0;
};

struct ShiftRule : Rule {
  Shift shift = Shift::kNone;
};

// All rules of a jurisdiction, those that it takes from `ru` among them.
struct Jurisdiction {
  std::string id;
  std::string title;  // Russian
  LengthRule very_urgent;
  LengthRule urgent;
  LengthRule prompt;
  LengthRule no_term;
  ReportRule monthly;
  ReportRule quarterly;
  ReportRule standing;
  ShiftRule shift;
  Rule count_from;
  bool from_registration = false;  // else from the signing
};

// The jurisdictions.
class RuleBook {
 public:
  // The embedded table.
  static const RuleBook& Published();
  // The embedded table with the rows of `text` in place of its own, in the same form.
  // INVALID_ARGUMENT naming the row that is not.
  static absl::StatusOr<RuleBook> WithRows(std::string_view text);

  // Null when there is none of that id.
  const Jurisdiction* Find(std::string_view id) const;
  // The jurisdiction named like the region; `ru` for a region without rules of its own.
  const Jurisdiction& Of(std::string_view region) const;
  // Ids, comma-separated, for messages.
  std::string Ids() const;

 private:
  std::map<std::string, Jurisdiction, std::less<>> jurisdictions_;
};

}  // namespace rezon::terms

#endif  // REZON_SERVICES_PLATFORM_TERMS_RULES_H_
