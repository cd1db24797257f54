// Calendar terms with their prepositions, and terms counted from the signing.
// Used by phrases.cc and running.cc only.
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_TERMS_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_TERMS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/deadlines/phrases.h"

namespace rezon::reader {

// What leads the calendar phrase: «до», «не позднее», «с», «в», «на».
enum class Lead { kNone, kUntil, kBy, kFrom, kIn, kOn };

// A calendar phrase with its lead, tokens [first, last).
struct Found {
  Interval interval;
  Lead lead = Lead::kNone;
  bool end_of = false;    // «до конца …»
  bool start_of = false;  // «до начала …»
  size_t first = 0;
  size_t last = 0;
};

// False for a word or a number that no term starts with. Cheaper than TermAt.
bool MayStartTerm(const TokenText& tokens, size_t i);

// The term that starts at token `i`.
std::optional<Found> TermAt(const TokenText& tokens, size_t i);

DeadlineMatch ToMatch(const TokenText& tokens, const Found& found);

// Terms counted from the signing: «срочно», «в течение 10 рабочих дней», «в месячный срок».
bool RelativeAt(const TokenText& tokens, size_t i, DeadlineMatch* match);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_TERMS_H_
