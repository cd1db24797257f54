#include "services/decisions/reader/facts/event.h"

#include <algorithm>
#include <map>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/facts/event_name.h"
#include "services/decisions/reader/facts/event_title.h"
#include "services/decisions/reader/facts/shouted.h"
#include "services/decisions/reader/facts/territory.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kFirstParagraphs = 6;  // of the preamble, that may name the event
constexpr size_t kMaxPreamble = 60;     // paragraphs looked at for figures
constexpr size_t kMaxNameParts = 30;    // paragraphs of the event's name
constexpr size_t kDateReach = 3;        // paragraphs behind the name
constexpr int kMaxVerbs = 20;           // of one paragraph, with which it may name the event

class EventFinder {
 public:
  EventFinder(std::string_view text, const std::vector<Block>& blocks, const Zones& zones,
              BlockTokens* tokens)
      : text_(text), blocks_(blocks), zones_(zones), tokens_(*tokens) {}

  Event Run() {
    const bool headed = zones_.heading != Zones::kNone;
    if (headed && IsActTitle(blocks_[zones_.heading].body.low)) return {};
    body_ = headed ? zones_.heading + 1 : 0;
    if (headed) ReadHeading();
    if (event_.form == EventForm::kNone) ReadBareTitle();
    if (event_.form != EventForm::kNone) {
      const std::string name = Unquoted(Fold(event_.name));
      Tokens tokens;
      Tokenize(name, &tokens);
      event_.mode = FindMode({name, tokens});
    }
    last_ = std::min({zones_.operative == Zones::kNone ? blocks_.size() : zones_.operative + 1,
                      blocks_.size(), body_ + kMaxPreamble});
    if (event_.form == EventForm::kNone && !ReadSentence()) return {};
    ReadPreamble();
    return std::move(event_);
  }

 private:
  // The name without its theme, whose words say nothing about how the event was held.
  static std::string Unquoted(const std::string& name) {
    const size_t quote = std::min(name.find("«"), name.find('"'));
    return name.substr(0, quote);
  }

  // «Резолюция» + the lines of the event's name + a date.
  void ReadHeading() {
    Paragraph name = RestOfTitle(blocks_[zones_.heading].body);
    if (body_ < blocks_.size() && !IsShouting(blocks_[body_])) Unshout(&name, &pool_);
    const size_t stop =
        std::min(zones_.operative == Zones::kNone ? blocks_.size() : zones_.operative,
                 body_ + kMaxNameParts);
    for (; body_ < stop; ++body_) {
      const Block& block = blocks_[body_];
      if (block.label || block.body.text.size() > kMaxHeadingPart) break;
      if (IsDateLine(body_)) {
        if (name.empty() || LacksGathering(name)) continue;  // «РЕШЕНИЕ / 5 мая / конференции …»
        ++body_;
        break;
      }
      const std::string_view text = block.body.text;
      const bool quoted = text.starts_with("«") || text.starts_with("\"") || block.blanks == 0;
      if (HasEventVerb(tokens_.Of(body_)) || text.ends_with(':')) break;
      if (!name.empty() && !quoted && !StartsLower(text) && !LacksGathering(name)) break;
      Append(block.body, &name);
    }
    // «РЕШЕНИЕ коллегии / от 5 мая / «О мерах …»»: the theme behind the date.
    if (body_ < stop && !name.empty() && event_.date_span.end > 0) {
      const Block& theme = blocks_[body_];
      if (!theme.label && theme.body.text.starts_with("«") && theme.body.text.ends_with("»")) {
        Append(theme.body, &name);
        ++body_;
      }
    }
    Unshout(&name, &pool_);
    if (!name.empty()) ReadEventName(name, 0, name.text.size(), text_, &facts_);
  }

  // «Круглый стол «…»» on a line of its own, without «Резолюция» or above it.
  void ReadBareTitle() {
    const size_t last =
        std::min({blocks_.size(), kFirstParagraphs,
                  zones_.heading != Zones::kNone ? zones_.heading : zones_.operative});
    for (size_t b = 0; b < last; ++b) {
      const Block& block = blocks_[b];
      if (block.label || block.row || !NamesGathering(block.body, tokens_.Of(b))) {
        continue;
      }
      Paragraph name = block.body;
      Unshout(&name, &pool_);
      if (!ReadEventName(name, 0, name.text.size(), text_, &facts_)) continue;
      for (size_t next = b + 1; next < blocks_.size() && next <= b + kDateReach; ++next) {
        if (event_.start.empty() && IsDateLine(next)) body_ = std::max(body_, next + 1);
      }
      body_ = std::max(body_, b + 1);
      return;
    }
  }

  void Append(const Paragraph& more, Paragraph* name) {
    if (name->empty()) {
      *name = more;
    } else {
      name->Append(' ', more, &pool_);
    }
  }

  bool IsDateLine(size_t b) {
    const Block& block = blocks_[b];
    const TokenText t = tokens_.Of(b);
    for (size_t i = 0; i < t.size(); ++i) {
      if (t.tokens[i].quotes == 0 && t.IsWord(i) && IsEventNoun(t[i])) return false;
    }
    size_t first = 0;
    while (first < t.size() && (t.Is(first, TokenKind::kOpenParen) || t[first] == "от" ||
                                t[first] == "," || t[first] == "г")) {
      ++first;
    }
    if (t[0] == "г" || t[0] == "город" || (t.IsWord(0) && t.size() < 16)) {
      // «г. N, 15 мая 2024 г.»: the date behind the place.
      size_t at = 1;
      const auto glued = [&t](size_t i) {  // «N-2, 30 июня»
        return t.Is(i - 1, TokenKind::kDash) && !t.tokens[i - 1].space_before &&
               !t.tokens[i].space_before;
      };
      while (at < t.size() && at < 6 && (glued(at) || !ParseInterval(t, at))) ++at;
      const auto date = ParseInterval(t, at);
      // «Лугового округа от 5 мая 2024 года»: the name goes on before its date.
      if (at > 2 && t[at - 1] == "от" && t[0] != "г" && t[0] != "город") return false;
      if (date && date->has_year()) first = at;
      if (first == 0 && t[0] == "г" && t[1] == "." && t.size() < 8) {
        NotePlace(block, t);
        return true;
      }
    }
    const auto found = ParseInterval(t, first);
    if (!found || !found->has_year() || t.size() > found->last + 6) return false;
    NotePlace(block, t);
    event_.date_span = {block.begin, block.end};
    SetEventDates(*found, &event_);
    return true;
  }

  void NotePlace(const Block& block, const TokenText& t) {
    const auto places = FindPlaces(block.body.text, t, text_);
    if (!places.empty() && facts_.venue.name.empty()) facts_.venue = places.front();
  }

  // A sentence of the preamble that says which event was held.
  bool ReadSentence() {
    for (size_t b = body_; b < last_ && b < body_ + kFirstParagraphs; ++b) {
      const Paragraph& para = blocks_[b].body;
      if (blocks_[b].label) continue;
      const TokenText t = tokens_.Of(b);
      int tried = 0;
      for (size_t i = 0; i < t.size() && tried < kMaxVerbs; ++i) {
        if (t.tokens[i].quotes > 0 || !t.IsWord(i) || !IsEventVerb(t[i])) continue;
        ++tried;
        size_t until = i;
        while (until < t.size() &&
               !(t[until] == "." && t.tokens[until].quotes == 0 && t[until - 1].size() > 4)) {
          ++until;
        }
        const bool before = i > 0 && ReadEventName(para, 0, t.tokens[i - 1].end, text_, &facts_);
        if (!before && until > i + 1 &&
            !ReadEventName(para, t.tokens[i].end, t.tokens[until - 1].end, text_, &facts_)) {
          continue;
        }
        return event_.form != EventForm::kNone;
      }
    }
    return false;
  }

  void ReadPreamble() {
    std::map<std::string, int> named;
    std::string host;
    PlaceKind host_kind = PlaceKind::kTown;
    std::map<std::string, PlaceKind> kinds;
    for (size_t b = body_; b < last_; ++b) {
      const Block& block = blocks_[b];
      if (block.label) continue;
      const TokenText t = tokens_.Of(b);
      CountParticipants(block, t, &event_);
      if (event_.mode == EventMode::kNone) event_.mode = FindMode(t);
      if (event_.start.empty() && b < body_ + kFirstParagraphs) ReadDate(t);
      if (!event_.territory.empty()) continue;
      for (const Place& place : FindPlaces(block.body.text, t, text_)) {
        ++named[place.name];
        kinds[place.name] = place.kind;
        if (host.empty() && IsHosting(t, place)) {
          host = place.name;
          host_kind = place.kind;
        }
      }
    }
    if (event_.territory.empty()) {
      const bool regional = event_.level == EventLevel::kRegional;
      if (host.empty() && regional && facts_.venue.kind != PlaceKind::kRegion) {
        for (const auto& [name, count] : named) {  // a region's event in one of its towns
          if (kinds[name] == PlaceKind::kRegion && host.empty()) host = name;
        }
        host_kind = PlaceKind::kRegion;
        PlaceKind kind;
        if (host.empty()) {
          const std::string above = PlaceOfLetterhead(&kind);
          if (!above.empty() && kind == PlaceKind::kRegion) host = above;
        }
      }
      if (host.empty() && !facts_.venue.name.empty()) {
        host = facts_.venue.name;
        host_kind = facts_.venue.kind;
      }
      if (host.empty()) {
        int most = 0;
        for (const auto& [name, count] : named) {
          if (count > most) {
            most = count;
            host = name;
            host_kind = kinds[name];
          }
        }
      }
      if (host.empty()) host = PlaceOfLetterhead(&host_kind);
      event_.territory = host;
      facts_.place = host_kind;
    }
    if (event_.level == EventLevel::kNone && !event_.territory.empty()) {
      event_.level =
          facts_.place == PlaceKind::kRegion ? EventLevel::kRegional : EventLevel::kMunicipal;
    }
  }

  // The place that the body above the heading is of («АДМИНИСТРАЦИЯ N-СКОГО РАЙОНА»).
  std::string PlaceOfLetterhead(PlaceKind* kind) {
    if (zones_.heading == Zones::kNone || zones_.letter || event_.form == EventForm::kNone)
      return "";
    for (size_t b = 0; b < std::min(zones_.heading, kFirstParagraphs); ++b) {
      Paragraph body = blocks_[b].body;
      if (body.text.size() > kMaxHeadingPart) continue;
      Unshout(&body, &pool_);
      Tokens tokens;
      Tokenize(body.low, &tokens);
      const auto places = FindPlaces(body.text, {body.low, tokens}, text_);
      if (places.empty()) continue;
      *kind = places.front().kind;
      return places.front().name;
    }
    return "";
  }

  // The place is named behind a word of hosting in the same stretch of text.
  static bool IsHosting(const TokenText& t, const Place& place) {
    const auto at =
        std::lower_bound(t.tokens.begin(), t.tokens.end(), place.begin,
                         [](const Token& token, size_t begin) { return token.begin < begin; });
    const auto i = static_cast<size_t>(at - t.tokens.begin());
    const size_t from = i > 30 ? i - 30 : 0;
    for (size_t k = i; k > from; --k) {
      if (t[k - 1] == "." && t[k - 2].size() > 6) return false;
      if (StartsWithAny(t[k - 1], {"организатор", "организован", "проведен", "базе"})) return true;
    }
    return false;
  }

  void ReadDate(const TokenText& t) {
    bool held = false;
    for (size_t i = 0; i < t.size(); ++i) held = held || (t.IsWord(i) && IsEventVerb(t[i]));
    if (!held) return;
    for (size_t i = 0; i < t.size(); ++i) {
      if (t.tokens[i].quotes > 0) continue;
      const auto found = ParseInterval(t, i);
      if (!found) continue;
      if (found->has_year()) return SetEventDates(*found, &event_);
      i = found->last - 1;
    }
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const Zones& zones_;
  BlockTokens& tokens_;
  ParagraphPool pool_;  // of the name's parts
  EventFacts facts_;
  Event& event_ = facts_.event;
  size_t body_ = 0;
  size_t last_ = 0;
};

}  // namespace

Event FindEvent(std::string_view text, const std::vector<Block>& blocks, const Zones& zones,
                BlockTokens* tokens) {
  return EventFinder(text, blocks, zones, tokens).Run();
}

}  // namespace rezon::reader
