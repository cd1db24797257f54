// Quotation marks, also straight ones, which open and close by what stands beside them.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_QUOTES_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_QUOTES_H_

#include <cstddef>
#include <string_view>

namespace rezon::reader {

// Whether the straight quotation mark at `at` opens a quotation: a blank, a bracket or another
// opening mark is before it. `inside` settles the doubtful case of blanks on both sides.
bool StraightQuoteOpens(std::string_view text, size_t at, bool inside);

// How many quotations are open at the end of `text`.
int OpenQuotes(std::string_view text);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_QUOTES_H_
