#include "services/decisions/reader/structure/joins.h"

#include <algorithm>
#include <cstddef>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/lexicon/match.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLongestAsking = 1200;  // bytes of a paragraph whose end is looked at
constexpr size_t kLongestWord = std::string_view("поселка").size();  // that asks for more
constexpr size_t kLongestShort = std::string_view("для").size();     // of the words of few letters
constexpr size_t kLongBracket = 200;   // bytes of a bracket that is not closed yet
constexpr size_t kLongBoundary = 400;  // bytes of «Утверждено …»

// A bracket was opened near the end and is not closed.
bool IsBracketOpen(std::string_view low) {
  const size_t stop = low.size() - std::min(low.size(), kLongBracket - 1);
  for (size_t at = low.size(); at > stop; --at) {
    if (low[at - 1] == '(') return true;
    if (low[at - 1] == ')') return false;
  }
  return false;
}

// What stands behind the last blank; empty where nothing or more than a word that asks does.
std::string_view LastWord(std::string_view low) {
  for (size_t size = 0; size < low.size() && size <= kLongestWord; ++size) {
    if (low[low.size() - size - 1] == ' ') return low.substr(low.size() - size);
  }
  return {};
}

}  // namespace

bool IsBoundaryLine(std::string_view low) {
  static constexpr std::string_view kBeginnings[] = {
      "приложени", "ул.",         "тел",     "факс",     "e-mail",    "http",
      "www.",      "ответственн", "разосла", "рассылка", "согласова", "утвержд"};
  static constexpr Gate kGate = Gate::OfStems(kBeginnings);
  if (!kGate.Passes(Head::Of(low))) return false;
  const std::string_view word = FirstWord(low);
  if (word == "приложение" || word == "приложения") {
    const std::string_view rest = Trim(low.substr(word.size()));
    return rest.empty() || rest.front() == ':' || rest.front() == '.' || IsDigit(rest.front()) ||
           StartsWithAny(rest, {"№", "n ", "к ", "a", "а "});
  }
  if (StartsWithAny(low, {"ул.", "тел.", "тел:", "факс", "e-mail", "http", "www.",
                          "ответственный за выпуск", "ответственная за выпуск"})) {
    return true;
  }
  return IsAnyOf(word, {"разослано", "рассылка", "разослать", "согласовано", "утвержден",
                        "утверждена", "утверждено", "утверждаю"}) &&
         low.size() < kLongBoundary;
}

bool IsPlaceLine(std::string_view low, bool dated) {
  if (!StartsWithAny(low, {"г.", "гор.", "город ", "с.", "село ", "пос.", "поселок ", "пгт", "р.п.",
                           "п.", "д.", "деревня "})) {
    return false;
  }
  return !dated || low.find("19") < low.size() || low.find("20") < low.size();
}

bool AsksForMore(std::string_view low, std::string_view next, bool bracketed) {
  if (low.size() > kLongestAsking) return false;
  const std::string_view last = LastWord(low);
  const bool asks =
      last.size() <= kLongestShort
          ? IsAnyOf(last, {"до", "с", "со",  "к", "от", "в", "во",  "на", "по",  "за",
                           "из", "и", "для", "о", "об", "№", "при", "г.", "им.", "или"})
          : last == "имени";
  if (asks) return true;
  if (IsAnyOf(last, {"города", "села", "поселка"})) {
    const std::string_view word = FirstWord(next);
    return !IsDigit(next[0]) && !IsInfinitive(word) && !IsDativeHead(word);
  }
  return bracketed && IsBracketOpen(low) && low.find(' ') != std::string_view::npos;
}

}  // namespace rezon::reader
