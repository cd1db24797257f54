#include "services/decisions/reader/facts/party_names.h"

#include <algorithm>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kWordsToAgent = 4;  // «и районный методический центр»

bool IsFiniteVerb(std::string_view word) {
  return StartsWithAny(word, {"выступил", "выступа",    "являет",  "являют",  "прошл",   "прошел",
                              "проходил", "состоял",    "провел",  "проводи", "принял",  "принима",
                              "собрал",   "представил", "обсудил", "обсужда", "работал", "рассмотр",
                              "заслуша",  "отметил",    "отмеча",  "показал"}) ||
         IsAnyOf(word, {"стал", "стала", "стали", "стало", "был", "была", "были", "было"});
}

// «в рамках», «с целью», «по теме»: the name is over.
bool OpensManner(const TokenText& t, size_t i) {
  const std::string_view next = t[i + 1];
  if (t[i] == "в" || t[i] == "во") {
    return StartsWithAny(
        next, {"рамк", "форм", "режим", "очн", "дистанц", "онлайн", "период", "цел", "соответстви",
               "количеств", "течени", "ход", "заочн", "смешанн", "гибридн", "качеств", "работе"});
  }
  if (t[i] == "с" || t[i] == "со") {
    return StartsWithAny(next, {"цел", "участи", "использовани", "применени", "сообщени", "доклад",
                                "приветстви"}) ||
           t.Is(i + 1, TokenKind::kNumber);
  }
  if (t[i] == "по") return StartsWithAny(next, {"тем", "вопрос", "проблем", "адрес", "инициатив"});
  if (t[i] == "на") return StartsWithAny(next, {"баз", "площадк", "тем"});
  if (t[i] == "при") {
    size_t noun = i + 1;
    while (noun < i + 4 && IsAdjective(t[noun])) ++noun;
    return StartsWithAny(t[noun], {"поддержк", "содействи", "участи", "помощи"});
  }
  return IsAnyOf(t[i], {"совместно", "под", "для", "чтобы", "более", "около", "всего"});
}

bool OpensClause(const TokenText& t, size_t i) {
  return t[i] == "," && (StartsWithAny(t[i + 1], {"котор", "что", "где", "чтобы", "когда"}) ||
                         (t[i + 1].size() <= 4 && t[i + 2].starts_with("котор")));
}

bool IsAbbreviation(std::string_view text, const TokenText& t, size_t i) {
  if (!t.IsWord(i) || CountChars(t[i]) < 2) return false;
  const std::string_view word = text.substr(t.tokens[i].begin, t[i].size());
  for (size_t at = 0; at < word.size();) {
    size_t size;
    const uint32_t code = CharAt(word, at, &size);
    if (!IsUpperChar(code) && !IsDashChar(code)) return false;
    at += size;
  }
  return true;
}

// Ending of an adjective in the genitive, but for the feminine.
bool EndsGenitive(std::string_view word) { return EndsWithAny(word, {"ого", "его", "ых", "их"}); }

bool IsPeopleNoun(std::string_view word) {
  return StartsWithAny(word, {"студент", "воспитател", "родител", "ветеран", "логопед", "психолог",
                              "ученик", "школьник", "тьютор", "методист", "волонтер", "депутат",
                              "специалист", "эксперт", "гост", "выпускник", "учител", "педагог"}) &&
         !IsAdjective(word);
}

// «организаций дошкольного, общего и дополнительного образования»: adjectives of one noun.
bool GoesOn(std::string_view low, const Phrase& before, const Phrase& next) {
  const std::string_view first = low.substr(before.begin, before.end - before.begin);
  const std::string_view second = low.substr(next.begin, next.end - next.begin);
  const std::string_view word = second.substr(0, second.find(' '));
  return EndsGenitive(first) && EndsGenitive(word) && IsAdjective(word) &&
         IsAdjective(first.substr(first.rfind(' ') + 1));
}

// «… и» is followed by another body or group, not by the second half of one name.
bool PartsAt(std::string_view text, const TokenText& t, size_t i, size_t to, bool genitive) {
  if (t[i] != "и" || t.tokens[i].quotes > 0 || t.tokens[i].parens > 0) return false;
  if (i + 1 >= to) return false;
  if (StartsUpper(text.substr(t.tokens[i + 1].begin))) return true;
  // «педагоги школ и детских садов»: still the first one's complement.
  if (!genitive && EndsGenitive(t[i + 1])) return false;
  for (size_t k = i + 1; k < std::min(to, i + 1 + kWordsToAgent); ++k) {
    if (!t.IsWord(k)) return false;
    if (IsPeopleNoun(t[k]) || (IsAgentNoun(t[k]) && !IsAdjective(t[k]))) return true;
    if (!IsAdjective(t[k])) return false;
  }
  return false;
}

}  // namespace

size_t NamesEnd(const TokenText& t, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    if (t.tokens[i].quotes > 0 || t.tokens[i].parens > 0) continue;
    if (t[i] == ";" || t[i] == ":" || OpensClause(t, i)) return i;
    if (i == from) continue;
    if (t.IsWord(i) && (IsFiniteVerb(t[i]) || IsInfinitive(t[i]) || OpensManner(t, i))) return i;
    if (t.Is(i, TokenKind::kDash) && t[i + 1] == "это") return i;
    if (const auto date = ParseInterval(t, i); date && date->has_year()) return i;
  }
  return to;
}

bool NamesSomebody(std::string_view text, const TokenText& t, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    if (t.tokens[i].quotes > 0) continue;
    if (t.IsWord(i) && (IsAgentNoun(t[i]) || IsAbbreviation(text, t, i))) return true;
    if (t.Is(i, TokenKind::kOpenQuote) && i > from) return true;
  }
  return false;
}

std::vector<Phrase> SplitNames(std::string_view text, const TokenText& t, size_t from, size_t to,
                               bool genitive) {
  std::vector<Phrase> names;
  size_t first = from;
  for (size_t i = from; i <= to && first < to; ++i) {
    if (i < to && !PartsAt(text, t, i, to, genitive)) continue;
    if (i > first) {
      for (const Phrase& phrase :
           SplitAddressees(text, t.low, t.tokens[first].begin, t.tokens[i - 1].end)) {
        if (phrase.end <= phrase.begin) continue;
        if (!names.empty() && GoesOn(t.low, names.back(), phrase)) {
          names.back().end = phrase.end;
        } else {
          names.push_back(phrase);
        }
      }
    }
    first = i + 1;
  }
  return names;
}

}  // namespace rezon::reader
