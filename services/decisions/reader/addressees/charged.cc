#include "services/decisions/reader/addressees/charged.h"

#include "services/decisions/reader/addressees/phrase_ends.h"
#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

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

}  // namespace

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
    AppendSplit(text, t.low, t.tokens[first].begin, t.tokens[last - 1].end, out);
    for (size_t k = known; k < out->size(); ++k) (*out)[k].controller = controls;
    return;
  }
}

void FindBehindDash(std::string_view text, const TokenText& t, std::vector<Phrase>* out) {
  size_t dash = 1;
  while (dash < t.size() && !(t.Is(dash, TokenKind::kDash) && t.tokens[dash].space_before)) ++dash;
  if (dash + 1 >= t.size() || IsInfinitive(t[dash + 1])) return;
  const size_t last = NamesEnd(t, dash + 1);
  if (last <= dash + 1) return;
  const size_t known = out->size();
  AppendSplit(text, t.low, t.tokens[dash + 1].begin, t.tokens[last - 1].end, out);
  for (size_t k = known; k < out->size(); ++k) (*out)[k].controller = true;
}

}  // namespace rezon::reader
