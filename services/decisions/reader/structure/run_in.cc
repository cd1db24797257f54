#include "services/decisions/reader/structure/run_in.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/quotes.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {

namespace {

constexpr size_t kRunInReach = 16384;  // bytes of one point in a paragraph of several

// The label of `value` in the style of the first `depth` parts of `label`.
std::string Printed(const Label& label, int depth, int value) {
  std::string text;
  for (int i = 0; i + 1 < depth; ++i) text += std::to_string(label.parts[i]) + ".";
  return text + std::to_string(value);
}

// First place where `wanted` stands as the label of a new point behind `from`.
size_t FindRunIn(std::string_view text, std::string_view low, const std::string& wanted,
                 bool commas) {
  for (size_t at = low.find(wanted); at != std::string_view::npos; at = low.find(wanted, at + 1)) {
    if (at < 2 || low[at - 1] != ' ') continue;
    const char before = low[at - 2];
    if (before != '.' && before != ';' && before != ':' && !(commas && before == ',')) continue;
    const Label next = FindLabel(text.substr(at));
    if (next && OpenQuotes(text.substr(0, at)) > 0) continue;  // of a wording that is quoted
    if (next && next.printed.starts_with(wanted)) return at;
  }
  return std::string_view::npos;
}

// «а) … б) …» behind a colon: `wanted` is the next letter's label.
size_t FindLetter(std::string_view low, std::string_view wanted, bool first) {
  for (size_t at = FindText(low, wanted); at != std::string_view::npos;
       at = FindText(low, wanted, at + 1)) {
    if (at < 2 || low[at - 1] != ' ') continue;
    const char before = low[at - 2];
    if (first ? before == ':' : before == ',' || before == ';' || before == '.') return at;
  }
  return std::string_view::npos;
}

// Whether a number or «а» stands behind a mark and a blank anywhere: no label of a new point, nor
// the first of its letters, stands elsewhere.
bool MayRunIn(std::string_view low, bool commas) {
  for (size_t at = 0; at + 2 < low.size(); ++at) {
    const size_t mark = FindByte(low, at, '.', ';', ':');
    at = commas ? std::min(mark, low.substr(0, mark).find(',', at)) : mark;
    if (at + 2 >= low.size()) return false;
    const char next = low[at + 2];
    if (low[at + 1] == ' ' && (IsDigit(next) || next == '\xD0')) return true;
  }
  return false;
}

}  // namespace

size_t NextRunIn(std::string_view text, std::string_view low, const Label& label) {
  constexpr size_t kNone = std::string_view::npos;
  low = low.substr(0, kRunInReach);
  if (label.kind == LabelKind::kLetter && label.paren && label.Text().size() == 3) {
    const int next = label.value();  // «а» is 1
    constexpr std::string_view kLetters = "абвгдежзиклмнопрстуфхцчшщэюя";
    if (static_cast<size_t>(next) * 2 >= kLetters.size()) return kNone;
    return FindLetter(low, std::string(kLetters.substr(next * 2, 2)) + ")", false);
  }
  if (label.kind != LabelKind::kNumber || !MayRunIn(low, label.paren)) return kNone;
  size_t found = kNone;
  const std::string mark = label.paren ? ")" : ".";
  for (int depth = label.depth; depth >= 1; --depth) {  // its own next, then those above
    const std::string wanted = Printed(label, depth, label.parts[depth - 1] + 1) + mark;
    found = std::min(found, FindRunIn(text, low, wanted, label.paren));
  }
  if (!label.paren && label.depth < Label::kMaxDepth) {  // «1. Отделу: 1.1. …»
    const std::string child = Printed(label, label.depth, label.value()) + ".1.";
    found = std::min(found, FindRunIn(text, low, child, false));
  }
  const size_t first = FindLetter(low, "а)", true);
  if (first != kNone && FindLetter(low.substr(0, found), "б)", false) != kNone) {
    found = std::min(found, first);
  }
  return found;
}

bool IsAddressHeading(const Paragraph& body) {
  Tokens tokens;
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
