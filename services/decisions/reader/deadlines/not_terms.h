// Dates in a point's running text that are no term: of an act that is cited, of an entry into
// force, of an event that is past or only named, of what somebody else did. Used by running.cc
// only.
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_NOT_TERMS_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_NOT_TERMS_H_

#include <string>

#include "services/decisions/reader/deadlines/terms.h"

namespace rezon::reader {

// The sentence speaks of a legal effect («вступает в силу», «действует до»): none of its dates is a
// term.
bool SpeaksOfEffect(const TokenText& t);

// This date is no term of the point.
bool IsNoTerm(const TokenText& t, const Found& found);

// Days that end on the day of the decision, without «до» and its like: those of the event itself.
bool IsOfTheEvent(const Found& found, const std::string& base_date);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_NOT_TERMS_H_
