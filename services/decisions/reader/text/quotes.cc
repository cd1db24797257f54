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

namespace {

// Quotations that are open behind text[0, to), when `depth` are open behind text[0, from).
int DepthBehind(std::string_view text, size_t from, size_t to, int depth) {
  for (size_t at = FindByte(text.substr(0, to), from, '"', '\xC2', '\xC2'); at < to;
       at = FindByte(text.substr(0, to), at + 1, '"', '\xC2', '\xC2')) {
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

}  // namespace

int OpenQuotes(std::string_view text) { return DepthBehind(text, 0, text.size(), 0); }

int GrowingQuotes::Open(std::string_view text) {
  const size_t settled = text.empty() ? 0 : text.size() - 1;
  if (settled > settled_) {
    depth_ = DepthBehind(text, settled_, settled, depth_);
    settled_ = settled;
  }
  return DepthBehind(text, settled_, text.size(), depth_);
}

}  // namespace rezon::reader
