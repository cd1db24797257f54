#include "services/decisions/reader/text/quotes.h"

#include "services/decisions/reader/text/scan.h"

namespace rezon::reader {
namespace {

bool Blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

bool StraightQuoteOpens(std::string_view text, size_t at, bool inside) {
  const bool blank_before =
      at == 0 || Blank(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '"';
  const bool blank_after = at + 1 >= text.size() || Blank(text[at + 1]);
  if (blank_before && !blank_after) return at == 0 || text[at - 1] != '"' || !inside;
  if (!blank_before) return false;
  return !inside;
}

int OpenQuotes(std::string_view text) {
  int depth = 0;
  for (size_t at = FindByte(text, 0, '"', '\xC2', '\xC2'); at < text.size();
       at = FindByte(text, at + 1, '"', '\xC2', '\xC2')) {
    if (text[at] == '"') {
      if (StraightQuoteOpens(text, at, depth > 0)) {
        ++depth;
      } else if (depth > 0) {
        --depth;
      }
    } else if (at + 1 < text.size() && text[at + 1] == '\xAB') {
      ++depth;
    } else if (at + 1 < text.size() && text[at + 1] == '\xBB' && depth > 0) {
      --depth;
    }
  }
  return depth;
}

}  // namespace rezon::reader
