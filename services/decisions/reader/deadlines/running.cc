#include <algorithm>
#include <optional>

#include "services/decisions/reader/deadlines/beginnings.h"
#include "services/decisions/reader/deadlines/not_terms.h"
#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/deadlines/terms.h"
#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxTerm = 200;  // tokens of a term in a bracket that it shares

bool RunningShape(const Found& found) {
  switch (found.interval.shape) {
    case Shape::kYears:
      return false;
    case Shape::kYear:
      return found.end_of || found.lead == Lead::kIn || found.lead == Lead::kUntil;
    default:
      return found.lead != Lead::kOn;
  }
}

int Strength(const Found& found) {
  if (found.lead == Lead::kUntil || found.lead == Lead::kBy) return 3;
  if (found.lead == Lead::kIn) return found.interval.shape == Shape::kYear ? 1 : 2;
  return 1;
}

// As a date such as 01.09.24 has.
bool HasTwoDots(std::string_view low) {
  const size_t first = low.find('.');
  return first != std::string_view::npos && low.find('.', first + 1) != std::string_view::npos;
}

}  // namespace

std::optional<DeadlineMatch> FindBracketDeadline(const TokenText& t) {
  size_t close = t.size();
  while (close > 0 && t.Is(close - 1, TokenKind::kPunct)) --close;
  if (close == 0 || !t.Is(close - 1, TokenKind::kCloseParen)) return std::nullopt;
  --close;
  size_t open = close;
  while (open > 0 &&
         !(t.Is(open, TokenKind::kOpenParen) && t.tokens[open].parens == t.tokens[close].parens)) {
    --open;
  }
  if (!t.Is(open, TokenKind::kOpenParen) || close <= open + 1) return std::nullopt;
  size_t first = open + 1;
  const bool caption = StartsWithAny(t[first], {"срок"});
  for (size_t i = first; i < close; ++i) {
    if (IsAnyOf(t[i], {"отв", "далее", "№"}) || StartsWithAny(t[i], {"ответственн", "протокол"})) {
      return std::nullopt;
    }
  }
  const size_t begin = t.tokens[first].begin;
  const std::string_view inner = t.low.substr(begin, t.tokens[close - 1].end - begin);
  DeadlineMatch match = ReadDeadlinePhrase(inner);
  if (match.kind == DeadlineKind::kNone) return std::nullopt;
  const size_t unread = inner.size() - (match.end_offset - match.begin);
  if (!caption && (match.begin > 0 || unread > 40)) return std::nullopt;
  if (!caption && match.kind == DeadlineKind::kStanding && inner.size() > 140) return std::nullopt;
  match.begin = t.tokens[open].begin;
  match.end_offset = t.tokens[close].end;
  return match;
}

std::optional<DeadlineMatch> FindBracketTerm(const TokenText& t) {
  if (!t.tokens.Has(TokenKind::kOpenParen)) return std::nullopt;
  for (size_t i = 0; i < t.size(); ++i) {
    if (t.tokens[i].parens == 0 || !t[i].starts_with("срок")) continue;
    size_t first = i + 1;
    while (t.Is(first, TokenKind::kDash) || t.IsMark(first, ':') ||
           IsAnyOf(t[first], {"исполнения", "реализации", "выполнения"})) {
      ++first;
    }
    size_t last = first;
    while (last < t.size() && last < first + kMaxTerm && t.tokens[last].parens > 0 &&
           t[last] != ";" && t[last] != "отв" && !t[last].starts_with("ответствен")) {
      ++last;
    }
    if (last <= first) continue;
    const size_t begin = t.tokens[first].begin;
    DeadlineMatch match = ReadDeadlinePhrase(t.low.substr(begin, t.tokens[last - 1].end - begin));
    if (match.kind == DeadlineKind::kNone) {
      i = last - 1;  // all of it was read
      continue;
    }
    match.begin += begin;
    match.end_offset += begin;
    return match;
  }
  return std::nullopt;
}

std::optional<DeadlineMatch> FindRunningDeadline(const TokenText& t, const std::string& base_date) {
  if (!t.tokens.Has(TokenKind::kNumber)) return std::nullopt;
  // A term here needs its year.
  const bool year =
      t.tokens.HasYear() && std::any_of(t.tokens.begin(), t.tokens.end(), [](const Token& token) {
        return token.kind == TokenKind::kNumber && token.quotes == 0 &&
               token.end - token.begin == 4;
      });
  if (!year && !HasTwoDots(t.low)) return std::nullopt;
  std::optional<Found> best;
  for (size_t i = 0; i < t.size(); ++i) {
    const Token& token = t.tokens[i];
    if (token.kind == TokenKind::kWord ? !kTermBeginnings.Passes(token.head)
                                       : token.kind != TokenKind::kNumber) {
      continue;
    }
    if (token.quotes > 0 || token.parens > 0 || !MayStartTerm(t, i)) continue;
    const auto found = TermAt(t, i);
    if (!found) continue;
    if (found->interval.has_year() && RunningShape(*found) && !IsNoTerm(t, *found) &&
        !IsOfTheEvent(*found, base_date) && (!best || Strength(*found) > Strength(*best))) {
      best = found;
    }
    i = found->last - 1;
  }
  if (!best || SpeaksOfEffect(t)) return std::nullopt;
  return ToMatch(t, *best);
}

}  // namespace rezon::reader
