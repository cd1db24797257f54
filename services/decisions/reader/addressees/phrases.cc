#include "services/decisions/reader/addressees/phrases.h"

#include <algorithm>
#include <utility>

#include "services/decisions/reader/addressees/posts.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxHead = 8;          // tokens from the start to the addressee's noun
constexpr size_t kMaxPhrase = 120;      // tokens of one opening phrase
constexpr size_t kLookFor = 60;         // tokens within which the task's verb must follow
constexpr size_t kMaxBracketed = 1000;  // tokens of a bracket with executors

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
                                                 "между", "про", "для"};
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

// Some infinitive follows within reach.
bool TaskFollows(const TokenText& t, size_t from) {
  for (size_t i = from; i < t.size() && i < from + kLookFor; ++i) {
    if (t.IsWord(i) && t.tokens[i].quotes == 0 && IsInfinitive(t[i])) return true;
  }
  return false;
}

// «Ивановой А.С. подготовить», «А.С. Ивановой подготовить»: a person with initials; the token of
// the last word of the name, size() when there is none.
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

// «ответственным за исполнение назначить …», not «ответственным за исполнение обеспечить …».
bool IsAppointed(const TokenText& t, size_t i) {
  constexpr size_t kReach = 8;
  for (size_t k = i; k < t.size() && k < i + kReach; ++k) {
    if (StartsWithAny(t[k], {"назнач", "определить", "считать", "утвердить"})) return true;
  }
  return false;
}

// A post that is held by a person, in the accusative: «заместителя», «методиста», «заведующую».
bool IsPostAccusative(std::string_view word) {
  return EndsWithAny(word, {"а", "я", "у", "ю", "его"}) &&
         StartsWithAny(
             word,
             {"директор",   "заместител",  "начальник", "методист",    "учител",      "секретар",
              "специалист", "педагог",     "заведующ",  "руководител", "инженер",     "завуч",
              "воспитател", "библиотекар", "психолог",  "председател", "консультант", "бухгалтер",
              "инспектор",  "советник",    "проректор", "преподавател"});
}

// «Назначить ответственным за питание заместителя директора Белову И.И.»: where who is appointed
// begins, behind the words «ответственным за …»; size() when no person is named.
size_t AppointedAt(std::string_view text, const TokenText& t, size_t i) {
  constexpr size_t kReach = 12;
  if (!t[i + 1].starts_with("ответственн")) return t.size();
  for (size_t k = i + 2; k < t.size() && k < i + kReach; ++k) {
    if (PersonAt(text, t, k) < t.size()) return k;
    if (k > i + 2 && IsPostAccusative(t[k])) return k;
  }
  return t.size();
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

// «МБУ ДО «Станция …»»: capitals, not the preposition.
bool IsCapitals(std::string_view text, const TokenText& t, size_t i) {
  return t.IsWord(i) && IsAcronym(text.substr(t.tokens[i].begin, t[i].size())) &&
         !t.Is(i + 1, TokenKind::kNumber);
}

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

void AddSplit(std::string_view text, std::string_view low, size_t begin, size_t end,
              std::vector<Phrase>* out) {
  std::vector<Phrase> more = SplitAddressees(text, low, begin, end);
  if (out->empty()) {
    *out = std::move(more);
  } else {
    out->insert(out->end(), more.begin(), more.end());
  }
}

// Token behind a phrase of names that starts at `first`: a semicolon, a new duty or a new
// sentence ends it.
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

bool IsDecidedPaper(std::string_view word) {
  return StartsWithAny(
      word, {"решени", "резолюци", "рекомендаци", "постановлени", "приказ", "распоряжени",
             "протокол", "пункт", "мероприяти", "поручени", "план"});
}

// «контролирует исполнение настоящего решения председатель …»: the token behind what is controlled.
size_t BehindObject(const TokenText& t, size_t i) {
  while (i < t.size() && (!t.IsWord(i) || t[i] == "за" || t[i] == "и" || IsDecidedPaper(t[i]) ||
                          StartsWithAny(t[i], {"исполнени", "выполнени", "реализаци", "ход",
                                               "соблюдени", "настоящ", "данн", "указанн", "эт"}))) {
    ++i;
  }
  return i;
}

// Where the names behind a verb of charging at `i` start («возложить на …», «оставить за …»,
// «контроль … поручить …», «контроль осуществляет …»); size() when it charges no one named.
size_t ChargedAt(std::string_view text, const TokenText& t, size_t i, bool controls) {
  const std::string_view word = t[i];
  std::string_view preposition;
  if (StartsWithAny(word, {"возложить", "возлагаю", "возлагает", "возложен"})) {
    preposition = "на";
  } else if (controls && StartsWithAny(word, {"оставить", "оставляю", "закрепить", "сохранить"})) {
    preposition = "за";
  } else if (i > 0 && StartsWithAny(word, {"поручить", "поручаю", "поручается"})) {
    return i + 1 < t.size() && !IsInfinitive(t[i + 1]) ? i + 1 : t.size();
  } else if (controls && StartsWithAny(word, {"осуществляет", "осуществляют", "обеспечивает"})) {
    return i + 1;
  } else if (IsAnyOf(word, {"контролирует", "контролируют"})) {
    return BehindObject(t, i + 1);
  } else if (IsAnyOf(word, {"отвечает", "отвечают"})) {
    return t[0] == "за" || t[i + 1] == "за" ? BehindObject(t, i + 1) : t.size();
  } else if (StartsWithAny(word, {"назначить", "назначаю", "назначен", "определить"})) {
    return i > 0 && t[0].starts_with("ответственн") ? i + 1 : AppointedAt(text, t, i);
  } else {
    return t.size();
  }
  size_t on = i + 1;
  while (on < t.size() && t[on] != preposition) ++on;
  if (on + 1 >= t.size() || IsAnyOf(t[on + 1], {"себя", "собой"})) return t.size();
  return on + 1;
}

// «контроль … возложить на …», «подготовку … поручить …»: whoever is named.
void FindCharged(std::string_view text, const TokenText& t, std::vector<Phrase>* out) {
  static constexpr Gate kGate = Gate::OfStems(kChargeStems);
  bool controls = false;
  for (size_t i = 0; i + 1 < t.size(); ++i) {
    if (t.tokens[i].quotes > 0 || !t.Passes(i, kGate)) continue;
    controls = controls || t[i].starts_with("контрол");
    const size_t first = ChargedAt(text, t, i, controls);
    if (first >= t.size()) continue;
    const size_t last = NamesEnd(t, first);
    if (last <= first) return;
    const size_t known = out->size();
    AddSplit(text, t.low, t.tokens[first].begin, t.tokens[last - 1].end, out);
    for (size_t k = known; k < out->size(); ++k) (*out)[k].controller = controls;
    return;
  }
}

// «Контроль за выполнением решения – Белова И.И.».
void FindBehindDash(std::string_view text, const TokenText& t, std::vector<Phrase>* out) {
  size_t dash = 1;
  while (dash < t.size() && !(t.Is(dash, TokenKind::kDash) && t.tokens[dash].space_before)) ++dash;
  if (dash + 1 >= t.size() || IsInfinitive(t[dash + 1])) return;
  const size_t last = NamesEnd(t, dash + 1);
  if (last <= dash + 1) return;
  const size_t known = out->size();
  AddSplit(text, t.low, t.tokens[dash + 1].begin, t.tokens[last - 1].end, out);
  for (size_t k = known; k < out->size(); ++k) (*out)[k].controller = true;
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
  AddSplit(text, low, t.tokens[0].begin, t.tokens[last - 1].end, &out);
  return out;
}

std::vector<Phrase> FindAddressees(std::string_view text, std::string_view low,
                                   const Tokens& tokens) {
  std::vector<Phrase> out;
  const TokenText t{low, tokens};
  if (t.size() == 0) return out;
  size_t first = 0;
  if (IsCommand(t[0])) first = 1;
  size_t end = 0;
  size_t last = 0;
  if (first == 1 && t[0].starts_with("обяз")) first = 0;
  if (t[0] == "обязать" && t.size() > 2) {
    last = PhraseEnd(text, t, 1);
    if (last < t.size() && last > 1) {
      AddSplit(text, low, t.tokens[1].begin, t.tokens[last - 1].end, &out);
    }
  } else if (t[0] == "в" && t[1] == "адрес" && t.IsMark(t.size() - 1, ':') && t.size() > 3) {
    AddSplit(text, low, t.tokens[2].begin, t.tokens[t.size() - 2].end, &out);
  } else if (OpensWithAddressee(text, t, first, &end, &last)) {
    AddSplit(text, low, t.tokens[first].begin, end, &out);
  } else if (const size_t behind = BehindLeadIn(t);
             behind < t.size() && OpensWithAddressee(text, t, behind, &end, &last)) {
    AddSplit(text, low, t.tokens[behind].begin, end, &out);
  }
  if (tokens.May(Cue::kCharge) && (out.empty() || Contains(low, "возл"))) {
    FindCharged(text, t, &out);
  }
  if (out.empty() && t[0].starts_with("контрол")) FindBehindDash(text, t, &out);
  if (tokens.Has(TokenKind::kOpenParen)) FindBracketed(text, t, &out);
  return out;
}

}  // namespace rezon::reader
