#include "services/decisions/reader/points/parts.h"

#include <algorithm>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLeastTokens = 3;  // of a duty: a verb and what it is about

// A dot that ends a duty's sentence: no initial, no abbreviation, a capital behind it.
bool EndsDuty(std::string_view text, const TokenText& t, size_t i) {
  if (!t.IsMark(i, '.') || i == 0 || i + 1 >= t.size()) return false;
  if (t.IsWord(i - 1) && !HasMoreChars(t[i - 1], 3)) return false;
  return t.tokens[i + 1].space_before && StartsUpper(text.substr(t.tokens[i + 1].begin));
}

// First token behind «а также», «и», «в том числе» and adverbs, where the verb should stand.
size_t SkipLeads(const TokenText& t, size_t i) {
  const size_t reach = std::min(t.size(), i + 4);
  while (i < reach && t.IsWord(i) && !IsInfinitive(t[i]) &&
         (IsAnyOf(t[i], {"и", "а", "также", "не", "при", "этом", "затем"}) || IsAdverb(t[i]))) {
    ++i;
  }
  return i;
}

// A duty starts at token `i`: a verb, or behind a full stop also an addressee with a verb.
bool StartsDuty(std::string_view text, const TokenText& t, size_t i, bool sentence) {
  const size_t verb = SkipLeads(t, i);
  if (t.IsWord(verb) && IsInfinitive(t[verb])) return true;
  size_t end;
  size_t last;
  return sentence && OpensWithAddressee(text, t, i, &end, &last);
}

// The first verb behind token `first`, `last` when there is none before that.
size_t VerbBehind(const TokenText& t, size_t first, size_t last) {
  while (first < last &&
         !(t.IsWord(first) && t.tokens[first].quotes == 0 && IsInfinitive(t[first]))) {
    ++first;
  }
  return first;
}

}  // namespace

std::vector<ProposedPart> ProposeParts(const Paragraph& body, std::string_view text,
                                       const TokenText& t, size_t end) {
  size_t size = t.size();
  while (size > 0 && t.tokens[size - 1].begin >= end) --size;
  absl::InlinedVector<size_t, 8> starts = {0};
  size_t verb = 0;  // the first of the duty that was begun last, as far as was looked
  for (size_t i = 1; i + 1 < size; ++i) {
    if (!t.Is(i, TokenKind::kPunct) || t.tokens[i].quotes > 0 || t.tokens[i].parens > 0) continue;
    const bool sentence = EndsDuty(text, t, i);
    if (!sentence && !t.IsMark(i, ';') && !t.IsMark(i, ',')) continue;
    if (i + 1 < starts.back() + kLeastTokens || i + 1 + kLeastTokens > size) continue;
    verb = VerbBehind(t, std::max(verb, starts.back()), i);
    if (verb == i) continue;
    if (StartsDuty(text, t, i + 1, sentence)) starts.push_back(i + 1);
  }
  std::vector<ProposedPart> parts;
  if (starts.size() < 2) return parts;
  for (size_t k = 0; k < starts.size(); ++k) {
    size_t last = k + 1 < starts.size() ? starts[k + 1] : size;
    while (last > starts[k] + 1 && (t[last - 1] == "." || t[last - 1] == "," || t[last - 1] == ";"))
      --last;
    const size_t from = t.tokens[starts[k]].begin;
    const size_t to = t.tokens[last - 1].end;
    parts.push_back({std::string(text.substr(from, to - from)), body.SpanOf(from, to)});
  }
  return parts;
}

}  // namespace rezon::reader
