#include "services/decisions/reader/addressees/phrase_ends.h"

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxPhrase = 120;  // tokens of one opening phrase

bool IsTimeWord(std::string_view word) {
  return MonthOf(word) > 0 ||
         StartsWithAny(word, {"срок", "течени", "период", "квартал", "год", "полугоди", "начал",
                              "конц", "месячн", "дневн", "недел", "кратчайш", "дальнейш"}) ||
         word.ends_with("дневный") || word.ends_with("невный");
}

// «активнее», «шире», «впредь»: how something is to be done, unless it is an ending of a name.
bool IsManner(std::string_view word) {
  return EndsWithAny(word, {"ее", "же", "че", "ще", "ше"}) ||
         IsAnyOf(word, {"шире", "более", "менее", "впредь", "далее", "вместе", "сообща", "всегда",
                        "строго", "широко", "глубоко", "всемерно", "лично", "особо", "всячески"});
}

// The token at `i` ends an addressee's phrase.
bool EndsPhrase(const TokenText& t, size_t i) {
  const std::string_view word = t[i];
  if (t.IsMark(i, ':') || t.IsMark(i, ';')) return true;
  if (t.Is(i, TokenKind::kDash)) return t.IsWord(i + 1) && IsInfinitive(t[i + 1]);
  if (!t.IsWord(i)) return false;
  if (IsInfinitive(word) || word == "не") return true;
  if (IsManner(word) && t.IsWord(i + 1) && (IsInfinitive(t[i + 1]) || IsAdverb(t[i + 1]))) {
    return true;
  }
  if (IsAdverb(word)) {
    return !(t.IsWord(i + 1) && (IsParticiple(t[i + 1]) || IsDativeAdjective(t[i + 1])));
  }
  static constexpr std::string_view kAlways[] = {"при",   "до",  "через", "путем",       "во",
                                                 "после", "из",  "без",   "посредством", "перед",
                                                 "между", "про", "для",   "начиная"};
  static constexpr std::string_view kByTheNext[] = {"в", "на", "с", "со", "по", "к", "за"};
  static constexpr Gate kGate = Gate::OfWords(kAlways) | Gate::OfWords(kByTheNext);
  if (!t.Passes(i, kGate)) return false;
  static constexpr WordTable kTable(kAlways);
  if (kTable.Holds(word)) return true;
  const std::string_view next = t[i + 1];
  const bool counted = t.Is(i + 1, TokenKind::kNumber);
  if (word == "в") {
    return counted || IsTimeWord(next) || MonthOf(next) > 0 || next.find('-') == 1 ||
           IsAnyOf(next, {"рамках",
                          "целях",
                          "соответствии",
                          "установленном",
                          "установленные",
                          "связи",
                          "случае",
                          "порядке",
                          "ходе",
                          "преддверии",
                          "первоочередном",
                          "полном",
                          "целом",
                          "своей",
                          "работе",
                          "обязательном",
                          "каждом",
                          "i",
                          "ii",
                          "iii",
                          "iv",
                          "том",
                          "процессе",
                          "качестве",
                          "десятидневный",
                          "трехдневный",
                          "пределах",
                          "этих",
                          "данном",
                          "текущем",
                          "новом",
                          "первом",
                          "приоритетном",
                          "практике",
                          "ежегодном",
                          "ежемесячном",
                          "ежедневном",
                          "плановом"});
  }
  if (word == "на") {
    return counted || IsAnyOf(next, {"основании", "основе", "базе", "период", "постоянной",
                                     "заседании", "уровне", "регулярной", "протяжении", "системной",
                                     "август", "новый", "следующий", "предстоящий"});
  }
  if (word == "с" || word == "со") {
    return counted || IsAnyOf(next, {"учетом", "целью", "привлечением", "участием",
                                     "использованием", "момента", "начала", "применением",
                                     "сентября", "января", "опорой", "дня", "даты"});
  }
  if (word == "по") {
    return IsAnyOf(next, {"итогам", "результатам", "мере", "окончании", "истечении", "завершении",
                          "состоянию", "необходимости", "запросу", "возможности"});
  }
  if (word == "к" || word == "за") return counted || IsTimeWord(next);
  return false;
}

// «МБУ ДО «Станция …»»: capitals, not the preposition.
bool IsCapitals(std::string_view text, const TokenText& t, size_t i) {
  return t.IsWord(i) && IsAcronym(text.substr(t.tokens[i].begin, t[i].size())) &&
         !t.Is(i + 1, TokenKind::kNumber);
}

}  // namespace

size_t PhraseEnd(std::string_view text, const TokenText& t, size_t head) {
  size_t i = head + 1;
  while (i < t.size() && i < head + kMaxPhrase) {
    if (t.tokens[i].parens == 0 && t.tokens[i].quotes == 0 && EndsPhrase(t, i) &&
        !IsCapitals(text, t, i)) {
      break;
    }
    ++i;
  }
  while (i > head + 1 &&
         (t.IsMark(i - 1, ',') || t[i - 1] == "и" || t.Is(i - 1, TokenKind::kDash))) {
    --i;
  }
  return i;
}

size_t NamesEnd(const TokenText& t, size_t first) {
  size_t last = first;
  for (; last < t.size() && !t.IsMark(last, ';'); ++last) {
    if (last > first && t.IsWord(last) &&
        (IsInfinitive(t[last]) ||
         IsAnyOf(t[last], {"контроль", "ответственность", "функции", "обязанности", "координацию",
                           "полномочия", "выполнение", "исполнение", "который", "которого"}))) {
      break;
    }
    // A new sentence: a dot behind a word of more than one letter, then no name.
    if (t[last] == "." && HasMoreChars(t[last - 1], 3) && last + 1 < t.size()) break;
  }
  while (last > first + 1 && (t.IsMark(last - 1, ',') || t[last - 1] == "и")) --last;
  return last;
}

size_t PersonAt(std::string_view text, const TokenText& t, size_t first) {
  const auto initial = [&](size_t i) {
    return t.IsWord(i) && t.IsMark(i + 1, '.') && IsOneChar(t[i]) &&
           StartsUpper(text.substr(t.tokens[i].begin));
  };
  const auto name = [&](size_t i) {
    return t.IsWord(i) && HasMoreChars(t[i], 2) && StartsUpper(text.substr(t.tokens[i].begin)) &&
           EndsWithAny(t[i], {"у", "ю", "ой", "ей", "ому", "ему", "о", "и", "е", "х"});
  };
  size_t i = first;
  if (initial(i + 1) && name(i)) return initial(i + 3) ? i + 4 : i + 2;
  while (initial(i)) i += 2;
  return i > first && name(i) ? i : t.size();
}

bool IsAppointed(const TokenText& t, size_t i) {
  constexpr size_t kReach = 8;
  for (size_t k = i; k < t.size() && k < i + kReach; ++k) {
    if (StartsWithAny(t[k], {"назнач", "определить", "считать", "утвердить"})) return true;
  }
  return false;
}

}  // namespace rezon::reader
