#include "services/decisions/reader/points/brackets.h"

#include <algorithm>
#include <utility>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMostUnread = 40;  // bytes of a term's part that say nothing about when

enum class PartKind { kUnknown, kTerm, kWho };

// A part of the bracket, tokens [first, last), its caption left out.
struct BracketPart {
  PartKind kind = PartKind::kUnknown;
  size_t first = 0;
  size_t last = 0;
};

bool IsTermCaption(std::string_view word) { return StartsWithAny(word, {"срок"}); }

bool IsWhoCaption(std::string_view word) {
  return word == "отв" || StartsWithAny(word, {"ответственн", "исполнител"});
}

// Bracket that closes the text: tokens of «(» and «)».
bool FindEndBracket(const TokenText& t, size_t* open, size_t* close) {
  size_t at = t.size();
  while (at > 0 && t.Is(at - 1, TokenKind::kPunct)) --at;
  if (at == 0 || !t.Is(at - 1, TokenKind::kCloseParen)) return false;
  *close = at - 1;
  *open = *close;
  while (*open > 0 && !(t.Is(*open, TokenKind::kOpenParen) &&
                        t.tokens[*open].parens == t.tokens[*close].parens)) {
    --*open;
  }
  return t.Is(*open, TokenKind::kOpenParen) && *close > *open + 1;
}

size_t SkipCaption(const TokenText& t, size_t i, size_t last) {
  ++i;
  while (i < last &&
         (t[i] == "." || t.IsMark(i, ':') || t.Is(i, TokenKind::kDash) ||
          IsAnyOf(t[i], {"исполнения", "реализации", "выполнения", "представления", "проведения",
                         "за", "исполнитель", "исполнители", "исполнение", "лицо", "лица"}))) {
    ++i;
  }
  return i;
}

// «Иванов И.И.», «методический кабинет», «МБУ ЦРО».
bool NamesSomeone(std::string_view text, const TokenText& t, const BracketPart& part) {
  size_t initials = 0;
  for (size_t i = part.first; i < part.last; ++i) {
    if (!t.IsWord(i)) continue;
    const std::string_view printed = text.substr(t.tokens[i].begin, t[i].size());
    if (IsInfinitive(t[i]) || StartsWithAny(t[i], {"протокол", "приложени"})) return false;
    initials += IsOneChar(t[i]) && t[i + 1] == "." && StartsUpper(printed);
    if (IsAgentNoun(t[i]) || IsAcronym(printed)) return true;
  }
  return initials > 0;
}

bool IsTerm(const TokenText& t, const BracketPart& part) {
  const size_t begin = t.tokens[part.first].begin;
  const std::string_view low = t.low.substr(begin, t.tokens[part.last - 1].end - begin);
  const DeadlineMatch match = ReadDeadlinePhrase(low);
  if (match.kind == DeadlineKind::kNone || match.begin > 0) return false;
  for (size_t i = part.first; i < part.last; ++i) {
    if (t[i] == "№" || t[i].starts_with("протокол") || IsAgentNoun(t[i])) return false;
  }
  return low.size() - (match.end_offset - match.begin) <= kMostUnread;
}

std::vector<BracketPart> PartsOf(std::string_view text, const TokenText& t, size_t open,
                                 size_t close) {
  std::vector<BracketPart> parts;
  const uint16_t depth = t.tokens[open].parens + 1;
  size_t first = open + 1;
  for (size_t i = open + 1; i <= close; ++i) {
    const bool inner = i < close && (t.tokens[i].parens > depth || t.tokens[i].quotes > 0);
    if (inner) continue;
    const bool caption = i > first && i < close && (IsTermCaption(t[i]) || IsWhoCaption(t[i]));
    if (i < close && t[i] != "," && t[i] != ";" && !caption) continue;
    if (i > first) {
      BracketPart part{PartKind::kUnknown, first, i};
      if (IsTermCaption(t[first]) || IsWhoCaption(t[first])) {
        part.kind = IsTermCaption(t[first]) ? PartKind::kTerm : PartKind::kWho;
        part.first = SkipCaption(t, first, i);
      } else if (IsTerm(t, part)) {
        part.kind = PartKind::kTerm;
      } else if ((!parts.empty() && parts.back().kind == PartKind::kWho) ||
                 NamesSomeone(text, t, part)) {
        part.kind = PartKind::kWho;
      }
      if (part.first < part.last) parts.push_back(part);
    }
    first = caption ? i : i + 1;
  }
  return parts;
}

// The last dash between blanks before token `end`, outside of quotations and brackets; 0 for none.
size_t DashBefore(const TokenText& t, size_t end) {
  for (size_t i = end; i > 1; --i) {
    const Token& token = t.tokens[i - 1];
    if (token.kind == TokenKind::kDash && token.space_before && token.quotes == 0 &&
        token.parens == 0 && i < t.size() && t.tokens[i].space_before) {
      return i - 1;
    }
  }
  return 0;
}

}  // namespace

std::optional<EndBracket> ReadDashTail(std::string_view text, const TokenText& t) {
  if (!t.tokens.Has(TokenKind::kDash)) return std::nullopt;
  const size_t second_dash = DashBefore(t, t.size());
  const size_t first_dash = DashBefore(t, second_dash);
  if (first_dash == 0) return std::nullopt;
  size_t last = t.size();
  while (last > 0 && (t.IsMark(last - 1, ';') || t[last - 1] == ".")) --last;
  if (last <= second_dash + 1 || second_dash <= first_dash + 1) return std::nullopt;
  BracketPart term{PartKind::kTerm, first_dash + 1, second_dash};
  BracketPart who{PartKind::kWho, second_dash + 1, last};
  if (!IsTerm(t, term)) std::swap(term, who);
  if (!IsTerm(t, term) || !NamesSomeone(text, t, who)) return std::nullopt;
  EndBracket found;
  found.term_begin = t.tokens[term.first].begin;
  found.term_end = t.tokens[term.last - 1].end;
  found.term =
      ReadDeadlinePhrase(t.low.substr(found.term_begin, found.term_end - found.term_begin));
  found.who = SplitAddressees(text, t.low, t.tokens[who.first].begin, t.tokens[who.last - 1].end);
  found.begin = found.end = text.size();
  return found;
}

std::optional<EndBracket> ReadEndBracket(std::string_view text, const TokenText& t) {
  if (!t.tokens.Has(TokenKind::kCloseParen)) return std::nullopt;
  size_t open;
  size_t close;
  if (!FindEndBracket(t, &open, &close)) return std::nullopt;
  EndBracket found;
  found.begin = t.tokens[open].begin;
  found.end = t.tokens[close].end;
  const std::vector<BracketPart> parts = PartsOf(text, t, open, close);
  const auto is = [](PartKind kind) {
    return [kind](const BracketPart& part) { return part.kind == kind; };
  };
  const auto term = std::find_if(parts.begin(), parts.end(), is(PartKind::kTerm));
  const bool clear = std::none_of(parts.begin(), parts.end(), is(PartKind::kUnknown));
  if (term != parts.end() && clear && std::any_of(parts.begin(), parts.end(), is(PartKind::kWho))) {
    auto last = term;
    while (last + 1 != parts.end() && (last + 1)->kind == PartKind::kTerm) ++last;
    found.term_begin = t.tokens[term->first].begin;
    found.term_end = t.tokens[last->last - 1].end;
    found.term =
        ReadDeadlinePhrase(t.low.substr(found.term_begin, found.term_end - found.term_begin));
    for (size_t k = 0; k < parts.size(); ++k) {
      if (parts[k].kind != PartKind::kWho) continue;
      const size_t from = parts[k].first;
      while (k + 1 < parts.size() && parts[k + 1].kind == PartKind::kWho) ++k;
      const auto names =
          SplitAddressees(text, t.low, t.tokens[from].begin, t.tokens[parts[k].last - 1].end);
      found.who.insert(found.who.end(), names.begin(), names.end());
    }
    if (found.term.kind == DeadlineKind::kNone) return std::nullopt;
    return found;
  }
  const auto match = FindBracketDeadline(t);
  if (!match) return std::nullopt;
  size_t first = open + 1;
  if (IsTermCaption(t[first])) first = SkipCaption(t, first, close);
  if (first >= close) return std::nullopt;
  found.term = *match;
  found.term_begin = t.tokens[first].begin;
  found.term_end = t.tokens[close - 1].end;
  return found;
}

}  // namespace rezon::reader
