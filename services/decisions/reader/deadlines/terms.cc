#include "services/decisions/reader/deadlines/terms.h"

#include "services/decisions/reader/deadlines/beginnings.h"
#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

constexpr int kMaxLeads = 4;

// Lead of the calendar phrase that token `i` may start; `*next` gets the token behind it. `depth`
// counts the leads before it («в срок до …»).
Lead LeadAt(const TokenText& t, size_t i, size_t* next, int depth = 0) {
  static constexpr std::string_view kLong[] = {"начиная"};
  static constexpr Gate kGate = kShortLeadGate | Gate::OfWords(kLong);
  *next = i + 1;
  if (!t.Passes(i, kGate)) return Lead::kNone;
  const std::string_view word = t[i];
  if (depth < kMaxLeads && word == "в" && IsAnyOf(t[i + 1], {"срок", "сроки"})) {
    const Lead lead = LeadAt(t, i + 2, next, depth + 1);
    if (lead == Lead::kNone) *next = i + 2;
    return lead == Lead::kNone ? Lead::kIn : lead;
  }
  if (depth < kMaxLeads && word == "в" && IsAnyOf(t[i + 1], {"период", "течение", "течении"})) {
    size_t behind;
    const Lead lead = LeadAt(t, i + 2, &behind, depth + 1);
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

const char* ShapeName(Shape shape) {
  static constexpr const char* kNames[] = {"day",  "days",        "month", "months", "quarter",
                                           "half", "school_year", "year",  "years",  "season"};
  return kNames[static_cast<int>(shape)];
}

// The day before; of a day without a year, that of a leap year.
Day Eve(Day day) {
  const bool dated = day.year > 0;
  if (!dated) day.year = 2000;
  day = AddDays(day, -1);
  if (!dated) day.year = 0;
  return day;
}

}  // namespace

bool MayStartTerm(const TokenText& tokens, size_t i) {
  if (tokens.Is(i, TokenKind::kNumber)) return MayStartInterval(tokens, i);
  if (!tokens.Passes(i, kShortLeadGate)) return tokens.Passes(i, kTermBeginnings);
  if (tokens.Passes(i, kLongLeadGate) || tokens.Passes(i, kIntervalBeginnings)) return true;
  // Most short leads are prepositions of something else.
  static constexpr std::string_view kBehind[] = {"срок", "период",   "течени",    "поздн", "позже",
                                                 "конц", "окончани", "завершени", "начал"};
  static constexpr Gate kBehindGate = Gate::OfStems(kBehind) | kIntervalBeginnings;
  return tokens.Is(i + 1, TokenKind::kNumber) || tokens.Is(i + 1, TokenKind::kOpenQuote) ||
         tokens.Passes(i + 1, kBehindGate);
}

std::optional<Found> TermAt(const TokenText& t, size_t i) {
  Found found;
  found.first = i;
  size_t at = i;
  found.lead = LeadAt(t, i, &at);
  if (found.lead == Lead::kNone) at = i;
  // Most leads are prepositions of something else.
  static constexpr std::string_view kEnds[] = {"конца",      "концу",  "конце", "окончания",
                                               "завершения", "начала", "началу"};
  static constexpr Gate kEndsGate = Gate::OfWords(kEnds);
  if (t.IsWord(at) ? !t.Passes(at, kEndsGate) && !MayStartInterval(t, at)
                   : !t.Is(at, TokenKind::kNumber) && !t.Is(at, TokenKind::kOpenQuote)) {
    return std::nullopt;
  }
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

DeadlineMatch ToMatch(const TokenText& t, const Found& found) {
  const Interval& in = found.interval;
  DeadlineMatch match;
  match.begin = t.tokens[found.first].begin;
  match.end_offset = t.tokens[found.last - 1].end;
  const bool one_day = in.shape == Shape::kDay;
  const bool until = found.lead == Lead::kUntil || found.lead == Lead::kBy;
  Day end = in.end;
  if (one_day || until || found.end_of || found.start_of) {
    match.kind = DeadlineKind::kDate;
    const bool before = found.lead == Lead::kUntil && !one_day && !found.end_of &&
                        in.shape != Shape::kDays && in.shape != Shape::kSchoolYear;
    if (found.start_of) end = in.start;
    if (before) end = Eve(in.start);  // «до сентября 2024 года»
    if (!one_day) {
      match.whole_start = Iso(in.start);
      match.whole_end = Iso(in.end);
    }
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
    match.start_month = in.start.month;
    match.start_day = in.start.day;
  }
  match.month = end.month;
  match.day = end.day;
  match.rule += ShapeName(in.shape);
  if (!in.has_year()) {
    match.kind = DeadlineKind::kUndated;
    match.start.clear();
    match.end.clear();
    match.rule = "undated." + match.rule;
  }
  return match;
}

}  // namespace rezon::reader
