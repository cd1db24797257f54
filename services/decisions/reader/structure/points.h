// The operative part as points: what is one, its own text, its place in the tree, and which
// «Ответственные»/«Срок» lines go with it.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_POINTS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_POINTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/zones.h"

namespace rezon::reader {

// An attribute line and the points it covers.
struct Covering {
  AttributeKind kind = AttributeKind::kNone;
  Paragraph body;  // with its caption
  std::vector<size_t> points;
  bool cell = false;  // of the point's own table row
};

// A point before its addressees and deadline are read.
struct Point {
  Label label;
  Paragraph body;  // without label; text not yet stripped of its closing marks
  int parent = 0;  // ordinal
  bool opens = false;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint16_t blanks = 0;
  const char* rule = "";
  double confidence = 0.9;
  std::vector<std::string> warnings;
};

struct Points {
  std::vector<Point> points;  // ordinal = index + 1
  std::vector<Covering> coverings;
  size_t end = 0;  // canonical offset behind the last point
  // Lines that cover whole lists repeat beyond any real document: coverings are not complete.
  bool excessive = false;
};

// `annexed_plan`: rows of the plans of measures behind the operative part become points as well.
// The points are views of what the blocks are views of.
Points MakePoints(std::vector<Block>& blocks, const Zones& zones, ParagraphPool* pool,
                  bool annexed_plan = false);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_POINTS_H_
