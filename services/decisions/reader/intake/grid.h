// Tables of office files as lines of text.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_GRID_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_GRID_H_

#include <string>
#include <vector>

namespace rezon::reader {

using Grid = std::vector<std::vector<std::string>>;  // rows of cells; a cell may hold lines

// A table of data becomes «| cell | cell |» lines, as Markdown has them; a table that only sets
// a page (letterhead, signature) becomes its cells' lines, one after the other.
std::string GridText(const Grid& grid);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_GRID_H_
