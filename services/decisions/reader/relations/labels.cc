#include <algorithm>
#include <cstdlib>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/relations/target.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kLongestRange = 50;  // «пункты 1-400» names the whole act rather than 400 points

enum class LabelPart { kNone, kPoint, kSubpoint, kParagraph };

LabelPart LabelPartOf(std::string_view word) {
  if (StartsWithAny(word, {"подпункт"})) return LabelPart::kSubpoint;
  if (word == "пп" || word == "подп") return LabelPart::kSubpoint;
  if (word == "п" || (word.starts_with("пункт") && !word.starts_with("пунктир"))) {
    return LabelPart::kPoint;
  }
  if (word.starts_with("абзац") || word == "абз") return LabelPart::kParagraph;
  return LabelPart::kNone;
}

// «3», «4.1», «2.10.»: [at, *last) in tokens; the closing dot is left out.
std::string ReadNumberLabel(const TokenText& t, size_t at, size_t* last) {
  std::string label(t[at]);
  size_t i = at + 1;
  while (i + 1 < t.size() && t[i] == "." && !t.tokens[i].space_before &&
         t.Is(i + 1, TokenKind::kNumber) && !t.tokens[i + 1].space_before) {
    label += "." + std::string(t[i + 1]);
    i += 2;
  }
  *last = i;
  return label;
}

// A letter in quotes or before a bracket: «а», а), "б".
std::string ReadLetterLabel(std::string_view text, const TokenText& t, size_t at, size_t* last) {
  const size_t letter = at + (t.Is(at, TokenKind::kOpenQuote) ? 1 : 0);
  if (!t.IsWord(letter) || CountChars(t[letter]) != 1) return "";
  const bool quoted = letter > at && t.Is(letter + 1, TokenKind::kCloseQuote);
  const bool bracket = letter == at && t.Is(letter + 1, TokenKind::kCloseParen);
  if (!quoted && !bracket) return "";
  *last = letter + 2;
  return std::string(text.substr(t.tokens[letter].begin, t[letter].size()));
}

std::string ReadLabel(std::string_view text, const TokenText& t, size_t at, size_t* last) {
  if (t.Is(at, TokenKind::kNumber) && t[at].size() <= 3) {
    std::string label = ReadNumberLabel(t, at, last);
    if (t.Is(*last, TokenKind::kCloseParen) && t.tokens[*last].parens == 0) ++*last;
    return label;
  }
  return ReadLetterLabel(text, t, at, last);
}

// «3-7» as 3, 4, 5, 6, 7; «2.1-2.4» likewise in its last part.
void AddRange(const std::string& from, const std::string& to, std::vector<std::string>* labels) {
  const size_t dot = from.rfind('.');
  const std::string stem = dot == std::string::npos ? "" : from.substr(0, dot + 1);
  const int first = std::atoi(from.c_str() + stem.size());
  const bool same = to.compare(0, stem.size(), stem) == 0;
  const int last = same ? std::atoi(to.c_str() + stem.size()) : 0;
  if (last <= first || last - first > kLongestRange) {
    labels->push_back(to);
    return;
  }
  for (int n = first + 1; n <= last; ++n) labels->push_back(stem + std::to_string(n));
}

// Labels in a row: «3, 5 и 7», «1-4».
size_t ReadLabelRow(std::string_view text, const TokenText& t, size_t at,
                    std::vector<std::string>* labels) {
  if (t[at] == "№" || t[at] == "n") ++at;
  if (t[at] == "№" || t[at] == "n") ++at;  // «№№ 3, 5»
  size_t last = at;
  std::string label = ReadLabel(text, t, at, &last);
  if (label.empty()) return at;
  labels->push_back(label);
  while (last < t.size()) {
    const bool range = t.Is(last, TokenKind::kDash);
    if (!range && t[last] != "," && t[last] != "и") break;
    size_t next = last + 1;
    const std::string more = ReadLabel(text, t, next, &next);
    if (more.empty()) break;
    if (range) {
      AddRange(labels->back(), more, labels);
    } else {
      labels->push_back(more);
    }
    last = next;
  }
  return last;
}

// Behind the word for a point and its dots: «п.», «п.п.», «п. п.».
size_t SkipLabelWord(const TokenText& t, size_t at) {
  const LabelPart part = LabelPartOf(t[at]);
  ++at;
  while (t[at] == "." || (LabelPartOf(t[at]) == part && t[at].size() <= 4)) ++at;
  return at;
}

bool IsOrdinalWord(std::string_view word) {
  return StartsWithAny(word, {"перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм",
                              "девят", "десят", "последн"});
}

}  // namespace

std::optional<std::vector<std::string>> ReadPointLabels(std::string_view text, const TokenText& t,
                                                        size_t at, size_t* last) {
  LabelPart part = LabelPartOf(t[at]);
  if (part == LabelPart::kNone) return std::nullopt;
  size_t next = SkipLabelWord(t, at);
  if (part == LabelPart::kParagraph) {  // a paragraph has no label: its point's is what counts
    while (IsOrdinalWord(t[next]) || t.Is(next, TokenKind::kNumber) || t[next] == "," ||
           t[next] == "и") {
      ++next;
    }
    part = LabelPartOf(t[next]);
    if (part == LabelPart::kNone || part == LabelPart::kParagraph) return std::nullopt;
    next = SkipLabelWord(t, next);
  }
  std::vector<std::string> labels;
  size_t end = ReadLabelRow(text, t, next, &labels);
  if (labels.empty()) return std::nullopt;
  if (part == LabelPart::kSubpoint && LabelPartOf(t[end]) == LabelPart::kPoint) {
    std::vector<std::string> points;
    const size_t behind = ReadLabelRow(text, t, SkipLabelWord(t, end), &points);
    if (!points.empty()) {
      const std::string point = points.front() + ".";
      for (std::string& label : labels) {
        if (!label.starts_with(point)) label.insert(0, point);
      }
      end = behind;
    }
  }
  *last = end;
  return labels;
}

}  // namespace rezon::reader
