// A head in two columns set side by side with blanks: who writes on the left, to whom on the right,
// or the same in two languages.
//
//   МИНИСТЕРСТВО ОБРАЗОВАНИЯ          Руководителям муниципальных
//   ОБЛАСТИ                           органов управления образованием
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTERHEAD_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTERHEAD_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/text/lines.h"

namespace rezon::reader {

// When such a head starts at lines[first], near the top of the text, adds the left column's lines
// and then the right one's to `blocks`, a paragraph each, and returns the line behind; else
// `first`.
size_t ReadLetterhead(std::string_view text, std::string_view low, const std::vector<Line>& lines,
                      size_t first, ParagraphPool* pool, std::vector<Block>* blocks);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTERHEAD_H_
