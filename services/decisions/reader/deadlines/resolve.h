// Dates for terms that print none: counted from a base date by the jurisdiction's rules.
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_RESOLVE_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_RESOLVE_H_

#include <string>

#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/document.h"

namespace rezon::reader {

// Days given to «срочно» and «оперативно» (domain.md 5.3). Weekends are skipped where a rule
// counts working days; public holidays are the calendar service's part.
struct TermRules {
  int very_urgent_days = 1;
  int urgent_days = 3;
  int prompt_days = 10;
  bool very_urgent_working = true;
  bool urgent_working = false;
  bool prompt_working = false;
};

// Proposes dates in item->deadline for a relative or yearless `match`, with a warning that says
// how; does nothing for other kinds or without a base date.
void ResolveDeadline(const DeadlineMatch& match, const std::string& base_date, Item* item,
                     const TermRules& rules = {});

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_RESOLVE_H_
