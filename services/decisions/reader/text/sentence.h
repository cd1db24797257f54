// Where a sentence of a paragraph ends.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_SENTENCE_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_SENTENCE_H_

#include <cstddef>
#include <string_view>

#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// True when token `i` is the dot that ends a sentence of `text`, whose Fold is t.low: not one in a
// date, a label, brackets or quotes, nor one behind an abbreviation or an initial.
bool EndsSentence(std::string_view text, const TokenText& t, size_t i);

// The token behind the sentence that starts at token `from`, its dot included.
size_t SentenceEndAfter(std::string_view text, const TokenText& t, size_t from);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_SENTENCE_H_
