// Headings that name the event, and words of its being held.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_TITLE_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_TITLE_H_

#include <cstddef>
#include <string_view>

#include "services/decisions/reader/text/paragraph.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

inline constexpr size_t kMaxHeadingPart = 500;  // bytes; a longer paragraph is no heading

// «состоялась», «проведена», «прошёл».
bool IsEventVerb(std::string_view word);

// «Постановление», «Приказ»: the heading of an office's act, which no event took.
bool IsActTitle(std::string_view low);

// The paragraph says that an event was held or somebody took part.
bool HasEventVerb(const TokenText& t);

// Nothing but adjectives before the gathering's noun, which is in the nominative; no sentence.
bool NamesGathering(const Paragraph& body, const TokenText& t);

// The name so far holds no gathering yet, so that the next line must go on.
bool LacksGathering(const Paragraph& name);

// What stands behind «Резолюция», «Проект решения».
Paragraph RestOfTitle(const Paragraph& title);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_TITLE_H_
