// Relations of a document's points to earlier decisions, proposed from their words.
#ifndef REZON_SERVICES_DECISIONS_READER_RELATIONS_RELATIONS_H_
#define REZON_SERVICES_DECISIONS_READER_RELATIONS_RELATIONS_H_

#include <string>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/points.h"
#include "services/decisions/reader/structure/zones.h"

namespace rezon::reader {

// Relations that the points and the preamble tell, in document order. Entries of a list («Признать
// утратившими силу:» …) take the rule of the line that opens it, and an act that it names.
std::vector<Relation> FindRelations(const std::vector<Block>& blocks, const Zones& zones,
                                    const Points& points);

// Relations told by one paragraph; `item` is its ordinal, 0 in the preamble, where only «во
// исполнение …» and its like count. `outer` is the relation of the line that opens the list.
std::vector<Relation> RelationsIn(const Paragraph& body, int32_t item, const Relation* outer);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_RELATIONS_RELATIONS_H_
