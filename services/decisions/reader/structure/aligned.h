// Tables set with blanks or tabs, as a text without a word processor keeps them:
//
//   №   Мероприятие            Срок          Ответственные
//   1   Провести семинар       май 2024 г.   методический
//                                            кабинет
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_ALIGNED_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_ALIGNED_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/text/lines.h"

namespace rezon::reader {

// A run of words of a line without a gap of two blanks: bytes of the text, and the column it starts
// at.
struct Piece {
  uint32_t begin = 0;
  uint32_t end = 0;
  size_t column = 0;
};

std::vector<Piece> PiecesOf(std::string_view text, const Line& line);

// When lines[first] is the head of such a table (its cells name a term or executors), adds the
// table's rows to `blocks` as «| cell | cell |», kept in the pool, and returns the line behind the
// table; else `first`.
size_t ReadAlignedTable(std::string_view text, std::string_view low, const std::vector<Line>& lines,
                        size_t first, ParagraphPool* pool, std::vector<Block>* blocks);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_ALIGNED_H_
