// Tables of measures: what a column holds, and the cells of a row.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_TABLE_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_TABLE_H_

#include <cstddef>
#include <vector>

#include "services/decisions/reader/structure/blocks.h"

namespace rezon::reader {

enum class Column { kOther, kNumber, kText, kDeadline, kResponsible };

// A cell: [begin, end) of the row's body, blanks left out.
struct Cell {
  size_t begin = 0;
  size_t end = 0;

  bool empty() const { return begin >= end; }
};

std::vector<Cell> CellsOf(const Block& row);

// True for the rule under a Markdown table's head («|---|---|»).
bool IsRule(const Block& row);

// Roles of the columns that a head row names; empty when the row is no head.
std::vector<Column> ColumnsOf(const Block& row);

// True for a head whose columns name terms or executors: that of a plan of measures.
bool IsPlanHead(const Block& row);

// Roles guessed from a row without a head: a number, then the longest cell as the text.
std::vector<Column> GuessColumns(const Block& row);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_TABLE_H_
