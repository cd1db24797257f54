// Tables of office files as lines of text.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_GRID_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_GRID_H_

#include <vector>

#include "services/decisions/reader/intake/extract.h"

namespace rezon::reader {

using Grid = std::vector<std::vector<Extract>>;  // rows of cells; a cell may hold lines

// A table of data becomes «| cell | cell |» lines, as Markdown has them; a table that only sets
// a page (letterhead, signature) becomes its cells' lines, one after the other.
void AddGrid(const Grid& grid, Extract* out);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_GRID_H_
