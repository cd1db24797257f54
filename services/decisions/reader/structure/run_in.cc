#include "services/decisions/reader/structure/run_in.h"

#include <string>
#include <vector>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {

size_t NextRunIn(std::string_view text, std::string_view low, const Label& label) {
  if (label.kind != LabelKind::kNumber) return std::string_view::npos;
  std::string prefix;
  for (int i = 0; i + 1 < label.depth; ++i) prefix += std::to_string(label.parts[i]) + ".";
  prefix += std::to_string(label.value() + 1) + (label.paren ? ")" : ".");
  for (size_t at = low.find(prefix); at != std::string_view::npos; at = low.find(prefix, at + 1)) {
    if (at < 2 || low[at - 1] != ' ') continue;
    const char before = low[at - 2];
    if (before != '.' && before != ';' && before != ':') continue;
    const Label next = FindLabel(text.substr(at));
    if (next.SameStyle(label) && next.value() == label.value() + 1) return at;
  }
  return std::string_view::npos;
}

bool IsAddressHeading(const Paragraph& body) {
  std::vector<Token> tokens;
  Tokenize(body.low, &tokens);
  const TokenText t{body.low, tokens};
  size_t end;
  size_t last;
  if (!OpensWithAddressee(body.text, t, 0, &end, &last)) return false;
  for (size_t i = last; i < t.size(); ++i) {
    if (t.IsWord(i) && IsInfinitive(t[i])) return false;
  }
  return true;
}

bool IsNoise(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    size_t size;
    if (IsLetterChar(CharAt(text, at, &size))) return false;
    at += size;
  }
  return true;
}

}  // namespace rezon::reader
