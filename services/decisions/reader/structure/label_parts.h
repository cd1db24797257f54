// The styles of labels that FindLabel tries one by one. Used by labels.cc and its like only.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_LABEL_PARTS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_LABEL_PARTS_H_

#include <cstddef>
#include <string_view>

#include "services/decisions/reader/structure/labels.h"

namespace rezon::reader {

// Offset behind the blanks at `at`.
inline size_t SkipBlanks(std::string_view line, size_t at) {
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at;
}

// `label` with its size and what was printed, up to `mark_end`.
inline Label FinishLabel(Label label, std::string_view line, size_t mark_end) {
  label.size = static_cast<uint32_t>(SkipBlanks(line, mark_end));
  label.printed = line.substr(0, mark_end);
  return label;
}

// «•», «–», «*», and signs and arrows of every kind. Each is none where the line has no such label.
Label BulletLabelAt(std::string_view line);
// «1.», «1)», «(1)», «1.1.1», «1°».
Label NumberLabelAt(std::string_view line);
// «① …» to «⑳ …».
Label CircledLabelAt(std::string_view line);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_LABEL_PARTS_H_
