// Which paragraphs are letter, heading, preamble, operative part and what comes after it.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_ZONES_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_ZONES_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/kinds.h"
#include "services/decisions/reader/structure/openers.h"

namespace rezon::reader {

// Indices of paragraphs. heading is the paragraph «Резолюция …», npos when there is none.
struct Zones {
  static constexpr size_t kNone = static_cast<size_t>(-1);

  size_t heading = kNone;
  size_t opener = kNone;     // paragraph of the opening formula
  size_t operative = kNone;  // first paragraph that may hold a point
  size_t end = 0;            // behind the last paragraph of the operative part
  bool formula = false;      // false: no formula was found, the list itself told
  bool letter = false;       // a cover letter stands before the heading
};

Zones FindZones(const std::vector<Block>& blocks);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_ZONES_H_
