// The event's name, form, level and place from a heading or a sentence.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_NAME_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_NAME_H_

#include <cstddef>
#include <string_view>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/document.h"
#include "services/decisions/reader/facts/territory.h"
#include "services/decisions/reader/text/paragraph.h"

namespace rezon::reader {

// What is known of the event while the document is read.
struct EventFacts {
  Event event;
  Place venue;                         // printed beside the date
  PlaceKind place = PlaceKind::kTown;  // of event.territory
  bool place_known = false;            // the name itself holds the territory
};

// Takes the dates of a day or a span of days that has its year; the first ones found stay.
void SetEventDates(const Interval& found, Event* event);

// Reads the name in para[begin, end): from the gathering's adjectives on, in the nominative.
// False when no gathering is named there.
bool ReadEventName(const Paragraph& para, size_t begin, size_t end, std::string_view document,
                   EventFacts* facts);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_NAME_H_
