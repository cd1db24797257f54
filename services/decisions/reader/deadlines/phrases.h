// Deadlines: from a printed phrase to an interval, a standing duty or a relative term
// (rules: domain.md 5.3; which dates are no deadline: the corpus's SCHEMA).
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_PHRASES_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_PHRASES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// A deadline as read from low[begin, end). `amount` and `unit` hold a relative term
// («в течение 10 рабочих дней»: 10, 'w'; calendar days 'd', months 'm', years 'y'); `period` how
// often a standing duty returns (day 'd', week 'w', month 'm', quarter 'q', half-year 'h', year
// 'y').
struct DeadlineMatch {
  DeadlineKind kind = DeadlineKind::kNone;
  std::string start;
  std::string end;
  std::string rule;
  size_t begin = 0;
  size_t end_offset = 0;
  int amount = 0;
  char unit = 0;
  // Last day of an undated term, and the first one where it is a range. Of a standing duty: the
  // printed day of report, month 0 for a day of each period.
  int month = 0;
  int day = 0;
  int start_month = 0;
  int start_day = 0;
  // The interval that the phrase names, where the term ends on one of its days or on its eve.
  std::string whole_start;
  std::string whole_end;
  char period = 0;
};

// Reads a phrase that is known to be a term: the value of «Срок:», a bracket, a table's cell.
// kind is kNone when nothing in it says when.
DeadlineMatch ReadDeadlinePhrase(std::string_view low);

// A bracket at the point's end that holds nothing but its term; nullopt when there is none.
// begin and end_offset are those of the whole bracket.
std::optional<DeadlineMatch> FindBracketDeadline(const TokenText& tokens);

// A term that shares a bracket with its executor («(отв. школы, срок – май 2024 года)»): begin and
// end_offset are those of the phrase, the bracket stays in the text.
std::optional<DeadlineMatch> FindBracketTerm(const TokenText& tokens);

// A term with its year in the point's running text; nullopt when there is none. `base_date`
// (YYYY-MM-DD or empty) is the day of the decision: the event's own days are no term.
std::optional<DeadlineMatch> FindRunningDeadline(const TokenText& tokens,
                                                 const std::string& base_date = "");

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_PHRASES_H_
