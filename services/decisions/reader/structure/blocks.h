// Paragraphs of the document: lines joined where they were only wrapped, labels split off.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_BLOCKS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_BLOCKS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "services/decisions/reader/structure/attributes.h"
#include "services/decisions/reader/structure/labels.h"
#include "services/decisions/reader/text/lines.h"
#include "services/decisions/reader/text/paragraph.h"

namespace rezon::reader {

// One paragraph. In an attribute's paragraph «\n» stands where a line ended on purpose.
struct Block {
  Label label;
  Paragraph body;  // without the label
  AttributeKind attribute = AttributeKind::kNone;
  bool row = false;    // a table's row, «| cell | cell |»
  uint32_t begin = 0;  // in the canonical text, with the label
  uint32_t end = 0;
  uint16_t blanks = 0;  // blank lines before it
  uint16_t indent = 0;
  uint16_t lines = 0;
};

// `low` is Fold(text). Stops one paragraph behind `max_blocks`. The blocks are views of both and of
// the pool.
std::vector<Block> MakeBlocks(std::string_view text, std::string_view low, const Layout& layout,
                              size_t max_blocks, ParagraphPool* pool);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_BLOCKS_H_
