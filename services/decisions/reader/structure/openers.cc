#include "services/decisions/reader/structure/openers.h"

#include <algorithm>
#include <vector>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/labels.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kTail = 600;    // bytes of the paragraph's end that are looked at
constexpr size_t kMaxWord = 80;  // bytes of a word that decides
constexpr int kMaxColons = 200;  // behind a word that may decide, tried in one paragraph

// A verb that by itself closes a formula.
bool IsClosingVerb(std::string_view word) {
  return (IsDecisionVerb(word) &&
          StartsWithAny(
              word, {"постан",   "приказ", "распоряж", "обязыва", "реш",     "рекоменд", "предлаг",
                     "предлож",  "поруча", "поручи",   "поручен", "договор", "обраща",   "обрати",
                     "ходатай",  "просит", "просят",   "просим",  "призыва", "призва",   "определи",
                     "определя", "намети", "утверди",  "соглас"})) ||
         IsAnyOf(word, {"считать", "необходимо", "следует", "намерены", "обязуются", "обязались",
                        "распорядился", "распорядилась"});
}

bool IsDecidingVerb(std::string_view word) {
  return IsDecisionVerb(word) &&
         StartsWithAny(word, {"постан", "приказ", "распоряж", "обязыва", "реш"});
}

// A part of the gathering, whose wishes are no decision of the whole.
bool IsPartOfEvent(std::string_view word) {
  return StartsWithAny(word, {"дискусси", "секци", "площадк", "докладчик", "выступающ", "спикер",
                              "модератор", "эксперт", "коллег", "подгрупп", "мастер-класс",
                              "выступивш", "ораторы", "отдельн", "некоторы", "ряд"});
}

bool IsFollowing(std::string_view word) { return StartsWithAny(word, {"следующ", "нижеследующ"}); }

bool IsDecidedThing(std::string_view word) {
  return StartsWithAny(word, {"решени", "рекомендаци", "задач", "действи", "мер", "направлени",
                              "шаг", "предложени", "приоритет", "резолюци", "ориентир",
                              "мероприяти", "поручени", "обязательств", "инициатив"});
}

bool IsDiscussedThing(std::string_view word) {
  return StartsWithAny(word, {"вопрос", "тем", "доклад", "секци", "выступлени", "проблем", "площад",
                              "трек", "спикер", "сообщени"});
}

// First token of the last sentence.
size_t LastSentence(const TokenText& t) {
  for (size_t i = t.size(); i > 1; --i) {
    if (t[i - 1] == "." && i < t.size() && CountChars(t[i - 2]) > 3 &&
        t.tokens[i - 1].quotes == 0) {
      return i;
    }
  }
  return 0;
}

// Whether the last sentence, which ends with a colon, says that something was decided.
bool SaysDecision(const TokenText& t, size_t first, size_t* verb) {
  bool thing = false;
  bool needed = false;
  bool discussed = false;
  *verb = t.size();
  for (size_t i = first; i < t.size(); ++i) {
    if (!t.IsWord(i) || t.tokens[i].quotes > 0) continue;
    if (*verb < t.size() || i < first + 3) thing = thing || IsDecidedThing(t[i]);
    if (*verb < t.size() && IsDecidedThing(t[i])) thing = true;
    needed = needed || StartsWithAny(t[i], {"необходим", "целесообразн", "важн"});
    if (*verb < t.size() && i + 5 >= t.size()) discussed = discussed || IsDiscussedThing(t[i]);
    // «… одобряет опыт и постановляет следующее»: the verb that decides.
    const bool first_one = *verb == t.size();
    if ((first_one && (IsDecisionVerb(t[i]) || t[i] == "необходимо")) ||
        (!first_one && !IsClosingVerb(t[*verb]) && IsDecidingVerb(t[i]))) {
      *verb = i;
    }
  }
  // «пришли к следующим выводам и рекомендациям», «пришли к выводу о необходимости».
  if (*verb == t.size()) {
    bool concluded = false;
    for (size_t i = first; i < t.size(); ++i) {
      concluded = concluded || (t.tokens[i].quotes == 0 &&
                                (IsFollowing(t[i]) || StartsWithAny(t[i], {"вывод", "мнени"})));
    }
    if (!concluded || discussed) return false;
    *verb = t.size() - 1;
    return IsDecidedThing(t[*verb]) || t[*verb].starts_with("необходимост");
  }
  if (discussed) return false;
  const std::string_view word = t[*verb];
  if (IsClosingVerb(word)) return true;
  if (StartsWithAny(word, {"счита"})) return needed || t[t.size() - 2] == "считать";
  return thing;
}

bool LooksLikeItem(std::string_view text, std::string_view low) {
  if (FindLabel(text)) return true;
  Tokens tokens;
  Tokenize(low.substr(0, std::min<size_t>(low.size(), 400)), &tokens);
  const TokenText t{low, tokens};
  size_t end;
  size_t last;
  return (t.IsWord(0) && IsInfinitive(t[0])) || OpensWithAddressee(text, t, 0, &end, &last);
}

// The word before the colon may make a formula. Cheap, and true wherever MidLine's closer look
// could find one: only this word counts, or letters set apart, which show as a letter alone.
bool MayDecide(std::string_view low, size_t colon) {
  size_t end = colon;
  while (end > 0 && low[end - 1] == ' ') --end;
  size_t begin = end;
  while (begin > 0 && end - begin < kMaxWord) {
    const size_t before = PreviousChar(low, begin);
    size_t size;
    const uint32_t code = CharAt(low, before, &size);
    if (!IsLetterChar(code) && !IsCyrillic(code) && code != 0x301) break;
    begin = before;
  }
  const std::string_view word = low.substr(begin, end - begin);
  if (word.empty()) return false;
  if (word.size() <= 2) return begin > 0 && low[begin - 1] == ' ';
  return word.size() >= kMaxWord || IsClosingVerb(word) || IsFollowing(word) ||
         IsDecidedThing(word);
}

// «… предлагают: 1. …»: the formula's verb and colon stand inside the paragraph.
std::optional<Opener> MidLine(std::string_view text, std::string_view low) {
  int tried = 0;
  for (size_t colon = low.find(':'); colon != std::string_view::npos && colon + 2 < low.size();
       colon = low.find(':', colon + 1)) {
    if (!MayDecide(low, colon)) continue;
    if (++tried > kMaxColons) break;
    const size_t from = colon > 120 ? colon - 120 : 0;
    const std::string near = CollapseSpaced(low.substr(from, colon - from));
    Tokens tokens;
    Tokenize(near, &tokens);
    const TokenText t{near, tokens};
    if (t.size() == 0) continue;
    size_t last = t.size() - 1;
    if (IsFollowing(t[last]) && last > 0) --last;
    if (!IsClosingVerb(t[last]) && !(IsDecidedThing(t[last]) && t.size() <= 6)) continue;
    size_t rest = colon + 1;
    while (rest < low.size() && low[rest] == ' ') ++rest;
    if (!LooksLikeItem(text.substr(rest), low.substr(rest))) continue;
    Opener opener;
    opener.strong = true;
    opener.decides = IsDecidingVerb(t[last]);
    opener.rest = rest;
    return opener;
  }
  return std::nullopt;
}

// A letter-spaced word has at least three single letters in a row; nearly no text has.
bool HasSpaced(std::string_view low) {
  size_t run = 0;
  size_t expected = 0;
  for (size_t at = low.find(' '); at != std::string_view::npos; at = low.find(' ', at + 1)) {
    if (at + 3 < low.size() && low[at + 3] == ' ' &&
        (static_cast<unsigned char>(low[at + 1]) & 0xFE) == 0xD0) {
      run = at == expected ? run + 1 : 1;
      expected = at + 3;
      if (run >= 3) return true;
    }
  }
  return false;
}

// Without a colon only the very last word can make a formula: look at no more than that.
bool MayClose(std::string_view low) {
  size_t end = low.size();
  while (end > 0 && (low[end - 1] == '.' || low[end - 1] == ' ')) --end;
  const size_t blank = low.substr(0, end).rfind(' ');
  const std::string_view word = low.substr(blank == std::string_view::npos ? 0 : blank + 1,
                                           end - (blank == std::string_view::npos ? 0 : blank + 1));
  return word.size() <= 2 || IsClosingVerb(word) || IsDecidedThing(word) || IsFollowing(word);
}

// «Рекомендовать:», «Считать необходимым:», «Признать целесообразным:»: the formula of a text that
// has no other.
bool IsBareCommand(const TokenText& t) {
  if (t.size() > 3) return false;
  if (t.size() == 1) {
    return IsAnyOf(t[0], {"рекомендовать", "предложить", "поручить", "ходатайствовать", "просить"});
  }
  return IsAnyOf(t[0], {"считать", "признать"}) &&
         StartsWithAny(t[t.size() - 1], {"необходим", "целесообразн", "важн"});
}

// «Считать основными направлениями работы на новый учебный год:».
bool SetsTasks(const TokenText& t) {
  constexpr size_t kThingWithin = 4;
  if (!IsAnyOf(t[0], {"считать", "определить", "признать", "обозначить", "избрать"})) return false;
  for (size_t i = 1; i <= kThingWithin && i < t.size(); ++i) {
    if (t.IsWord(i) && IsDecidedThing(t[i])) return true;
  }
  return false;
}

// «Рекомендации участников конференции», «Резолютивная часть»: a heading over what was decided.
bool IsHeadingOfDecision(const TokenText& t) {
  constexpr size_t kMostWords = 9;
  if (t.size() < 2 || t.size() > kMostWords) return false;
  if (t[0] == "резолютивная" && t[1] == "часть") return true;
  if (!IsAnyOf(t[0], {"решение", "решения", "рекомендации", "предложения", "задачи"})) return false;
  for (size_t i = 1; i < t.size(); ++i) {
    if (t.tokens[i].quotes > 0 || t[i] == "№" || IsDecisionVerb(t[i])) return false;
  }
  return true;
}

// Such a heading without a colon. It opens the decision only where nothing else does.
std::optional<Opener> Heading(std::string_view low) {
  constexpr size_t kLongest = 160;  // bytes
  if (low.size() > kLongest || EndsWithAny(low, {":", ".", ";", ","}) ||
      !StartsWithAny(low, {"решени", "рекомендации", "предложения", "задачи", "резолютивная"})) {
    return std::nullopt;
  }
  Tokens tokens;
  Tokenize(low, &tokens);
  if (!IsHeadingOfDecision({low, tokens})) return std::nullopt;
  Opener found;
  found.heading = true;
  found.rest = low.size();
  return found;
}

std::optional<Opener> Closing(std::string_view text, std::string_view low) {
  const bool colon = low.ends_with(':');
  if (!colon && !MayClose(low)) return std::nullopt;
  size_t end = low.size();
  while (end > 0 && (low[end - 1] == ':' || low[end - 1] == '.' || low[end - 1] == ' ')) --end;
  const size_t from = end > kTail ? end - kTail : 0;
  const std::string tail = CollapseSpaced(low.substr(from, end - from));
  Tokens tokens;
  Tokenize(tail, &tokens);
  const TokenText t{tail, tokens};
  if (t.size() == 0) return std::nullopt;
  Opener found;
  found.rest = low.size();
  const std::string_view closing = t[t.size() - 1];
  const size_t first = LastSentence(t);
  for (size_t i = first; i < t.size(); ++i) {
    found.partial = found.partial || (t.tokens[i].quotes == 0 && IsPartOfEvent(t[i]));
  }
  if (IsClosingVerb(closing) &&
      (colon || !IsAnyOf(closing, {"необходимо", "следует", "считать"}))) {
    found.strong = true;
    found.decides = IsDecidingVerb(closing);
    return found;
  }
  size_t verb;
  const bool decision = SaysDecision(t, first, &verb);
  if (!colon && IsFollowing(closing) && t.size() > 1 && IsClosingVerb(t[t.size() - 2])) {
    found.strong = true;  // «Конференция постановляет следующее»
    found.decides = IsDecidingVerb(t[t.size() - 2]);
    return found;
  }
  if (!colon) {
    // «… сформулировать следующие рекомендации.»
    const bool listed = t.size() >= first + 3 && IsDecidedThing(closing) &&
                        (IsFollowing(t[t.size() - 2]) || IsFollowing(t[t.size() - 3]));
    found.strong = listed && low.ends_with('.');
    return found.strong ? std::optional<Opener>(found) : std::nullopt;
  }
  if (!decision) {
    if (t.size() - first <= 14 && IsDecidedThing(closing)) return found;
    if (t.size() - first <= 8 &&
        StartsWithAny(t[first], {"решени", "рекомендаци", "резолюци", "предложени", "постановлени",
                                 "задач", "приоритет"})) {
      found.word = IsAnyOf(t[first], {"решение", "решения"});
      return found;  // «Решение круглого стола:», «Задачи на новый учебный год:»
    }
    if (IsBareCommand(t) || SetsTasks(t) || IsHeadingOfDecision(t)) return found;
    for (size_t i = first; i < t.size() && i < first + 3; ++i) {
      if (IsDecidedThing(t[i]) && t.size() - first <= 14 && IsAdjective(t[first])) return found;
    }
    return std::nullopt;
  }
  found.strong = verb + 1 == t.size() || IsClosingVerb(t[verb]) || IsFollowing(closing) ||
                 t[verb].starts_with("счита") || IsInfinitive(closing);
  found.decides = IsDecidingVerb(t[verb]);
  // The phrase behind the verb may be an addressee. Offsets count from the end, which is the
  // same in the tail and in the paragraph as long as nothing was collapsed.
  size_t phrase_end;
  size_t last;
  if (tail.size() == end - from && verb + 1 < t.size() &&
      StartsWithAny(t[verb], {"рекоменд", "предл", "поруч"})) {
    const std::string with_colon = tail + ":";
    Tokenize(with_colon, &tokens);
    const TokenText again{with_colon, tokens};
    if (OpensWithAddressee(text.substr(from), again, verb + 1, &phrase_end, &last) &&
        last + 1 == again.size()) {
      found.heading_begin = from + again.tokens[verb + 1].begin;
      found.heading_end = low.size();
    }
  }
  return found;
}

}  // namespace

std::string CollapseSpaced(std::string_view low) {
  if (!HasSpaced(low)) return std::string(low);
  std::string out;
  out.reserve(low.size());
  size_t at = 0;
  while (at < low.size()) {
    // A run of at least five single Russian letters with blanks between.
    size_t letters = 0;
    size_t run = at;
    std::string word;
    while (run + 1 < low.size() && (static_cast<unsigned char>(low[run]) & 0xFE) == 0xD0) {
      if (run > 0 && run == at && low[run - 1] != ' ') break;
      word.append(low, run, 2);
      ++letters;
      run += 2;
      if (run + 1 < low.size() && low[run] == ' ' &&
          (static_cast<unsigned char>(low[run + 1]) & 0xFE) == 0xD0 &&
          (run + 3 >= low.size() || (static_cast<unsigned char>(low[run + 3]) & 0xFE) != 0xD0)) {
        ++run;
      } else {
        break;
      }
    }
    if (letters >= 5) {
      out += word;
      at = run;
      continue;
    }
    out.push_back(low[at++]);
  }
  return out;
}

std::optional<Opener> FindOpener(std::string_view text, std::string_view low) {
  if (low.size() < 8) return std::nullopt;
  // The bare word above a list, as protocols set it.
  const std::string_view word = low.ends_with(':') ? Trim(low.substr(0, low.size() - 1)) : low;
  if (IsAnyOf(low, {"решение", "решения", "рекомендации", "предложения", "решили"}) ||
      IsAnyOf(word, {"решение", "решения"})) {
    Opener opener;
    opener.word = IsAnyOf(word, {"решение", "решения"});
    opener.rest = low.size();
    return opener;
  }
  if (auto opener = Closing(text, low)) return opener;
  if (auto opener = Heading(low)) return opener;
  return MidLine(text, low);
}

}  // namespace rezon::reader
