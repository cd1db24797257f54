// Facts about the event that took the decision, from the heading and the preamble.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_H_

#include <string_view>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/block_tokens.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/zones.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// `text` is the canonical text. An act of an office (decree, order) gives an empty event.
Event FindEvent(std::string_view text, const std::vector<Block>& blocks, const Zones& zones,
                BlockTokens* tokens);

// How many took part and from where, added to `event` from one preamble paragraph.
void CountParticipants(const Block& block, const TokenText& t, Event* event);

// Face to face, remote or both, from one folded paragraph of the preamble or from the event's
// name; kNone when it does not say.
EventMode FindMode(const TokenText& t);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_EVENT_H_
