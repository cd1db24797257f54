// Duties that return: how often, and by which day. Used by phrases.cc only.
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_RECURRENCE_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_RECURRENCE_H_

#include "services/decisions/reader/deadlines/phrases.h"

namespace rezon::reader {

// True for a phrase that says how often («ежеквартально», «раз в год», «каждый понедельник»): sets
// the period, and month and day where a day of report is printed («ежегодно до 20 января»,
// «ежемесячно до 5 числа»).
bool ReadRecurrence(const TokenText& t, DeadlineMatch* match);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_RECURRENCE_H_
