// Duties of one point that could be points of their own.
#ifndef REZON_SERVICES_DECISIONS_READER_POINTS_PARTS_H_
#define REZON_SERVICES_DECISIONS_READER_POINTS_PARTS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/text/paragraph.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// The sentences and clauses of text[0, end) that each name a duty («Разработать …. Провести …»,
// «подготовить …, утвердить …»); empty when the point holds one duty only. `t` are the tokens of
// the text's Fold, `body` has the way back to the document.
std::vector<ProposedPart> ProposeParts(const Paragraph& body, std::string_view text,
                                       const TokenText& t, size_t end);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_POINTS_PARTS_H_
