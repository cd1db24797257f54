#include "services/decisions/reader/addressees/phrases.h"

#include <algorithm>
#include <utility>

#include "services/decisions/reader/addressees/charged.h"
#include "services/decisions/reader/addressees/phrase_ends.h"
#include "services/decisions/reader/addressees/posts.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxHead = 8;          // tokens from the start to the addressee's noun
constexpr size_t kLookFor = 60;         // tokens within which the task's verb must follow
constexpr size_t kMaxBracketed = 1000;  // tokens of a bracket with executors

// Some infinitive follows within reach.
bool TaskFollows(const TokenText& t, size_t from) {
  for (size_t i = from; i < t.size() && i < from + kLookFor; ++i) {
    if (t.IsWord(i) && t.tokens[i].quotes == 0 && IsInfinitive(t[i])) return true;
  }
  return false;
}

// Token of the head noun of the dative phrase that starts at `first`; size() when there is none.
size_t DativeHeadAt(std::string_view text, const TokenText& t, size_t first) {
  if (const size_t person = PersonAt(text, t, first); person < t.size()) return person;
  bool adjective = false;
  for (size_t i = first; i < t.size() && i < first + kMaxHead; ++i) {
    if (const ShortPost post = ShortPostAt(t, i)) {
      if (post.noun) return post.next - 1;
      i = post.next - 1;  // «гл. бухгалтеру»
      continue;
    }
    if (t.IsMark(i, ',') || t.Is(i, TokenKind::kDash) || t[i] == "и" || t[i] == "а" ||
        t[i] == "также" || t[i] == "." || t[i] == "о") {
      if (i == first) return t.size();
      continue;
    }
    if (!t.IsWord(i)) return t.size();
    const std::string_view word = t[i];
    if (IsInfinitive(word)) return t.size();
    // «ответственным за безопасность», «ответственному за сайт».
    if (word.starts_with("ответственн") && IsDativeAdjective(word) && t[i + 1] == "за") {
      return IsAppointed(t, i) ? t.size() : i + 1;
    }
    if (IsDativeHead(word)) {
      if (word.ends_with("и") || word.ends_with("е")) {
        // «организации», «школе»: dative only at the start or behind a feminine adjective.
        if (i == first || EndsWithAny(t[i - 1], {"ой", "ей"})) return i;
      } else {
        return i;
      }
    }
    if (IsAcronym(text.substr(t.tokens[i].begin, word.size())) && i == first) return i;
    if (adjective && EndsWithAny(word, {"у", "ю"}) && !IsDativeAdjective(word)) return i;
    const bool feminine = EndsWithAny(word, {"ой", "ей"}) && word.size() > 8;
    if (IsDativeAdjective(word)) {
      adjective = true;
    } else if (!feminine && !IsAnyOf(word, {"и", "о"}) && !IsAdverb(word)) {
      return t.size();
    }
  }
  return t.size();
}

void FindBracketed(std::string_view text, const TokenText& t, std::vector<Phrase>* out) {
  for (size_t i = 0; i + 1 < t.size(); ++i) {
    if (!t.Is(i, TokenKind::kOpenParen)) continue;
    if (t[i + 1] != "отв" && !StartsWithAny(t[i + 1], {"ответственн", "исполнител"})) continue;
    size_t first = i + 2;
    while (first < t.size() &&
           (t[first] == "." || t.IsMark(first, ':') || t.Is(first, TokenKind::kDash) ||
            IsAnyOf(t[first], {"за", "исполнитель", "исполнение", "лицо"}))) {
      ++first;
    }
    const size_t limit = std::min(t.size(), first + kMaxBracketed);
    size_t close = first;
    while (close < limit && !t.Is(close, TokenKind::kCloseParen) && !t[close].starts_with("срок")) {
      ++close;
    }
    while (close > first && t.IsMark(close - 1, ',')) --close;
    if (close == first || close >= limit) continue;
    AppendSplit(text, t.low, t.tokens[first].begin, t.tokens[close - 1].end, out);
  }
}

// «Подготовка кадров. Университету открыть …»: the token behind a few words that head the point;
// size() when there are none.
size_t BehindLeadIn(const TokenText& t) {
  constexpr size_t kMostWords = 6;
  constexpr size_t kShort = 3;  // characters of a last word that may be cut short
  for (size_t i = 0; i < t.size() && i <= kMostWords; ++i) {
    if (t.IsMark(i, '.')) return i > 0 && HasMoreChars(t[i - 1], kShort) ? i + 1 : t.size();
    if (!t.IsWord(i) || IsInfinitive(t[i])) break;
  }
  return t.size();
}

// «Во-первых, школам …»: the token behind the ordinal and its comma; 0 when there is none.
size_t BehindOrdinal(const TokenText& t) {
  const bool ordinal = StartsWithAny(t[0], {"во-", "в-"}) && EndsWithAny(t[0], {"ых", "их"});
  return ordinal && t.IsMark(1, ',') ? 2 : 0;
}

bool IsCommand(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "рекомендовать", "поручить",    "предложить",  "предписать", "указать",    "разрешить",
      "рекомендую",    "поручаю",     "предлагаю",   "напомнить",  "доверить",   "рекомендуется",
      "поручается",    "рекомендует", "рекомендуют", "предлагает", "предлагают", "поручает"};
  static constexpr WordTable kTable(kWords);
  return kTable.Holds(word);
}

}  // namespace

bool OpensWithAddressee(std::string_view text, const TokenText& t, size_t first, size_t* end,
                        size_t* last) {
  const size_t head = DativeHeadAt(text, t, first);
  if (head >= t.size()) return false;
  const size_t stop = PhraseEnd(text, t, head);
  // «Школам в срок до 1 мая:» is a heading as well as «Школам:».
  const bool heading = stop < t.size() && t.IsMark(t.size() - 1, ':');
  const bool printed_colon = stop < t.size() && t.IsMark(stop, ':');
  if (!heading && !printed_colon && stop < t.size() && !TaskFollows(t, stop)) return false;
  if (stop >= t.size()) return false;  // nothing to do behind it
  *end = t.tokens[stop - 1].end;
  *last = stop;
  return true;
}

std::vector<Phrase> FindObliged(std::string_view text, std::string_view low, const Tokens& tokens) {
  std::vector<Phrase> out;
  const TokenText t{low, tokens};
  size_t head = 0;
  while (head < kMaxHead && t.IsWord(head) && !IsAgentNoun(t[head]) && IsAdjective(t[head])) ++head;
  if (!t.IsWord(head) || !IsAgentNoun(t[head]) || IsInfinitive(t[head])) return out;
  const size_t last = PhraseEnd(text, t, head);
  if (last >= t.size() || !TaskFollows(t, last)) return out;
  AppendSplit(text, low, t.tokens[0].begin, t.tokens[last - 1].end, &out);
  return out;
}

std::vector<Phrase> FindAddressees(std::string_view text, std::string_view low,
                                   const Tokens& tokens) {
  std::vector<Phrase> out;
  const TokenText t{low, tokens};
  if (t.size() == 0) return out;
  size_t first = BehindOrdinal(t);
  if (IsCommand(t[first])) ++first;
  size_t end = 0;
  size_t last = 0;
  if (t[0] == "обязать" && t.size() > 2) {
    last = PhraseEnd(text, t, 1);
    if (last < t.size() && last > 1) {
      AppendSplit(text, low, t.tokens[1].begin, t.tokens[last - 1].end, &out);
    }
  } else if (t[0] == "в" && t[1] == "адрес" && t.IsMark(t.size() - 1, ':') && t.size() > 3) {
    AppendSplit(text, low, t.tokens[2].begin, t.tokens[t.size() - 2].end, &out);
  } else if (OpensWithAddressee(text, t, first, &end, &last)) {
    AppendSplit(text, low, t.tokens[first].begin, end, &out);
  } else if (const size_t behind = BehindLeadIn(t);
             behind < t.size() && OpensWithAddressee(text, t, behind, &end, &last)) {
    AppendSplit(text, low, t.tokens[behind].begin, end, &out);
  }
  if (tokens.May(Cue::kCharge) && (out.empty() || Contains(low, "возл"))) {
    FindCharged(text, t, &out);
  }
  if (out.empty() && t[0].starts_with("контрол")) FindBehindDash(text, t, &out);
  if (tokens.Has(TokenKind::kOpenParen)) FindBracketed(text, t, &out);
  return out;
}

}  // namespace rezon::reader
