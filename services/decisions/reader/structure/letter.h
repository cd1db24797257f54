// Which paragraphs are a cover letter: all of them, or those behind the resolution. (A letter
// before the resolution is found with its heading: zones.h.)
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTER_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTER_H_

#include <cstddef>
#include <vector>

#include "services/decisions/reader/structure/blocks.h"

namespace rezon::reader {

// True for a letter whose resolution stands elsewhere: it greets or sends, has two more marks of a
// letter (number and day, address, «направляем …», «Приложение: …»), and behind its opening there
// is neither a resolution's title nor a gathering's formula. What it asks in the first person
// («Просим: …») is no such formula.
bool IsLetterAlone(const std::vector<Block>& blocks);

// The first paragraph of a letter that stands behind the resolution; blocks.size() when there is
// none.
size_t FindTrailingLetter(const std::vector<Block>& blocks);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_LETTER_H_
