// What a cover letter sends, and what it asks.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_BODY_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_BODY_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/platform/terms/regime.h"

namespace rezon::reader {

// The act that paragraphs [first, last) say to send: behind «направляем …», else in the line of
// enclosures or the letter's subject; where only the event is named («По итогам … конференции
// направляем резолюцию»), its words.
LetterAnnex FindAnnex(const std::vector<Block>& blocks, size_t first, size_t last);

// Sentences of paragraphs [first, last) that ask («просим», «прошу», «просьба»), and the entries of
// a list that one of them opens. `letter_date` (YYYY-MM-DD or empty) is the day that their terms
// count from.
std::vector<LetterRequest> FindRequests(const std::vector<Block>& blocks, size_t first, size_t last,
                                        const std::string& letter_date,
                                        const terms::Regime& regime);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_LETTER_BODY_H_
