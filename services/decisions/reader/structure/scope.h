// Which points an «Ответственные: …» or «Срок: …» line covers.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_SCOPE_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_SCOPE_H_

#include <vector>

#include "services/decisions/reader/structure/points.h"

namespace rezon::reader {

// An attribute line as it stood in the text.
struct AttributeLine {
  AttributeKind kind = AttributeKind::kNone;
  Paragraph body;
  uint16_t blanks = 0;     // blank lines above it
  size_t after = 0;        // index of the point just above
  bool continues = false;  // another attribute line stands right above it
  bool run_in = false;     // it stood in the point's own paragraph
  bool cell = false;       // it is a cell of the point's own row
};

// Fills points->coverings, or sets points->excessive. A line right below a point covers that point;
// one set off from a list covers the opening line and all its entries (SCHEMA), unless entries have
// lines of their own.
void CoverPoints(Points* points, std::vector<AttributeLine> lines);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_SCOPE_H_
