#include "services/decisions/reader/text/sentence.h"

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {

bool EndsSentence(std::string_view text, const TokenText& t, size_t i) {
  if (!t.IsMark(i, '.') || t.tokens[i].quotes > 0 || t.tokens[i].parens > 0) return false;
  if (i + 1 >= t.size()) return true;
  if (!t.tokens[i + 1].space_before) return false;
  if (!StartsUpper(text.substr(t.tokens[i + 1].begin))) return false;
  return i == 0 || !t.IsWord(i - 1) || HasMoreChars(t[i - 1], 3);
}

size_t SentenceEndAfter(std::string_view text, const TokenText& t, size_t from) {
  for (size_t i = from; i < t.size(); ++i) {
    if (t.tokens[i].kind == TokenKind::kPunct && EndsSentence(text, t, i)) return i + 1;
  }
  return t.size();
}

}  // namespace rezon::reader
