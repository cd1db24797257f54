#include "services/decisions/reader/facts/event_name.h"

#include <string>
#include <vector>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/lexicon/nominative.h"
#include "services/decisions/reader/text/quotes.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

bool IsOrdinal(const TokenText& t, size_t i) {
  if (t.Is(i, TokenKind::kNumber)) return t.Is(i + 1, TokenKind::kDash);
  if (!t.IsWord(i)) return t.Is(i, TokenKind::kDash) && i > 0 && t.Is(i - 1, TokenKind::kNumber);
  return t[i].find_first_not_of("ivx") == std::string_view::npos || t[i] == "й" || t[i] == "ой";
}

// «научно - практической»: the first half of a compound and its dash before token `i`.
bool IsSpacedCompound(const TokenText& t, size_t i) {
  return i > 1 && t.Is(i - 1, TokenKind::kDash) && t.IsWord(i - 2) && t[i - 2].ends_with("о") &&
         t.IsWord(i) && IsAdjective(t[i]);
}

std::string Capitalised(std::string name) {
  if (StartsLower(name) && static_cast<unsigned char>(name[0]) >= 0xD0) {
    const unsigned char a = static_cast<unsigned char>(name[0]);
    const unsigned char b = static_cast<unsigned char>(name[1]);
    name[1] = static_cast<char>(a == 0xD0 ? b - 0x20 : b + 0x20);
    name[0] = static_cast<char>(0xD0);
  }
  return name;
}

void SetForm(std::string_view head, EventFacts* facts) {
  if (head.starts_with("стол")) {
    facts->event.form = EventForm::kRoundTable;
  } else if (StartsWithAny(head, {"конференци", "форум", "съезд", "конгресс", "чтени", "симпозиум",
                                  "фестивал", "слет"})) {
    facts->event.form = EventForm::kConference;
  } else {
    facts->event.form = EventForm::kMeeting;
  }
}

void SetPlace(std::string_view text, const TokenText& t, size_t from, std::string_view document,
              EventFacts* facts) {
  for (const Place& place : FindPlaces(text, t, document)) {
    if (place.begin < from) continue;
    facts->event.territory = place.name;
    facts->place = place.kind;
    facts->place_known = true;
    return;
  }
}

void SetLevel(const TokenText& t, size_t first, size_t head, EventFacts* facts) {
  for (size_t i = first; i < t.size() && facts->event.level == EventLevel::kNone; ++i) {
    if (t.tokens[i].quotes > 0 || !t.IsWord(i)) continue;
    if (i > head && facts->place_known) return;
    if (StartsWithAny(t[i], {"межмуниципальн", "межрайонн", "зональн", "кустов"})) {
      facts->event.level = EventLevel::kIntermunicipal;
      return;
    }
    if (StartsWithAny(t[i], {"областн", "краев", "республиканск", "региональн", "межрегиональн",
                             "всероссийск", "окружн", "парламентск"})) {
      facts->event.level = EventLevel::kRegional;
      return;
    }
    if (StartsWithAny(t[i], {"городск", "районн", "муниципальн"})) {
      facts->event.level = EventLevel::kMunicipal;
      return;
    }
  }
}

// The name ends before a bracket that holds its date: «… (г. N, 14 мая 2024 г.)», whose place is
// where the event met.
size_t BeforeBracket(std::string_view text, const TokenText& t, size_t head, size_t last,
                     std::string_view document, EventFacts* facts) {
  size_t open = last;
  while (open > head + 1 && !t.Is(open - 1, TokenKind::kOpenParen)) --open;
  if (open <= head + 1 || last >= t.size() || t.tokens[last].parens == 0) return last;
  --open;
  const size_t begin = t.tokens[open].begin;
  Tokens inner;
  const std::string_view low = t.low.substr(begin, t.tokens[last].begin - begin);
  Tokenize(low, &inner);
  const auto places = FindPlaces(text.substr(begin, low.size()), {low, inner}, document);
  if (!places.empty() && facts->venue.name.empty()) facts->venue = places.front();
  return open;
}

// Straight quotation marks and their nesting become «».
std::string WithRussianQuotes(const std::string& name) {
  std::string out;
  int depth = 0;
  for (size_t at = 0; at < name.size(); ++at) {
    if (name[at] != '"') {
      if (name.compare(at, 2, "«") == 0) ++depth;
      if (name.compare(at, 2, "»") == 0 && depth > 0) --depth;
      out.push_back(name[at]);
    } else if (StraightQuoteOpens(name, at, depth > 0)) {
      ++depth;
      out += "«";
    } else {
      depth = depth > 0 ? depth - 1 : 0;
      out += "»";
    }
  }
  return out;
}

}  // namespace

void SetEventDates(const Interval& found, Event* event) {
  if (!found.has_year() || !event->start.empty()) return;
  if (found.shape != Shape::kDay && found.shape != Shape::kDays) return;
  event->start = Iso(found.start);
  event->end = Iso(found.end);
}

bool ReadEventName(const Paragraph& para, size_t begin, size_t end, std::string_view document,
                   EventFacts* facts) {
  const std::string_view low = std::string_view(para.low).substr(begin, end - begin);
  const std::string_view text = std::string_view(para.text).substr(begin, end - begin);
  Tokens tokens;
  Tokenize(low, &tokens);
  const TokenText t{low, tokens};
  size_t head = 0;
  while (head < t.size() &&
         !(t.tokens[head].quotes == 0 && t.IsWord(head) && IsEventNoun(t[head]))) {
    ++head;
  }
  if (head >= t.size()) return false;
  size_t first = head;
  while (first > 0 && (IsAdjective(t[first - 1]) || IsOrdinal(t, first - 1) ||
                       (t[first - 1] == "," && first > 1 && IsAdjective(t[first - 2])) ||
                       IsSpacedCompound(t, first))) {
    first -= IsSpacedCompound(t, first) ? 2 : 1;
  }
  size_t last = head + 1;
  for (; last < t.size(); ++last) {  // the name ends before its date
    if (t.tokens[last].quotes > 0) continue;
    const auto date = ParseInterval(t, last);
    if (date && date->has_year() && date->shape <= Shape::kDays) {
      SetEventDates(*date, &facts->event);
      break;
    }
  }
  last = BeforeBracket(text, t, head, last, document, facts);
  while (last > head + 1 && (t.Is(last - 1, TokenKind::kOpenParen) || t[last - 1] == "," ||
                             t[last - 1] == "от" || t[last - 1] == "." || t[last - 1] == ":")) {
    --last;
  }
  // «… «тема» г. N»: the place of the date line is no part of the name.
  for (size_t i = head + 1; i + 2 < last; ++i) {
    const bool town = (t[i] == "г" && t[i + 1] == ".") || t[i] == "город";
    if (town && t.tokens[i].quotes == 0 && t.Is(i - 1, TokenKind::kCloseQuote) && last - i <= 5) {
      Tokens rest;
      Tokenize(low.substr(t.tokens[i].begin), &rest);
      const auto places = FindPlaces(text.substr(t.tokens[i].begin),
                                     {low.substr(t.tokens[i].begin), rest}, document);
      if (!places.empty() && facts->venue.name.empty()) facts->venue = places.front();
      last = i;
    }
  }
  Gender gender;
  bool changed;
  const auto printed = [&](size_t i) { return text.substr(t.tokens[i].begin, t[i].size()); };
  const std::string noun = EventNounNominative(printed(head), &gender, &changed);
  std::string name;
  size_t at = t.tokens[first].begin;
  for (size_t i = first; i < head; ++i) {
    name += text.substr(at, t.tokens[i].begin - at);
    name += changed && t.IsWord(i) && IsAdjective(t[i]) ? AdjectiveNominative(printed(i), gender)
                                                        : std::string(printed(i));
    at = t.tokens[i].end;
  }
  name += text.substr(at, t.tokens[head].begin - at);
  name += noun;
  name += text.substr(t.tokens[head].end, t.tokens[last - 1].end - t.tokens[head].end);
  facts->event.name = Capitalised(WithRussianQuotes(name));
  facts->event.name_span =
      para.SpanOf(begin + t.tokens[first].begin, begin + t.tokens[last - 1].end);
  SetForm(t[head], facts);
  SetPlace(text, t, t.tokens[first].begin, document, facts);
  SetLevel(t, first, head, facts);
  return true;
}

}  // namespace rezon::reader
