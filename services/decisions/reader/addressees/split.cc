#include <algorithm>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/addressees/posts.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxParts = 5000;  // of one enumeration

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

using Parts = absl::InlinedVector<Part, 8>;

Parts CutAtCommas(std::string_view low, size_t begin, size_t end) {
  Parts parts;
  int depth = 0;
  size_t start = begin;
  bool line_end = true;
  const std::string_view within = low.substr(0, end);
  for (size_t at = SkipLetters(within, begin); at <= end; at = SkipLetters(within, at + 1)) {
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
      if (parts.size() >= kMaxParts) break;
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

// What a phrase is made of, so that a part can be held against all that it would go on.
struct Makeup {
  bool adjectives = true;  // nothing but adjectives and «и»
  size_t adjective_count = 0;
  size_t initials = 0;
  size_t words = 0;  // of two letters or more

  void Add(const TokenText& part) {
    for (size_t i = 0; i < part.size(); ++i) {
      if (!part.IsWord(i)) {
        adjectives = false;
        continue;
      }
      ++(CountChars(part[i]) == 1 ? initials : words);
      if (part[i] == "и" || !adjectives) continue;
      adjectives = IsAdjective(part[i]) && !IsAgentNoun(part[i]);
      ++adjective_count;
    }
  }

  // «Центральным государственным»: adjectives that wait for their noun in the next part.
  bool WaitsForNoun(const TokenText& next) const {
    return adjectives && adjective_count > 0 && next.IsWord(0);
  }
  // «Иванов И.И.» or «И.И. Иванов».
  bool IsPerson() const { return initials >= 1 && initials <= 2 && words == 1; }
};

bool OpensWithPost(const TokenText& part, std::string_view text) {
  // «Беловой И.И., начальнику отдела», but not «Беловой И.И., директорам школ».
  const bool oblique =
      part.IsWord(0) && !EndsWithAny(part[0], {"ам", "ям", "ов", "ев"}) &&
      StartsWithAny(part[0], {"директор", "начальник", "заместител", "председател", "методист",
                              "специалист", "заведующ", "руководител", "главе", "главу", "секретар",
                              "бухгалтер", "учител", "консультант", "инспектор", "инженер"});
  return part.IsWord(0) && StartsLower(text) &&
         (oblique || IsPostNominative(part[0]) ||
          IsAnyOf(part[0], {"методист", "специалист", "учитель", "консультант", "старший",
                            "ведущий", "главный", "инспектор", "и"}));
}

// What a phrase leads that may be counted on: «учителям истории», «учителя истории».
enum class Leads { kNothing, kInDative, kInNominative };

Leads WhatLeads(const TokenText& part) {
  bool agent = false;
  bool dative = false;
  bool behind = false;  // a word of the adjunct stands behind the head
  for (size_t i = 0; i < part.size(); ++i) {
    if (!part.IsWord(i) || part.tokens[i].quotes > 0 || CountChars(part[i]) == 1) {
      return Leads::kNothing;  // a name, a number, initials
    }
    if (IsDativeHead(part[i])) {
      dative = true;
      behind = false;
    } else if (IsAgentNoun(part[i]) && !agent && !dative) {
      agent = true;
      behind = false;
    } else {
      behind = true;
    }
  }
  if (!behind) return Leads::kNothing;
  return dative ? Leads::kInDative : agent ? Leads::kInNominative : Leads::kNothing;
}

// «колледжей», «техникумов», «гимназий», which no nominative ends like.
bool IsGenitivePlural(std::string_view word) {
  if (IsAnyOf(word, {"школ", "больниц", "библиотек"}) || EndsWithAny(word, {"ов", "ев"}))
    return true;
  return (word.ends_with("ей") && !StartsWithAny(word, {"музе", "лице"})) ||
         (word.ends_with("ий") &&
          StartsWithAny(word, {"гимнази", "организаци", "академи", "учрежден", "объединен",
                               "комисси", "предприяти"}));
}

// «ОБЖ», «ИЗО»: a school subject, though it is printed like a body's name.
bool IsSubject(std::string_view word) {
  return IsAnyOf(word, {"обж", "обзр", "изо", "мхк", "орксэ", "однкнр", "нвп", "икт"});
}

// «географии», «физики и информатики»: more of what the phrase before leads, not somebody else.
bool IsAdjunct(const TokenText& part, std::string_view text, Leads leads) {
  if (leads == Leads::kNothing || part.size() > 6) return false;
  if (!StartsLower(text) && !IsSubject(part[0])) return false;
  for (size_t i = 0; i < part.size(); ++i) {
    if (IsSubject(part[i])) continue;
    if (!part.IsWord(i) || CountChars(part[i]) == 1) {
      if (part[i] == "и") continue;
      return false;
    }
    if (ShortPostAt(part, i) || IsDativeHead(part[i])) return false;
    if (leads == Leads::kInDative) {
      if (EndsWithAny(part[i], {"у", "ю", "е"}) || IsDativeAdjective(part[i])) return false;
    } else if (IsGenitivePlural(part[i])) {
      continue;
    } else if (IsAgentNoun(part[i]) ||
               !((i + 1 < part.size() && IsAdjective(part[i])) ||
                 EndsWithAny(part[i], {"ии", "ики", "ния", "тия", "туры", "сти", "ства", "языка",
                                       "спорта", "труда"}))) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<Phrase> SplitAddressees(std::string_view text, std::string_view low, size_t begin,
                                    size_t end) {
  std::vector<Phrase> phrases;
  const Parts parts = CutAtCommas(low, begin, end);
  if (parts.size() == 1) {  // nothing to hold it against
    phrases.push_back({parts[0].begin, parts[0].end, false});
    return phrases;
  }
  phrases.reserve(parts.size());
  Tokens tokens;
  Tokens between;
  Makeup last;                    // of phrases.back()
  Leads leads = Leads::kNothing;  // by the part that began it
  for (const Part& part : parts) {
    const std::string_view here = low.substr(part.begin, part.end - part.begin);
    Tokenize(here, &tokens);
    const TokenText current{here, tokens};
    const bool joined = !phrases.empty() &&
                        ((!part.line_end && (BelongsToPrevious(current) ||
                                             IsAdjunct(current, text.substr(part.begin), leads))) ||
                         last.WaitsForNoun(current) ||
                         (last.IsPerson() && OpensWithPost(current, text.substr(part.begin))));
    if (joined) {
      const std::string_view gap = low.substr(phrases.back().end, part.begin - phrases.back().end);
      Tokenize(gap, &between);
      last.Add({gap, between});
      phrases.back().end = part.end;
    } else {
      phrases.push_back({part.begin, part.end, false});
      last = {};
      leads = WhatLeads(current);
    }
    last.Add(current);
  }
  return phrases;
}

void AppendSplit(std::string_view text, std::string_view low, size_t begin, size_t end,
                 std::vector<Phrase>* out) {
  std::vector<Phrase> more = SplitAddressees(text, low, begin, end);
  if (out->empty()) {
    *out = std::move(more);
  } else {
    out->insert(out->end(), more.begin(), more.end());
  }
}

}  // namespace rezon::reader
