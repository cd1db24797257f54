// Requisites of a cover letter, and of an office's act.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/zones.h"
#include "services/platform/terms/regime.h"

namespace rezon::reader {

// The letter in paragraphs [first, last); `regime` counts the terms of what it asks.
Letter ReadLetter(const std::vector<Block>& blocks, size_t first, size_t last,
                  const terms::Regime& regime);

// nullopt when no letter stands before the resolution.
std::optional<Letter> FindLetter(const std::vector<Block>& blocks, const Zones& zones,
                                 const terms::Regime& regime);

// Number and date of a decree or order («от 28.02.2020 № 194») near its heading.
Act FindAct(const std::vector<Block>& blocks, const Zones& zones);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_H_
