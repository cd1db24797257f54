// Commitments that the preamble tells («участники предлагают опубликовать …», «считаем
// необходимым …», «обязуются …»): offered to the clerk, never points by themselves.
#ifndef REZON_SERVICES_DECISIONS_READER_SUGGESTIONS_SUGGESTIONS_H_
#define REZON_SERVICES_DECISIONS_READER_SUGGESTIONS_SUGGESTIONS_H_

#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/block_tokens.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/zones.h"

namespace rezon::reader {

// What the paragraphs before the operative part offer to do, in document order. The formula that
// opens the operative part is none.
std::vector<Suggestion> FindSuggestions(const std::vector<Block>& blocks, const Zones& zones,
                                        BlockTokens* tokens);

// What one paragraph offers to do; `t` are its tokens.
std::vector<Suggestion> SuggestionsIn(const Paragraph& body, const TokenText& t);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_SUGGESTIONS_SUGGESTIONS_H_
