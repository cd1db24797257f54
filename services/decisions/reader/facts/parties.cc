#include "services/decisions/reader/facts/parties.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/facts/party_names.h"
#include "services/decisions/reader/facts/party_roles.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/sentence.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kPartyPreamble = 60;      // paragraphs looked at
constexpr size_t kPartyParagraph = 20000;  // bytes; a longer one is no preamble
constexpr size_t kRoleToVerb = 8;  // tokens: «Организатором районной конференции … выступил»

class SentenceParties {
 public:
  SentenceParties(const Paragraph& body, const TokenText& t, std::vector<Party>* out)
      : body_(body), t_(t), out_(*out) {}

  void Read(size_t begin, size_t end) {
    begin_ = begin;
    end_ = end;
    tells_event_ = TellsEvent();
    // Of the words that those below ask for at token `i`.
    static constexpr std::string_view kStems[] = {
        "организат", "организован", "организовал", "соорганиз",   "учредител",
        "партнер",   "спонсор",     "принимающ",   "хозя",        "площад",
        "площадок",  "мест",        "проведен",    "подготовлен", "провел",
        "проводит",  "сотруднич",   "участи",      "участв",      "участник"};
    static constexpr std::string_view kWords[] = {"при", "совместно", "на", "в", "числе"};
    static constexpr Gate kGate = Gate::OfStems(kStems) | Gate::OfWords(kWords);
    for (size_t i = begin; i < end; ++i) {
      if (t_.tokens[i].quotes > 0 || !t_.Passes(i, kGate)) continue;
      if (const Role role = RoleAt(t_, i); role.rule != nullptr) ReadRole(role, i);
      ReadPassive(i);
      ReadActive(i);
      ReadHelp(i);
      ReadVenue(i);
      ReadParticipants(i);
    }
  }

 private:
  // «Организатором конференции выступило X», «X стал партнёром», «Организаторы: X».
  void ReadRole(const Role& role, size_t at) {
    for (size_t i = at + 1; i < std::min(end_, at + kRoleToVerb); ++i) {
      if (t_.tokens[i].quotes > 0) continue;
      const bool stands_for =
          t_[i] == ":" || (t_.Is(i, TokenKind::kDash) && t_.tokens[i].space_before);
      if (stands_for || (t_.IsWord(i) && IsActing(t_[i]))) return Take(role.kind, role.rule, i + 1);
      if (t_[i] == "," || t_[i] == ";") break;
    }
    size_t verb = at;
    while (verb > begin_ && verb + 4 > at && !IsActing(t_[verb])) --verb;
    if (IsActing(t_[verb]) && verb > begin_) TakeBefore(role.kind, role.rule, verb);
  }

  // «проведена управлением образования», «организован МАУ «Центр»».
  void ReadPassive(size_t at) {
    if (!StartsWithAny(t_[at], {"проведен", "организован", "подготовлен"})) return;
    size_t name = at + 1;
    if (IsParticiple(t_[name]) && StartsWithAny(t_[name], {"проведен", "организован"})) ++name;
    if (t_[name] == "и" && StartsWithAny(t_[name + 1], {"проведен", "организован"})) name += 2;
    if (!OpensInstrumental(name)) return;
    Take(PartyKind::kOrganiser, "organiser.passive", name);
  }

  bool OpensInstrumental(size_t at) const {
    for (size_t i = at; i < std::min(end_, at + 5); ++i) {
      if (!t_.IsWord(i)) return false;
      if (CountChars(t_[i]) >= 2 && NamesSomebody(body_.text, t_, i, i + 1)) {
        const bool capitals = !IsAgentNoun(t_[i]);
        return capitals || EndsWithAny(t_[i], {"ом", "ем", "ой", "ей", "ами", "ями", "ью"});
      }
      if (!IsAdjective(t_[i]) || !EndsWithAny(t_[i], {"ым", "им", "ой", "ей", "ыми", "ими"})) {
        return false;
      }
    }
    return false;
  }

  // «Управление образования провело районную конференцию».
  void ReadActive(size_t at) {
    if (!StartsWithAny(t_[at], {"провел", "проводит", "организовал"}) || at == begin_) return;
    for (size_t i = at + 1; i < std::min(end_, at + 6); ++i) {
      if (!t_.IsWord(i)) return;
      if (IsEventNoun(t_[i])) return TakeBefore(PartyKind::kOrganiser, "organiser.active", at);
      if (!IsAdjective(t_[i])) return;
    }
  }

  // «при поддержке X», «совместно с X», «в партнёрстве с X».
  void ReadHelp(size_t at) {
    if (!tells_event_) return;
    if (t_[at] == "при") {
      size_t noun = at + 1;
      while (noun < at + 5 && (IsAdjective(t_[noun]) || t_[noun] == "и" || t_[noun] == ",")) ++noun;
      if (StartsWithAny(t_[noun], {"поддержк", "содействи", "спонсорств", "помощи"})) {
        size_t name = noun + 1;
        if (t_[name] == "и" && StartsWithAny(t_[name + 1], {"содействи", "участи", "помощи"})) {
          name += 2;
        }
        Take(PartyKind::kPartner, "partner.support", name);
      }
      return;
    }
    const bool with = t_[at + 1] == "с" || t_[at + 1] == "со";
    if (with &&
        (t_[at] == "совместно" || StartsWithAny(t_[at], {"партнерстве", "сотрудничестве"}))) {
      Take(PartyKind::kPartner, "partner.together", at + 2);
    }
  }

  // «на базе X», «в актовом зале X».
  void ReadVenue(size_t at) {
    if (!tells_event_) return;
    size_t name = 0;
    if (t_[at] == "на" && StartsWithAny(t_[at + 1], {"базе", "площадке", "площадках"})) {
      name = at + 2;
    } else if (t_[at] == "в") {
      size_t noun = at + 1;
      while (noun < at + 3 && IsAdjective(t_[noun])) ++noun;
      if (IsAnyOf(t_[noun],
                  {"здании", "стенах", "помещении", "помещениях", "зале", "конференц-зале"})) {
        name = noun + 1;
      }
    }
    if (name == 0) return;
    size_t end = NamesEnd(t_, name, end_);
    if (t_[end] == ":" && end + 1 < end_) {  // «на базе трёх школ: …»
      name = end + 1;
    }
    Take(PartyKind::kVenue, "venue.base", name);
  }

  // «приняли участие 120 человек, среди них: …», «Участие приняли X и Y».
  void ReadParticipants(size_t at) {
    size_t from = 0;
    if (t_[at] == "участие") {
      if (at > begin_ && StartsWithAny(t_[at - 1], {"принял", "принима"})) from = at + 1;
      for (size_t i = at + 1; from == 0 && i < std::min(end_, at + kRoleToVerb); ++i) {
        if (StartsWithAny(t_[i], {"принял", "принима"})) from = i + 1;
      }
    } else if (StartsWithAny(t_[at], {"участвовал", "участвуют"})) {
      from = at + 1;
    } else if ((t_[at].starts_with("участник") && t_[at + 1] == ":") ||
               (t_[at] == "числе" && t_[at + 1].starts_with("участник"))) {
      from = at + 2;
    }
    if (from == 0) return;
    from = BehindCount(from);
    if (from < end_) Take(PartyKind::kParticipant, "participant.took_part", from);
  }

  // Behind «в работе конференции», «120 человек», «среди которых:».
  size_t BehindCount(size_t from) const {
    size_t list = from;
    for (size_t i = from; i < end_; ++i) {
      if (t_.tokens[i].quotes > 0 || t_.tokens[i].parens > 0) continue;
      if (t_[i] == ":") return i + 1;
      const bool among = (t_[i] == "среди" && (t_[i + 1] == "них" || t_[i + 1] == "которых")) ||
                         (t_[i] == "том" && t_[i + 1] == "числе") ||
                         (t_[i] == "них" && t_[i - 1] == "из");
      if (among) list = std::max(list, i + 2);
    }
    if (list > from) return list;
    if (t_[from] == "в" || t_[from] == "во") {
      size_t i = from;
      while (i < end_ && !IsEventNoun(t_[i])) ++i;
      if (i >= end_) return end_;
      list = i + 1;
      if (t_.Is(list, TokenKind::kOpenQuote)) {
        while (list < end_ && !t_.Is(list, TokenKind::kCloseQuote)) ++list;
        ++list;
      }
    }
    const bool counted = t_.Is(list, TokenKind::kNumber) || OpensCount(t_[list]);
    return counted ? end_ : list;
  }

  static bool OpensCount(std::string_view word) {
    return IsAnyOf(word, {"более", "около", "свыше", "всего", "не"});
  }

  // The sentence is about the event being held.
  bool TellsEvent() const {
    for (size_t i = begin_; i < end_; ++i) {
      if (t_.IsWord(i) && t_.tokens[i].quotes == 0 && IsHeld(t_[i])) return true;
    }
    return false;
  }

  void Take(PartyKind kind, const char* rule, size_t from) {
    while (from < end_ && !t_.IsWord(from) && !t_.Is(from, TokenKind::kOpenQuote) &&
           !t_.Is(from, TokenKind::kNumber)) {
      ++from;
    }
    AddNames(kind, rule, from, NamesEnd(t_, from, end_));
  }

  // The names stand before the verb, from the sentence's beginning or its date on.
  void TakeBefore(PartyKind kind, const char* rule, size_t verb) {
    size_t from = begin_;
    for (size_t i = begin_; i < verb; ++i) {
      if (const auto date = ParseInterval(t_, i); date && date->has_year()) from = date->last;
    }
    while (from < verb && (IsAnyOf(t_[from], {"г", "года", ".", ",", "также"}))) ++from;
    if (from < verb) AddNames(kind, rule, from, verb);
  }

  void AddNames(PartyKind kind, const char* rule, size_t from, size_t to) {
    while (to > from && (t_[to - 1] == "." || t_[to - 1] == "," || t_[to - 1] == "и" ||
                         t_[to - 1] == "а" || t_[to - 1] == "также")) {
      --to;
    }
    if (to <= from || !NamesSomebody(body_.text, t_, from, to)) return;
    const bool genitive = kind == PartyKind::kPartner || kind == PartyKind::kVenue;
    for (const Phrase& phrase : SplitNames(body_.text, t_, from, to, genitive)) {
      Party party{kind, std::string(body_.text.substr(phrase.begin, phrase.end - phrase.begin)),
                  body_.SpanOf(phrase.begin, phrase.end), rule};
      out_.push_back(std::move(party));
    }
  }

  const Paragraph& body_;
  const TokenText& t_;
  std::vector<Party>& out_;
  size_t begin_ = 0;
  size_t end_ = 0;
  bool tells_event_ = false;
};

// The same body in the same role, or the same characters read twice.
bool IsThere(const std::vector<Party>& parties, const Party& one) {
  return std::any_of(parties.begin(), parties.end(), [&one](const Party& other) {
    return other.kind == one.kind &&
           (other.name == one.name ||
            (one.span.begin >= other.span.begin && one.span.end <= other.span.end));
  });
}

}  // namespace

std::vector<Party> PartiesIn(const Paragraph& body, const TokenText& t) {
  std::vector<Party> read;
  SentenceParties sentences(body, t, &read);
  for (size_t begin = 0; begin < t.size();) {
    const size_t end = SentenceEndAfter(body.text, t, begin);
    sentences.Read(begin, end);
    begin = end;
  }
  std::vector<Party> parties;
  for (Party& party : read) {
    if (!IsThere(parties, party)) parties.push_back(std::move(party));
  }
  return parties;
}

std::vector<Party> FindParties(const std::vector<Block>& blocks, const Zones& zones,
                               BlockTokens* tokens) {
  std::vector<Party> all;
  const size_t first = zones.heading == Zones::kNone ? 0 : zones.heading + 1;
  size_t stop = zones.operative == Zones::kNone ? blocks.size() : zones.operative;
  if (zones.opener != Zones::kNone) stop = std::min(stop, zones.opener + 1);
  for (size_t b = first; b < std::min(stop, first + kPartyPreamble); ++b) {
    if (blocks[b].label || blocks[b].row) continue;
    if (blocks[b].body.text.size() > kPartyParagraph) continue;
    for (Party& party : PartiesIn(blocks[b].body, tokens->Of(b))) {
      if (!IsThere(all, party)) all.push_back(std::move(party));
    }
  }
  return all;
}

}  // namespace rezon::reader
