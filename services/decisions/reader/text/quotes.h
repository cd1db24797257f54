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

// How many quotations are open at the end of a text that grows: each byte but the last is looked at
// once.
class GrowingQuotes {
 public:
  // The text so far; what was there before has not changed but for its last byte.
  int Open(std::string_view text);

 private:
  size_t settled_ = 0;  // bytes whose neighbours are known
  int depth_ = 0;       // behind them
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_QUOTES_H_
