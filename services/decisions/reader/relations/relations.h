// Relations of a document's points to earlier decisions, proposed from their words.
#ifndef REZON_SERVICES_DECISIONS_READER_RELATIONS_RELATIONS_H_
#define REZON_SERVICES_DECISIONS_READER_RELATIONS_RELATIONS_H_

#include <map>
#include <string>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/block_tokens.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/points.h"
#include "services/decisions/reader/structure/zones.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// Relations that the preamble tells.
std::vector<Relation> FindRelations(const std::vector<Block>& blocks, const Zones& zones,
                                    BlockTokens* tokens);

// Relations that the points tell. Entries of a list («Признать утратившими силу:» …) take the rule
// of the line that opens it, and an act that it names.
class PointRelations {
 public:
  // Takes the points one by one, in order; `t` are the tokens of the point's own text.
  void Read(const Point& point, const TokenText& t);

  // All that were told, in document order.
  std::vector<Relation> Take();

 private:
  // «Снять с контроля пункты решения от …:» — the entries say which, the line itself means no act.
  void DropWhole(int parent, RelationKind kind);

  std::vector<std::vector<Relation>> found_;  // by point
  std::map<int, Relation> openings_;          // by ordinal
};

// Relations told by one paragraph; `item` is its ordinal, 0 in the preamble, where only «во
// исполнение …» and its like count. `outer` is the relation of the line that opens the list.
std::vector<Relation> RelationsIn(const Paragraph& body, int32_t item, const Relation* outer);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_RELATIONS_RELATIONS_H_
