// Requisites of the cover letter before the resolution, and of an office's act.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_H_

#include <optional>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/zones.h"

namespace rezon::reader {

// nullopt when no letter stands before the resolution.
std::optional<Letter> FindLetter(const std::vector<Block>& blocks, const Zones& zones);

// Number and date of a decree or order («от 28.02.2020 № 194») near its heading.
Act FindAct(const std::vector<Block>& blocks, const Zones& zones);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_H_
