#include "services/decisions/reader/deadlines/phrases.h"

#include <algorithm>

#include "services/decisions/reader/deadlines/recurrence.h"
#include "services/decisions/reader/deadlines/terms.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

bool IsStanding(const TokenText& t, size_t i) {
  const std::string_view word = t[i];
  if (IsAnyOf(word, {"постоянно", "систематически", "регулярно", "непрерывно", "периодически",
                     "весь", "всего", "бессрочно"})) {
    return word != "весь" && word != "всего" ? true : t[i + 1].starts_with("период");
  }
  if (word == "постоянной" || word == "регулярной" || word == "системной") {
    return t[i + 1].starts_with("основ");
  }
  if (word == "мере") return StartsWithAny(t[i + 1], {"необходимост", "поступлени", "готовност"});
  return word == "необходимости" && i > 0 && t[i - 1] == "при";
}

// «в течение [всего] года», «в течение учебного года»: no year, but a lasting duty.
bool IsYearLong(const TokenText& t, size_t i) {
  if (!IsAnyOf(t[i], {"течение", "течении", "протяжении"})) return false;
  size_t k = i + 1;
  while (IsAnyOf(t[k], {"всего", "учебного", "календарного", "текущего", "нового"})) ++k;
  return IsAnyOf(t[k], {"года", "периода"});
}

DeadlineMatch Whole(const TokenText& t, DeadlineKind kind, std::string rule) {
  DeadlineMatch match;
  match.kind = kind;
  match.rule = std::move(rule);
  match.begin = t.tokens.front().begin;
  match.end_offset = t.tokens.back().end;
  return match;
}

DeadlineMatch ReadTokens(const TokenText& t) {
  if (t.size() == 0) return {};
  DeadlineMatch recurring = Whole(t, DeadlineKind::kStanding, "standing.recurring");
  if (ReadRecurrence(t, &recurring)) return recurring;
  std::optional<Found> undated;
  for (size_t i = 0; i < t.size(); ++i) {
    const auto found = TermAt(t, i);
    if (!found) continue;
    if (found->interval.has_year()) return ToMatch(t, *found);
    if (!undated) undated = found;
  }
  for (size_t i = 0; i < t.size(); ++i) {
    if (IsStanding(t, i)) return Whole(t, DeadlineKind::kStanding, "standing.permanent");
    if (IsYearLong(t, i)) return Whole(t, DeadlineKind::kStanding, "standing.year_long");
  }
  for (size_t i = 0; i < t.size(); ++i) {
    DeadlineMatch match;
    if (RelativeAt(t, i, &match)) return match;
  }
  return undated ? ToMatch(t, *undated) : DeadlineMatch{};
}

}  // namespace

DeadlineMatch ReadDeadlinePhrase(std::string_view low) {
  Tokens tokens;
  Tokenize(low, &tokens);
  return ReadTokens({low, tokens});
}

}  // namespace rezon::reader
