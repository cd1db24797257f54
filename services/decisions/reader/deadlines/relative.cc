#include <utility>

#include "services/decisions/reader/deadlines/terms.h"
#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxBracket = 40;  // tokens of «(десяти)» behind a number

int CountAt(const TokenText& t, size_t i, size_t* next) {
  *next = i + 1;
  if (t.Is(i, TokenKind::kNumber) && t[i].size() <= 4) {
    int value = 0;
    for (const char c : t[i]) value = value * 10 + (c - '0');
    if (t.Is(i + 1, TokenKind::kOpenParen)) {  // «10 (десяти) дней»
      size_t close = i + 2;
      while (close < t.size() && close < i + kMaxBracket && !t.Is(close, TokenKind::kCloseParen)) {
        ++close;
      }
      *next = close + 1;
    }
    return value;
  }
  static constexpr std::pair<std::string_view, int> kWords[] = {
      {"одного", 1},      {"двух", 2},      {"трех", 3},     {"четырех", 4}, {"пяти", 5},
      {"шести", 6},       {"семи", 7},      {"восьми", 8},   {"девяти", 9},  {"десяти", 10},
      {"пятнадцати", 15}, {"двадцати", 20}, {"тридцати", 30}};
  for (const auto& [word, value] : kWords) {
    if (t[i] == word) return value;
  }
  *next = i;
  return 1;
}

// «десятидневный срок», «месячный срок», «3-дневный срок».
bool CompoundTerm(const TokenText& t, size_t i, DeadlineMatch* match) {
  std::string_view word = t[i];
  size_t next = i + 1;
  int amount = 0;
  if (t.Is(i, TokenKind::kNumber) && t.Is(i + 1, TokenKind::kDash) && t.IsWord(i + 2)) {
    amount = CountAt(t, i, &next);
    word = t[i + 2];
    next = i + 3;
  }
  const auto unit = [&](std::string_view w) -> char {
    if (w.find("дневн") != std::string_view::npos) return 'd';
    if (w.find("месячн") != std::string_view::npos && !w.starts_with("еже")) return 'm';
    if (w.find("недельн") != std::string_view::npos && !w.starts_with("еже")) return 'k';
    if (w.find("годичн") != std::string_view::npos) return 'y';
    return 0;
  }(word);
  if (unit == 0 || !t[next].starts_with("срок")) return false;
  if (amount == 0) {
    static constexpr std::pair<std::string_view, int> kPrefixes[] = {
        {"двух", 2},      {"трех", 3},    {"четырех", 4},     {"пяти", 5},
        {"семи", 7},      {"десяти", 10}, {"пятнадцати", 15}, {"двадцати", 20},
        {"тридцати", 30}, {"одно", 1},    {"полу", 1}};
    amount = 1;
    for (const auto& [prefix, value] : kPrefixes) {
      if (word.starts_with(prefix)) amount = value;
    }
  }
  match->amount = unit == 'k' ? amount * 7 : amount;
  match->unit = unit == 'k' ? 'd' : unit;
  match->end_offset = t.tokens[next].end;
  return true;
}

}  // namespace

bool RelativeAt(const TokenText& t, size_t i, DeadlineMatch* match) {
  const std::string_view word = t[i];
  match->kind = DeadlineKind::kRelative;
  match->begin = t.tokens[i].begin;
  match->end_offset = t.tokens[i].end;
  if (IsAnyOf(word, {"срочно", "незамедлительно", "немедленно"})) {
    const bool very = i > 0 && t[i - 1] == "весьма";
    if (very) match->begin = t.tokens[i - 1].begin;
    match->rule = very ? "relative.very_urgent" : "relative.urgent";
    return true;
  }
  if (word == "оперативно" || (word == "кратчайшие" && t[i + 1].starts_with("срок"))) {
    match->rule = "relative.prompt";
    return true;
  }
  if (CompoundTerm(t, i, match)) {
    match->rule = "relative.term";
    if (i > 0 && t[i - 1] == "в") match->begin = t.tokens[i - 1].begin;
    return true;
  }
  if (!IsAnyOf(word, {"течение", "течении", "позднее", "позже"})) return false;
  size_t next;
  match->amount = CountAt(t, i + 1, &next);
  bool working = false;
  if (IsAnyOf(t[next], {"рабочих", "рабочего"})) working = true;
  if (IsAnyOf(t[next], {"рабочих", "рабочего", "календарных", "календарного"})) ++next;
  const std::string_view unit = t[next];
  if (IsAnyOf(unit, {"дней", "дня", "дн", "суток"})) {
    match->unit = working ? 'w' : 'd';
  } else if (IsAnyOf(unit, {"месяца", "месяцев"})) {
    match->unit = 'm';
  } else if (IsAnyOf(unit, {"недели", "недель"})) {
    match->unit = 'd';
    match->amount *= 7;
  } else if (unit == "лет") {
    match->unit = 'y';
  } else {
    return false;
  }
  match->rule = "relative.within";
  match->end_offset = t.tokens[next].end;
  if (i > 0) match->begin = t.tokens[i - 1].begin;
  return true;
}

}  // namespace rezon::reader
