#include "services/decisions/reader/deadlines/not_terms.h"

#include <algorithm>

#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

// How far back a participle or «который» is looked for, in words.
constexpr size_t kClauseWords = 8;
constexpr size_t kMaxClause = 200;  // tokens of a clause that are looked at

// A participle whose clause tells what is so or was done: «внесённый», «прошедший», «принятую».
bool TellsOfAFact(std::string_view word) {
  const std::string_view whole = word;
  if (word.ends_with("ся")) word.remove_suffix(std::string_view("ся").size());
  static constexpr std::string_view kEndings[] = {"ими", "ыми", "его", "ого", "ему", "ому", "ий",
                                                  "ый",  "ая",  "ее",  "ое",  "ие",  "ые",  "им",
                                                  "ым",  "их",  "ых",  "ей",  "ой",  "ую",  "юю"};
  static constexpr EndingTable kTable(kEndings);
  const size_t ending = kTable.EndingOf(word);
  if (ending == 0) return false;
  word.remove_suffix(ending);
  static constexpr std::string_view kStemEndings[] = {"вш",  "едш", "енн",      "анн",      "янн",
                                                      "нят", "чат", "вступающ", "действующ"};
  static constexpr EndingTable kStemTable(kStemEndings);
  return kStemTable.Ends(word) && !EndsWithAny(word, {"венн", "менн"}) &&
         !StartsWithAny(whole, {"заплан", "намечен", "назначен", "предусмотр", "осенн", "весенн"});
}

bool IsUntil(const Found& found) { return found.lead == Lead::kUntil || found.lead == Lead::kBy; }

bool EndsClause(const TokenText& t, size_t i) {
  return t.Is(i, TokenKind::kPunct) || t.Is(i, TokenKind::kDash) ||
         t.Is(i, TokenKind::kOpenParen) || t.Is(i, TokenKind::kCloseParen);
}

// The first token of the clause that has token `i`, as far back as is looked.
size_t ClauseStart(const TokenText& t, size_t i) {
  size_t start = i;
  while (start > 0 && i - start < kClauseWords && !EndsClause(t, start - 1)) --start;
  return start;
}

// «…, представленный на семинаре в мае 2023 года»: of what was done. A term with «до» is taken for
// the clause's only right behind the participle: «детей, родившихся до 1 сентября».
bool InFactClause(const TokenText& t, const Found& found) {
  if (found.first == 0) return false;
  if (TellsOfAFact(t[found.first - 1])) return true;
  if (IsUntil(found)) return false;
  const size_t start = ClauseStart(t, found.first);
  for (size_t i = found.first; i > start; --i) {
    if (IsInfinitive(t[i - 1])) return false;
    if (TellsOfAFact(t[i - 1]) && (i == start + 1 || t[i - 2] == "и")) return true;
  }
  return false;
}

bool IsPastVerb(std::string_view word) {
  if (word.ends_with("ся") || word.ends_with("сь"))
    word.remove_suffix(2 * std::string_view("с").size());
  return word != "или" && EndsWithAny(word, {"ал", "ала", "ало", "али", "ил",  "ила", "ило", "или",
                                             "ыл", "ыла", "ыло", "ыли", "шел", "шла", "шло", "шли",
                                             "ел", "ела", "ели", "ял",  "яла", "яли"});
}

// «…, который прошёл 12 октября 2023 года», «…, что в 2023 году …»: of what happened.
bool InPastClause(const TokenText& t, const Found& found) {
  const size_t start = ClauseStart(t, found.first);
  if (start == 0 || IsUntil(found)) return false;
  size_t at = start;
  while (at < found.first && !t[at].starts_with("котор")) ++at;
  if (at == found.first) return false;
  for (size_t i = at; i < at + kMaxClause && i < t.size() && !EndsClause(t, i); ++i) {
    if (t.IsWord(i) && IsPastVerb(t[i])) return true;
  }
  return false;
}

// «итоги конференции 15 марта 2024 года»: the event's own days. «Провести конференцию 15 марта» is
// a term.
bool OfANamedEvent(const TokenText& t, const Found& found) {
  if (found.first < 2 || !IsEventNoun(t[found.first - 1])) return false;
  size_t head = found.first - 2;
  while (head > 0 && IsAdjective(t[head])) --head;
  return StartsWithAny(
      t[head], {"итог", "материал", "резолюци", "решени", "протокол", "результат", "рекомендаци",
                "участник", "сборник", "организатор", "доклад", "программ", "стенограмм"});
}

// «итоги I полугодия 2023 года», «план 2022-2023 учебного года»: a genitive that belongs to the
// word before it.
bool IsAttribute(const TokenText& t, const Found& found) {
  if (found.lead != Lead::kNone || found.end_of || found.start_of || found.first == 0 ||
      !t.IsWord(found.first - 1) ||
      IsAnyOf(t[found.first - 1], {"всего", "текущего", "нового", "и", "или"})) {
    return false;
  }
  if (found.interval.shape == Shape::kMonth || found.interval.shape == Shape::kMonths) {
    return EndsWithAny(t[found.first], {"я", "та"}) && MonthOf(t[found.first]) > 0;
  }
  for (size_t i = found.interval.first; i < found.interval.last; ++i) {
    if (IsAnyOf(t[i], {"квартала", "полугодия", "учебного"})) return true;
  }
  return false;
}

// «Отметить, что в 2023 году …», «Учесть, что с 1 сентября …»: nothing is to be done then.
bool InTakenNote(const TokenText& t, const Found& found) {
  if (IsUntil(found)) return false;
  const std::string_view first = t[0];
  if (IsAnyOf(first, {"отметить", "одобрить", "констатировать", "поблагодарить"}) ||
      (IsAnyOf(first, {"выразить", "объявить"}) && StartsWithAny(t[1], {"благодарн", "признат"})) ||
      (first == "принять" && t[1] == "к" && t[2] == "сведению")) {
    return true;
  }
  if (!IsAnyOf(first, {"учесть", "учитывать", "напомнить", "подчеркнуть"}) &&
      !(first == "принять" && t[1] == "во") && !(first == "иметь" && t[1] == "в")) {
    return false;
  }
  for (size_t i = 1; i < std::min(found.first, kMaxClause); ++i) {
    if (t[i] == "что" && t[i - 1] == ",") return true;
  }
  return false;
}

// «прогноз потребности до 2030 года»: how far a paper looks ahead.
bool IsHorizon(const TokenText& t, const Found& found) {
  constexpr size_t kReach = 5;  // words
  if (!IsUntil(found) || found.interval.shape != Shape::kYear) return false;
  for (size_t i = found.first; i > 0 && found.first - i < kReach && !EndsClause(t, i - 1); --i) {
    if (StartsWithAny(t[i - 1], {"прогноз", "стратеги", "концепци", "программ", "перспектив"})) {
      return true;
    }
  }
  return false;
}

bool IsCited(const TokenText& t, const Found& found) {
  if (t[found.last] == "№" || t[found.last] == "n" || t.Is(found.last, TokenKind::kDash)) {
    return true;
  }
  if (found.first == 0) return false;
  const std::string_view before = t[found.first - 1];
  if (IsAnyOf(before, {"от", "за", "№", "из", "после"})) return true;
  if (before == "года" && IsUntil(found) && found.interval.shape == Shape::kDay) return false;
  // «на период до …», «по состоянию на …», «программы развития до …».
  if (IsAnyOf(before, {"период", "редакции", "состоянию", "года", "перспективу", "стратегии",
                       "программы", "развития", "действия"})) {
    return !(before == "период" && found.first >= 2 && t[found.first - 2] == "в");
  }
  return (found.lead == Lead::kFrom && IsParticiple(before)) || IsHorizon(t, found);
}

}  // namespace

bool SpeaksOfEffect(const TokenText& t) {
  if (!t.tokens.May(Cue::kTakesEffect)) return false;
  static constexpr Gate kGate = Gate::OfStems(kEffectStems);
  for (size_t i = 0; i < t.size(); ++i) {
    if (!t.Passes(i, kGate)) continue;
    const std::string_view word = t[i], next = t[i + 1];
    if (IsAnyOf(word, {"вступает", "вступают", "вступит", "вступят"}) && next == "в" &&
        t[i + 2] == "силу") {
      return true;
    }
    if (StartsWithAny(word, {"вводится", "вводятся"}) && next == "в") return true;
    if (IsAnyOf(word, {"ввести", "вводить"}) && next == "в" && t[i + 2] == "действие") return true;
    if (StartsWithAny(word, {"распространяет", "распространяются"})) return true;
    if (IsAnyOf(word, {"действует", "действуют"}) &&
        IsAnyOf(next, {"до", "по", "с", "со", "в", "на"})) {
      return true;
    }
    if (IsAnyOf(word, {"применяется", "применяются"})) return true;
    if (word == "утратившим" || word == "утратившими") return true;
  }
  return false;
}

bool IsOfTheEvent(const Found& found, const std::string& base_date) {
  const Shape shape = found.interval.shape;
  return !base_date.empty() && !IsUntil(found) && !found.end_of &&
         (shape == Shape::kDay || shape == Shape::kDays) && Iso(found.interval.end) == base_date;
}

bool IsNoTerm(const TokenText& t, const Found& found) {
  return IsCited(t, found) || InFactClause(t, found) || InPastClause(t, found) ||
         OfANamedEvent(t, found) || IsAttribute(t, found) || InTakenNote(t, found);
}

}  // namespace rezon::reader
