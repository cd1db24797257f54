// From a phrase to its days: what was read is counted by the calendar and the jurisdiction's rules
// (services/platform/terms), and explained by the same count.
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_RESOLVE_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_RESOLVE_H_

#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/document.h"
#include "services/platform/terms/count.h"
#include "services/platform/terms/regime.h"

namespace rezon::reader {

// What `match` asks to be counted; `printed` is the phrase as it stands in the document.
terms::Term TermOf(const DeadlineMatch& match, const std::string& printed);

// Completes a deadline that holds what `match` read: dates for a relative or yearless term, and by
// which calendar and rules the term stands. `base_date` is YYYY-MM-DD, or empty when it is unknown.
void ResolveDeadline(const DeadlineMatch& match, const std::string& base_date,
                     const terms::Regime& regime, Deadline* deadline);

// How the dates of a completed deadline came about, where a clerk has to look at them: a Russian
// sentence; else empty.
std::string DeadlineWarning(const DeadlineMatch& match, const std::string& base_date,
                            const Deadline& deadline);

// A phrase read and counted, with every step.
struct Explanation {
  Deadline deadline;
  std::string due;     // YYYY-MM-DD, or empty: the end moved by the rule for days off
  std::string report;  // YYYY-MM-DD, or empty: the next report of a lasting duty
  std::vector<terms::Step> steps;
};

// Reads `phrase`, in any letter case, as a term's own line is read. A phrase that names no term,
// and an empty one, are explained as a point without a term.
Explanation ExplainPhrase(const std::string& phrase, const std::string& base_date,
                          const terms::Regime& regime);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_RESOLVE_H_
