#include "services/decisions/reader/deadlines/phrases.h"

#include <algorithm>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

enum class Lead { kNone, kUntil, kBy, kFrom, kIn, kOn };

struct Found {
  Interval interval;
  Lead lead = Lead::kNone;
  bool end_of = false;    // «до конца …»
  bool start_of = false;  // «до начала …»
  size_t first = 0;
  size_t last = 0;
};

bool IsRecurrence(const TokenText& t, size_t i) {
  const std::string_view word = t[i];
  if (StartsWithAny(word, {"ежегодн", "ежемесячн", "ежеквартальн", "еженедельн", "ежедневн"})) {
    return true;
  }
  if (word == "каждый" || word == "каждого" || word == "каждую") return true;
  return (word == "раз" || word == "раза") && IsAnyOf(t[i + 1], {"в", "за"});
}

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

// Lead of the calendar phrase that token `i` may start; `*next` gets the token behind it.
Lead LeadAt(const TokenText& t, size_t i, size_t* next) {
  const std::string_view word = t[i];
  *next = i + 1;
  if (word == "в" && IsAnyOf(t[i + 1], {"срок", "сроки"})) {
    const Lead lead = LeadAt(t, i + 2, next);
    if (lead == Lead::kNone) *next = i + 2;
    return lead == Lead::kNone ? Lead::kIn : lead;
  }
  if (word == "в" && IsAnyOf(t[i + 1], {"период", "течение", "течении"})) {
    size_t behind;
    const Lead lead = LeadAt(t, i + 2, &behind);
    *next = lead == Lead::kFrom ? behind : i + 2;
    return lead == Lead::kFrom ? lead : Lead::kIn;
  }
  if (word == "до") return Lead::kUntil;
  if (word == "не" && IsAnyOf(t[i + 1], {"позднее", "позже"})) {
    *next = i + 2;
    if (t[*next] == "," && t[*next + 1] == "чем") *next += 2;
    return Lead::kBy;
  }
  if (word == "к" || word == "ко" || word == "по") return Lead::kBy;
  if (word == "с" || word == "со") return Lead::kFrom;
  if (word == "начиная" && t[i + 1] == "с") {
    *next = i + 2;
    return Lead::kFrom;
  }
  if (word == "в" || word == "во") return Lead::kIn;
  if (word == "на") return Lead::kOn;
  return Lead::kNone;
}

// A bare day's number that a later «по 15 сентября» explains: «с 1 по 15 сентября».
std::optional<Interval> BareDay(const TokenText& t, size_t i) {
  if (!t.Is(i, TokenKind::kNumber) || t[i].size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : t[i]) value = value * 10 + (c - '0');
  if (value < 1 || value > 31) return std::nullopt;
  Interval found;
  found.start.day = found.end.day = value;
  found.first = i;
  found.last = i + 1;
  return found;
}

std::optional<Found> TermAt(const TokenText& t, size_t i) {
  Found found;
  found.first = i;
  size_t at = i;
  found.lead = LeadAt(t, i, &at);
  if (found.lead == Lead::kNone) at = i;
  if (IsAnyOf(t[at], {"конца", "концу", "конце", "окончания", "завершения"})) {
    found.end_of = true;
    ++at;
  } else if (IsAnyOf(t[at], {"начала", "началу"})) {
    found.start_of = true;
    ++at;
  }
  std::optional<Interval> interval = ParseInterval(t, at);
  if (found.lead == Lead::kFrom) {
    std::optional<Interval> from = interval ? interval : BareDay(t, at);
    if (!from) return std::nullopt;
    if (IsAnyOf(t[from->last], {"по", "до"})) {
      if (auto to = ParseInterval(t, from->last + 1)) {
        if (from->start.month == 0) {
          from->start.month = to->start.month;
          from->start.year = to->start.year;
        }
        interval = Join(*from, *to);
        found.lead = Lead::kIn;
      }
    }
  }
  if (!interval) return std::nullopt;
  found.interval = *interval;
  found.last = interval->last;
  if (t[found.last] == "включительно" || t[found.last] == "г") ++found.last;
  if (t[found.last] == "," && t[found.last + 1] == "включительно") found.last += 2;
  return found;
}

const char* ShapeName(Shape shape) {
  static constexpr const char* kNames[] = {"day",  "days",        "month", "months", "quarter",
                                           "half", "school_year", "year",  "years",  "season"};
  return kNames[static_cast<int>(shape)];
}

DeadlineMatch ToMatch(const TokenText& t, const Found& found) {
  const Interval& in = found.interval;
  DeadlineMatch match;
  match.begin = t.tokens[found.first].begin;
  match.end_offset = t.tokens[found.last - 1].end;
  match.month = in.end.month;
  match.day = in.end.day;
  const bool one_day = in.shape == Shape::kDay;
  const bool until = found.lead == Lead::kUntil || found.lead == Lead::kBy;
  if (one_day || until || found.end_of || found.start_of) {
    match.kind = DeadlineKind::kDate;
    Day end = in.end;
    const bool before = found.lead == Lead::kUntil && !one_day && !found.end_of &&
                        in.shape != Shape::kDays && in.shape != Shape::kSchoolYear;
    if (found.start_of) end = in.start;
    if (before && in.end.year > 0) end = AddDays(in.start, -1);  // «до сентября 2024 года»
    match.end = Iso(end);
    match.rule = found.lead == Lead::kUntil  ? "date.until."
                 : found.lead == Lead::kBy   ? "date.by."
                 : found.lead == Lead::kFrom ? "date.from."
                                             : "date.on.";
  } else {
    match.kind = DeadlineKind::kRange;
    match.start = Iso(in.start);
    match.end = Iso(in.end);
    match.rule = "range.";
  }
  match.rule += ShapeName(in.shape);
  if (!in.has_year()) {
    match.kind = DeadlineKind::kUndated;
    match.start.clear();
    match.end.clear();
    match.rule = "undated." + match.rule;
  }
  return match;
}

int CountAt(const TokenText& t, size_t i, size_t* next) {
  *next = i + 1;
  if (t.Is(i, TokenKind::kNumber) && t[i].size() <= 4) {
    int value = 0;
    for (const char c : t[i]) value = value * 10 + (c - '0');
    if (t.Is(i + 1, TokenKind::kOpenParen)) {  // «10 (десяти) дней»
      size_t close = i + 2;
      while (close < t.size() && !t.Is(close, TokenKind::kCloseParen)) ++close;
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

// Terms counted from the signing: «срочно», «в течение 10 рабочих дней», «в месячный срок».
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
  for (size_t i = 0; i < t.size(); ++i) {
    if (IsRecurrence(t, i)) return Whole(t, DeadlineKind::kStanding, "standing.recurring");
  }
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

// The sentence speaks of a legal effect or a citation, so that its dates are no term.
bool SpeaksOfEffect(const TokenText& t) {
  for (size_t i = 0; i < t.size(); ++i) {
    if (!t.IsWord(i)) continue;
    if (StartsWithAny(t[i], {"вступа", "вступит"}) && t[i + 1] == "в" && t[i + 2] == "силу") {
      return true;
    }
    if (StartsWithAny(t[i], {"вводится", "вводятся"}) && t[i + 1] == "в") return true;
    if (StartsWithAny(t[i], {"распространяет"})) return true;
    if (t[i] == "утратившим" || t[i] == "утратившими") return true;
  }
  return false;
}

bool Cited(const TokenText& t, const Found& found) {
  if (t[found.last] == "№" || t[found.last] == "n" || t.Is(found.last, TokenKind::kDash)) {
    return true;
  }
  if (found.first == 0) return false;
  const std::string_view before = t[found.first - 1];
  if (IsAnyOf(before, {"от", "за", "№", "из"})) return true;
  // «установленный с …», «на период до …», «действующий до …».
  if (IsAnyOf(before, {"период", "редакции", "состоянию", "года", "перспективу", "стратегии",
                       "программы", "развития", "действия"})) {
    return !(before == "период" && found.first >= 2 && t[found.first - 2] == "в");
  }
  return found.lead == Lead::kFrom && IsParticiple(before);
}

bool RunningShape(const Found& found) {
  switch (found.interval.shape) {
    case Shape::kYears:
      return false;
    case Shape::kYear:
      return found.end_of || found.lead == Lead::kIn || found.lead == Lead::kUntil;
    default:
      return found.lead != Lead::kOn;
  }
}

int Strength(const Found& found) {
  if (found.lead == Lead::kUntil || found.lead == Lead::kBy) return 3;
  if (found.lead == Lead::kIn) return found.interval.shape == Shape::kYear ? 1 : 2;
  return 1;
}

}  // namespace

DeadlineMatch ReadDeadlinePhrase(std::string_view low) {
  std::vector<Token> tokens;
  Tokenize(low, &tokens);
  return ReadTokens({low, tokens});
}

std::optional<DeadlineMatch> FindBracketDeadline(const TokenText& t) {
  size_t close = t.size();
  while (close > 0 && t.Is(close - 1, TokenKind::kPunct)) --close;
  if (close == 0 || !t.Is(close - 1, TokenKind::kCloseParen)) return std::nullopt;
  --close;
  size_t open = close;
  while (open > 0 &&
         !(t.Is(open, TokenKind::kOpenParen) && t.tokens[open].parens == t.tokens[close].parens)) {
    --open;
  }
  if (!t.Is(open, TokenKind::kOpenParen) || close <= open + 1) return std::nullopt;
  size_t first = open + 1;
  const bool caption = StartsWithAny(t[first], {"срок"});
  for (size_t i = first; i < close; ++i) {
    if (IsAnyOf(t[i], {"отв", "далее", "№"}) || StartsWithAny(t[i], {"ответственн", "протокол"})) {
      return std::nullopt;
    }
  }
  const size_t begin = t.tokens[first].begin;
  const std::string_view inner = t.low.substr(begin, t.tokens[close - 1].end - begin);
  DeadlineMatch match = ReadDeadlinePhrase(inner);
  if (match.kind == DeadlineKind::kNone) return std::nullopt;
  const size_t unread = inner.size() - (match.end_offset - match.begin);
  if (!caption && (match.begin > 0 || unread > 40)) return std::nullopt;
  if (!caption && match.kind == DeadlineKind::kStanding && inner.size() > 140) return std::nullopt;
  match.begin = t.tokens[open].begin;
  match.end_offset = t.tokens[close].end;
  return match;
}

std::optional<DeadlineMatch> FindBracketTerm(const TokenText& t) {
  if (t.low.find('(') == std::string_view::npos) return std::nullopt;
  for (size_t i = 0; i < t.size(); ++i) {
    if (t.tokens[i].parens == 0 || !t[i].starts_with("срок")) continue;
    size_t first = i + 1;
    while (t.Is(first, TokenKind::kDash) || t.IsMark(first, ':') ||
           IsAnyOf(t[first], {"исполнения", "реализации", "выполнения"})) {
      ++first;
    }
    size_t last = first;
    while (last < t.size() && t.tokens[last].parens > 0 && t[last] != ";" && t[last] != "отв" &&
           !t[last].starts_with("ответствен")) {
      ++last;
    }
    if (last <= first) continue;
    const size_t begin = t.tokens[first].begin;
    DeadlineMatch match = ReadDeadlinePhrase(t.low.substr(begin, t.tokens[last - 1].end - begin));
    if (match.kind == DeadlineKind::kNone) continue;
    match.begin += begin;
    match.end_offset += begin;
    return match;
  }
  return std::nullopt;
}

std::optional<DeadlineMatch> FindRunningDeadline(const TokenText& t) {
  // A term here needs its year.
  const bool year = std::any_of(t.tokens.begin(), t.tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::kNumber && token.quotes == 0 && token.end - token.begin == 4;
  });
  const bool short_year = std::count(t.low.begin(), t.low.end(), '.') >= 2;
  if (!year && !short_year) return std::nullopt;
  std::optional<Found> best;
  for (size_t i = 0; i < t.size(); ++i) {
    if (t.tokens[i].quotes > 0 || t.tokens[i].parens > 0) continue;
    const TokenKind kind = t.tokens[i].kind;
    if (kind != TokenKind::kWord && kind != TokenKind::kNumber) continue;
    const auto found = TermAt(t, i);
    if (!found) continue;
    if (found->interval.has_year() && RunningShape(*found) && !Cited(t, *found) &&
        (!best || Strength(*found) > Strength(*best))) {
      best = found;
    }
    i = found->last - 1;
  }
  if (!best || SpeaksOfEffect(t)) return std::nullopt;
  return ToMatch(t, *best);
}

}  // namespace rezon::reader
