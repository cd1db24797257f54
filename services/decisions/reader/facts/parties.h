// Who organised the event, where it was held, who helped and who took part, as the preamble says.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_PARTIES_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_PARTIES_H_

#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/block_tokens.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/zones.h"

namespace rezon::reader {

// Parties that the paragraphs between heading and operative part name, in document order, each
// kind and name once.
std::vector<Party> FindParties(const std::vector<Block>& blocks, const Zones& zones,
                               BlockTokens* tokens);

// Parties that one paragraph names; `t` are its tokens.
std::vector<Party> PartiesIn(const Paragraph& body, const TokenText& t);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_PARTIES_H_
