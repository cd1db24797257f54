#include <algorithm>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

struct Part {
  size_t begin;
  size_t end;
  bool line_end;  // the part before it ended with its line
};

bool IsEdge(char c) {
  return c == ' ' || c == '\n' || c == ',' || c == ';' || c == '.' || c == ':';
}

// «… Иванову М.П.»: the last dot is that of an initial.
bool EndsWithInitial(std::string_view low) {
  if (low.size() < 6 || low.back() != '.') return false;
  const size_t letter = PreviousChar(low, low.size() - 1);
  size_t size;
  return letter > 0 && IsLetterChar(CharAt(low, letter, &size)) &&
         (low[letter - 1] == '.' || low[letter - 1] == ' ');
}

void Tighten(std::string_view low, Part* part) {
  while (part->begin < part->end && IsEdge(low[part->begin])) ++part->begin;
  while (part->end > part->begin && IsEdge(low[part->end - 1]) &&
         !EndsWithInitial(low.substr(part->begin, part->end - part->begin))) {
    --part->end;
  }
  for (const std::string_view lead : {"а также ", "и ", "– ", "- "}) {
    if (low.substr(part->begin, part->end - part->begin).starts_with(lead)) {
      part->begin += lead.size();
    }
  }
}

std::vector<Part> CutAtCommas(std::string_view low, size_t begin, size_t end) {
  std::vector<Part> parts;
  int depth = 0;
  size_t start = begin;
  bool line_end = true;
  for (size_t at = begin; at <= end; ++at) {
    const char c = at < end ? low[at] : '\n';
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (c == '\xC2' && at + 1 < end) {
      if (low[at + 1] == '\xAB') ++depth;
      if (low[at + 1] == '\xBB' && depth > 0) --depth;
    }
    if ((depth == 0 && (c == ',' || c == ';')) || c == '\n') {
      Part part{start, at, line_end};
      Tighten(low, &part);
      if (part.end > part.begin) parts.push_back(part);
      start = at + 1;
      line_end = c == '\n';
      if (c == '\n') depth = 0;
    }
  }
  return parts;
}

// The part goes on with what the part before it began.
bool BelongsToPrevious(const TokenText& part) {
  if (part.size() == 0) return true;
  if (part.Is(0, TokenKind::kNumber) || part[0] == "№" || part[0] == "n") return true;
  if (IsParticiple(part[0])) return true;
  if (IsAnyOf(part[0], {"в", "кроме", "включая", "за", "в т", "независимо", "которые", "которым",
                        "которых", "имеющим", "согласно", "на", "для", "по"})) {
    return true;
  }
  return IsAdverb(part[0]) && part.IsWord(1) && IsParticiple(part[1]);
}

// «Центральным государственным»: adjectives that wait for their noun in the next part.
bool WaitsForNoun(const TokenText& part, const TokenText& next) {
  bool any = false;
  for (size_t i = 0; i < part.size(); ++i) {
    if (!part.IsWord(i)) return false;
    if (part[i] == "и") continue;
    if (!IsAdjective(part[i]) || IsAgentNoun(part[i])) return false;
    any = true;
  }
  return any && next.size() > 0 && next.IsWord(0);
}

// «Иванов И.И.» or «И.И. Иванов».
bool IsPerson(const TokenText& part) {
  size_t initials = 0;
  size_t words = 0;
  for (size_t i = 0; i < part.size(); ++i) {
    if (!part.IsWord(i)) continue;
    if (CountChars(part[i]) == 1) {
      ++initials;
    } else {
      ++words;
    }
  }
  return initials >= 1 && initials <= 2 && words == 1;
}

bool OpensWithPost(const TokenText& part, std::string_view text) {
  return part.IsWord(0) && StartsLower(text) &&
         (IsPostNominative(part[0]) ||
          IsAnyOf(part[0], {"методист", "специалист", "учитель", "консультант", "старший",
                            "ведущий", "главный", "инспектор", "и"}));
}

}  // namespace

std::vector<Phrase> SplitAddressees(std::string_view text, std::string_view low, size_t begin,
                                    size_t end) {
  const std::vector<Part> parts = CutAtCommas(low, begin, end);
  std::vector<Phrase> phrases;
  std::vector<Token> tokens;
  std::vector<Token> previous;
  for (const Part& part : parts) {
    const std::string_view here = low.substr(part.begin, part.end - part.begin);
    Tokenize(here, &tokens);
    const TokenText current{here, tokens};
    bool joined = false;
    if (!phrases.empty()) {
      const std::string_view before =
          low.substr(phrases.back().begin, phrases.back().end - phrases.back().begin);
      Tokenize(before, &previous);
      const TokenText last{before, previous};
      joined = (!part.line_end && BelongsToPrevious(current)) || WaitsForNoun(last, current) ||
               (IsPerson(last) && OpensWithPost(current, text.substr(part.begin)));
    }
    if (joined) {
      phrases.back().end = part.end;
    } else {
      phrases.push_back({part.begin, part.end, false});
    }
  }
  return phrases;
}

}  // namespace rezon::reader
