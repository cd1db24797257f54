#include "services/decisions/reader/addressees/phrases.h"

#include <algorithm>
#include <utility>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxHead = 8;          // tokens from the start to the addressee's noun
constexpr size_t kMaxPhrase = 120;      // tokens of one opening phrase
constexpr size_t kLookFor = 60;         // tokens within which the task's verb must follow
constexpr size_t kMaxBracketed = 1000;  // tokens of a bracket with executors

// «МАОУ», «ДОУ»: at least two capitals and nothing else.
bool IsAbbreviation(std::string_view printed) {
  size_t count = 0;
  for (size_t at = 0; at < printed.size();) {
    size_t size;
    if (!IsUpperChar(CharAt(printed, at, &size))) return false;
    at += size;
    ++count;
  }
  return count >= 2;
}

bool IsTimeWord(std::string_view word) {
  return MonthOf(word) > 0 ||
         StartsWithAny(word, {"срок", "течени", "период", "квартал", "год", "полугоди", "начал",
                              "конц", "месячн", "дневн", "недел", "кратчайш", "дальнейш"}) ||
         word.ends_with("дневный") || word.ends_with("невный");
}

// The token at `i` ends an addressee's phrase.
bool EndsPhrase(const TokenText& t, size_t i) {
  const std::string_view word = t[i];
  if (t.IsMark(i, ':') || t.IsMark(i, ';')) return true;
  if (t.Is(i, TokenKind::kDash)) return t.IsWord(i + 1) && IsInfinitive(t[i + 1]);
  if (!t.IsWord(i)) return false;
  if (IsInfinitive(word) || word == "не") return true;
  if (word.ends_with("ее") && t.IsWord(i + 1) && IsInfinitive(t[i + 1])) return true;  // «активнее»
  if (IsAdverb(word)) {
    return !(t.IsWord(i + 1) && (IsParticiple(t[i + 1]) || IsDativeAdjective(t[i + 1])));
  }
  if (IsAnyOf(word, {"при", "до", "через", "путем", "во", "после", "из", "без", "посредством",
                     "перед", "между", "про"})) {
    return true;
  }
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
  if (word == "для") return true;
  return false;
}

// Some infinitive follows within reach.
bool TaskFollows(const TokenText& t, size_t from) {
  for (size_t i = from; i < t.size() && i < from + kLookFor; ++i) {
    if (t.IsWord(i) && t.tokens[i].quotes == 0 && IsInfinitive(t[i])) return true;
  }
  return false;
}

// Token of the head noun of the dative phrase that starts at `first`; size() when there is none.
size_t DativeHeadAt(std::string_view text, const TokenText& t, size_t first) {
  bool adjective = false;
  for (size_t i = first; i < t.size() && i < first + kMaxHead; ++i) {
    if (t.IsMark(i, ',') || t.Is(i, TokenKind::kDash) || t[i] == "и" || t[i] == "а" ||
        t[i] == "также" || t[i] == "." || t[i] == "о") {
      if (i == first) return t.size();
      continue;
    }
    if (!t.IsWord(i)) return t.size();
    const std::string_view word = t[i];
    if (IsInfinitive(word)) return t.size();
    if (IsDativeHead(word)) {
      if (word.ends_with("и") || word.ends_with("е")) {
        // «организации», «школе»: dative only at the start or behind a feminine adjective.
        if (i == first || EndsWithAny(t[i - 1], {"ой", "ей"})) return i;
      } else {
        return i;
      }
    }
    if (IsAbbreviation(text.substr(t.tokens[i].begin, word.size())) && i == first) return i;
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

size_t PhraseEnd(const TokenText& t, size_t head) {
  size_t i = head + 1;
  while (i < t.size() && i < head + kMaxPhrase) {
    if (t.tokens[i].parens == 0 && t.tokens[i].quotes == 0 && EndsPhrase(t, i)) break;
    ++i;
  }
  while (i > head + 1 &&
         (t.IsMark(i - 1, ',') || t[i - 1] == "и" || t.Is(i - 1, TokenKind::kDash))) {
    --i;
  }
  return i;
}

void AddSplit(std::string_view text, std::string_view low, size_t begin, size_t end,
              std::vector<Phrase>* out) {
  std::vector<Phrase> more = SplitAddressees(text, low, begin, end);
  if (out->empty()) {
    *out = std::move(more);
  } else {
    out->insert(out->end(), more.begin(), more.end());
  }
}

// «… возложить на …», «контроль … оставить за …»: whoever is named.
void FindCharged(std::string_view text, const TokenText& t, std::vector<Phrase>* out) {
  for (size_t i = 0; i + 2 < t.size(); ++i) {
    if (t.tokens[i].quotes > 0 || !StartsWithAny(t[i], {"возложить", "возлагаю", "возлагается"})) {
      continue;
    }
    size_t on = i + 1;
    while (on < t.size() && t[on] != "на") ++on;
    if (on + 1 >= t.size() || t[on + 1] == "себя") return;
    size_t last = on + 1;
    while (last < t.size() && !t.IsMark(last, ';')) {
      if (last > on + 1 && t.IsWord(last) &&
          IsAnyOf(t[last], {"контроль", "ответственность", "функции", "обязанности", "координацию",
                            "полномочия", "выполнение", "исполнение", "который", "которого"})) {
        break;
      }
      // A new sentence: a dot behind a word of more than one letter, then a capital.
      if (t[last] == "." && CountChars(t[last - 1]) > 3 && last + 1 < t.size() &&
          IsInfinitive(t[last + 1])) {
        break;
      }
      ++last;
    }
    bool controller = false;
    for (size_t k = 0; k < last; ++k) controller = controller || t[k].starts_with("контрол");
    const size_t begin = t.tokens[on + 1].begin;
    const size_t end = t.tokens[last - 1].end;
    const size_t first = out->size();
    AddSplit(text, t.low, begin, end, out);
    for (size_t k = first; k < out->size(); ++k) {
      (*out)[k].controller = controller;
    }
    return;
  }
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
    AddSplit(text, t.low, t.tokens[first].begin, t.tokens[close - 1].end, out);
  }
}

bool IsCommand(std::string_view word) {
  return IsAnyOf(
      word, {"рекомендовать", "поручить", "предложить", "предписать", "указать", "разрешить",
             "рекомендую", "поручаю", "предлагаю", "напомнить", "доверить", "рекомендуется",
             "поручается", "рекомендует", "рекомендуют", "предлагает", "предлагают", "поручает"});
}

}  // namespace

bool OpensWithAddressee(std::string_view text, const TokenText& t, size_t first, size_t* end,
                        size_t* last) {
  const size_t head = DativeHeadAt(text, t, first);
  if (head >= t.size()) return false;
  const size_t stop = PhraseEnd(t, head);
  const bool heading = stop + 1 >= t.size() && t.IsMark(stop, ':');
  const bool printed_colon = stop < t.size() && t.IsMark(stop, ':');
  if (!heading && !printed_colon && stop < t.size() && !TaskFollows(t, stop)) return false;
  if (stop >= t.size()) return false;  // nothing to do behind it
  *end = t.tokens[stop - 1].end;
  *last = stop;
  return true;
}

std::vector<Phrase> FindAddressees(std::string_view text, std::string_view low,
                                   const std::vector<Token>& tokens) {
  std::vector<Phrase> out;
  const TokenText t{low, tokens};
  if (t.size() == 0) return out;
  size_t first = 0;
  if (IsCommand(t[0])) first = 1;
  size_t end = 0;
  size_t last = 0;
  if (first == 1 && t[0].starts_with("обяз")) first = 0;
  if (t[0] == "обязать" && t.size() > 2) {
    last = PhraseEnd(t, 1);
    if (last < t.size() && last > 1) {
      AddSplit(text, low, t.tokens[1].begin, t.tokens[last - 1].end, &out);
    }
  } else if (OpensWithAddressee(text, t, first, &end, &last)) {
    AddSplit(text, low, t.tokens[first].begin, end, &out);
  }
  if (Contains(low, "возл")) FindCharged(text, t, &out);
  if (low.find('(') != std::string_view::npos) FindBracketed(text, t, &out);
  return out;
}

}  // namespace rezon::reader
