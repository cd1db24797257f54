#include "services/decisions/reader/text/sentence.h"

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {

bool EndsSentence(std::string_view text, const TokenText& t, size_t i) {
  if (!t.IsMark(i, '.') || t.tokens[i].quotes > 0 || t.tokens[i].parens > 0) return false;
  if (i + 1 >= t.size()) return true;
  if (!t.tokens[i + 1].space_before) return false;
  if (!StartsUpper(text.substr(t.tokens[i + 1].begin))) return false;
  return i == 0 || !t.IsWord(i - 1) || CountChars(t[i - 1]) > 3;
}

size_t SentenceEndAfter(std::string_view text, const TokenText& t, size_t from) {
  size_t end = from;
  while (end < t.size() && !EndsSentence(text, t, end)) ++end;
  return end < t.size() ? end + 1 : t.size();
}

}  // namespace rezon::reader
