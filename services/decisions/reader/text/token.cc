#include "services/decisions/reader/text/token.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "services/decisions/reader/text/quotes.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kBytesPerToken = 8;  // at least, in most texts

bool IsWordChar(uint32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) ||
         (code >= 0x400 && code <= 0x52F);
}

// End of the word that starts at `at`, with inner hyphens.
size_t WordEnd(std::string_view low, size_t at) {
  while (at < low.size()) {
    at = SkipLetters(low, at);
    // A blank, a comma or a bracket ends it.
    if (at >= low.size() || static_cast<unsigned char>(low[at]) <= ',') break;
    size_t size;
    const uint32_t code = CharAt(low, at, &size);
    if (IsWordChar(code) || code == 0x301) {
      at += size;
      continue;
    }
    if (code == '-' || code == 0x2010 || code == 0x2011) {
      size_t next;
      if (IsWordChar(CharAt(low, at + size, &next))) {
        at += size + next;
        continue;
      }
    }
    break;
  }
  return at < low.size() ? at : low.size();
}

uint16_t HeadOf(std::string_view low, size_t at, size_t end) {
  if (std::endian::native != std::endian::little || at + sizeof(uint64_t) > low.size()) {
    return Head::Of(low.substr(at, end - at));
  }
  uint64_t bytes;
  std::memcpy(&bytes, low.data() + at, sizeof(bytes));
  // Of a word of so many bytes.
  static constexpr uint64_t kOwn[Head::kBytes + 1] = {
      0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF};
  return Head::Of(bytes & kOwn[std::min(end - at, Head::kBytes)]);
}

TokenKind KindOf(uint32_t code) {
  switch (code) {
    case 0xAB:
    case 0x201E:
      return TokenKind::kOpenQuote;
    case 0xBB:
    case 0x201C:
    case 0x201D:
      return TokenKind::kCloseQuote;
    case '(':
      return TokenKind::kOpenParen;
    case ')':
      return TokenKind::kCloseParen;
    default:
      return IsDashChar(code) ? TokenKind::kDash : TokenKind::kPunct;
  }
}

}  // namespace

void Tokenize(std::string_view low, std::vector<Token>* out) {
  out->clear();
  out->reserve(low.size() / kBytesPerToken + 8);
  size_t at = 0;
  uint16_t quotes = 0;
  uint16_t parens = 0;
  bool space = false;
  while (at < low.size() && out->size() < kMaxTokens) {
    if (low[at] == ' ') {
      space = true;
      ++at;
      continue;
    }
    if (const unsigned char c = static_cast<unsigned char>(low[at]); c == 0xD0 || c == 0xD1) {
      size_t last = std::min(SkipLetters(low, at + 2), low.size());
      if (last < low.size() && static_cast<unsigned char>(low[last]) > ',') {
        last = WordEnd(low, last);
      }
      out->push_back({TokenKind::kWord, space, quotes, parens, HeadOf(low, at, last),
                      static_cast<uint32_t>(at), static_cast<uint32_t>(last)});
      space = false;
      at = last;
      continue;
    }
    size_t size;
    const uint32_t code = CharAt(low, at, &size);
    if (IsSpaceChar(code)) {
      space = true;
      at += size;
      continue;
    }
    size_t end = at + size;
    TokenKind kind;
    if (IsWordChar(code)) {
      kind = TokenKind::kWord;
      end = WordEnd(low, end);
    } else if (code >= '0' && code <= '9') {
      kind = TokenKind::kNumber;
      while (end < low.size() && IsDigit(low[end])) ++end;
    } else if (code == '"') {
      kind =
          StraightQuoteOpens(low, at, quotes > 0) ? TokenKind::kOpenQuote : TokenKind::kCloseQuote;
    } else {
      kind = KindOf(code);
    }
    if (kind == TokenKind::kCloseQuote && quotes > 0) --quotes;
    if (kind == TokenKind::kCloseParen && parens > 0) --parens;
    const uint16_t head =
        kind == TokenKind::kWord ? Head::Of(low.substr(at, end - at)) : uint16_t{0};
    out->push_back(
        {kind, space, quotes, parens, head, static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    if (kind == TokenKind::kOpenQuote && quotes < UINT16_MAX) ++quotes;
    if (kind == TokenKind::kOpenParen && parens < UINT16_MAX) ++parens;
    space = false;
    at = end;
  }
}

}  // namespace rezon::reader
