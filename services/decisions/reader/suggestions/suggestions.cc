#include "services/decisions/reader/suggestions/suggestions.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/sentence.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {
namespace {

constexpr size_t kSuggestionPreamble = 60;      // paragraphs looked at
constexpr size_t kSuggestionParagraph = 20000;  // bytes; a longer one is no preamble
constexpr size_t kLeastWords = 3;               // of a suggestion
constexpr size_t kVerbToTask = 6;               // tokens between the verb and the infinitive

// The verb or words that offer something; what follows is an infinitive, or for `noun` a noun.
struct Offer {
  const char* rule = nullptr;
  double confidence = 0;
  bool noun = false;
  size_t last = 0;  // token behind the words
};

bool IsNeeded(std::string_view word) {
  return StartsWithAny(word, {"необходим", "целесообразн", "важным", "нужным"});
}

Offer NeedAt(const TokenText& t, size_t at) {
  if (IsAnyOf(t[at], {"считает", "считают", "считаем", "полагают", "полагаем", "признают",
                      "признали", "сочли"}) &&
      IsNeeded(t[at + 1])) {
    return {"suggest.consider", 0.8, false, at + 2};
  }
  if (IsAnyOf(t[at], {"необходимо", "целесообразно", "надлежит"})) {
    return {"suggest.needed", 0.7, false, at + 1};
  }
  if (t[at] == "следует" && t.IsWord(at + 1) && IsInfinitive(t[at + 1])) {
    return {"suggest.needed", 0.7, false, at + 1};
  }
  if (StartsWithAny(t[at], {"отмеча", "отметил", "подчеркива", "подчеркнул"}) &&
      IsAnyOf(t[at + 1], {"необходимость", "целесообразность"})) {
    return {"suggest.need_of", 0.6, true, at + 2};
  }
  return {};
}

Offer ReadyAt(const TokenText& t, size_t at) {
  if (IsAnyOf(t[at], {"обязуются", "обязуемся", "обязались", "обязуется", "обязалась"})) {
    return {"suggest.undertake", 0.9, false, at + 1};
  }
  if (IsAnyOf(t[at],
              {"намерены", "договорились", "условились", "планируют", "планируем", "готовы"})) {
    return {"suggest.intend", 0.7, false, at + 1};
  }
  if (StartsWithAny(t[at], {"выраж", "выразил"}) &&
      IsAnyOf(t[at + 1], {"готовность", "намерение"})) {
    return {"suggest.intend", 0.7, false, at + 2};
  }
  return {};
}

Offer ProposalAt(const TokenText& t, size_t at) {
  if (IsAnyOf(t[at], {"предлагает", "предлагают", "предлагаем", "предложили", "предложила",
                      "предложил", "предложено", "предлагается", "рекомендуют", "рекомендуем",
                      "рекомендует", "рекомендовали", "рекомендовано", "призывают", "призвали"})) {
    return {"suggest.propose", 0.85, false, at + 1};
  }
  const bool voiced = StartsWithAny(t[at], {"высказ", "внес", "поддержал", "прозвуч", "поступил"});
  if (voiced && (t[at + 1].starts_with("предложени") || t[at + 1].starts_with("инициатив"))) {
    return {"suggest.proposal", 0.75, false, at + 2};
  }
  const bool called = StartsWithAny(t[at], {"выступил", "вышли", "обратил"}) &&
                      IsAnyOf(t[at + 1], {"с", "со"}) &&
                      IsAnyOf(t[at + 2], {"предложением", "инициативой", "просьбой"});
  if (called) return {"suggest.proposal", 0.75, false, at + 3};
  return {};
}

Offer OfferAt(const TokenText& t, size_t at) {
  // Of the words that those below ask for at token `at`.
  static constexpr std::string_view kStems[] = {
      "предлаг",   "предлож", "рекоменд", "призыва",   "призвал",      "высказ",   "внес",
      "поддержал", "прозвуч", "поступил", "выступил",  "вышли",        "обратил",  "счита",
      "полага",    "призна",  "сочли",    "необходим", "целесообразн", "надлежит", "следует",
      "отмеча",    "отметил", "подчерк",  "обяз",      "намерен",      "договор",  "услов",
      "планиру",   "готов",   "выраж",    "выразил"};
  static constexpr Gate kGate = Gate::OfStems(kStems);
  if (!t.Passes(at, kGate) || t.tokens[at].quotes > 0) return {};
  if (const Offer proposal = ProposalAt(t, at); proposal.rule != nullptr) return proposal;
  if (const Offer need = NeedAt(t, at); need.rule != nullptr) return need;
  return ReadyAt(t, at);
}

// The first token of the task behind an offer's words, t.size() when there is none near.
size_t TaskBehind(const TokenText& t, const Offer& offer, size_t end) {
  if (offer.noun) return t.IsWord(offer.last) && offer.last < end ? offer.last : t.size();
  for (size_t i = offer.last; i < std::min(end, offer.last + kVerbToTask); ++i) {
    if (t[i] == "," || t.Is(i, TokenKind::kOpenQuote) || t[i] == ":") break;
    if (t.IsWord(i) && IsInfinitive(t[i])) return i;
  }
  return t.size();
}

// One sentence [begin, end) at a time.
class SentenceSuggestions {
 public:
  SentenceSuggestions(const Paragraph& body, const TokenText& t, std::vector<Suggestion>* out)
      : body_(body), t_(t), out_(*out) {}

  void Read(size_t begin, size_t end) {
    size_t i = begin;
    while (i < end) {
      const Offer offer = OfferAt(t_, i);
      const size_t task = offer.rule == nullptr ? t_.size() : TaskBehind(t_, offer, end);
      if (task >= end) {
        ++i;
        continue;
      }
      const size_t next = NextOffer(task + 1, end);
      Add(offer, task, next);
      i = next;
    }
  }

 private:
  // «…, и предлагают …»: where the next offer begins.
  size_t NextOffer(size_t from, size_t end) const {
    for (size_t i = from; i < end; ++i) {
      const Offer offer = OfferAt(t_, i);
      if (offer.rule != nullptr && TaskBehind(t_, offer, end) < end) return i;
    }
    return end;
  }

  void Add(const Offer& offer, size_t first, size_t last) {
    while (last > first && (!t_.IsWord(last - 1) || IsAnyOf(t_[last - 1], {"и", "а", "также"})) &&
           !t_.Is(last - 1, TokenKind::kNumber) && !t_.Is(last - 1, TokenKind::kCloseQuote) &&
           !t_.Is(last - 1, TokenKind::kCloseParen)) {
      --last;
    }
    if (last < first + kLeastWords) return;
    const size_t begin = t_.tokens[first].begin;
    const size_t end = t_.tokens[last - 1].end;
    out_.push_back({std::string(body_.text.substr(begin, end - begin)), body_.SpanOf(begin, end),
                    offer.rule, offer.confidence});
  }

  const Paragraph& body_;
  const TokenText& t_;
  std::vector<Suggestion>& out_;
};

}  // namespace

std::vector<Suggestion> SuggestionsIn(const Paragraph& body, const TokenText& t) {
  std::vector<Suggestion> found;
  SentenceSuggestions sentences(body, t, &found);
  for (size_t begin = 0; begin < t.size();) {
    const size_t end = SentenceEndAfter(body.text, t, begin);
    // A sentence that ends with a colon opens a list: its entries are points or none at all.
    if (t[end - 1] != ":") sentences.Read(begin, end);
    begin = end;
  }
  return found;
}

std::vector<Suggestion> FindSuggestions(const std::vector<Block>& blocks, const Zones& zones,
                                        BlockTokens* tokens) {
  std::vector<Suggestion> all;
  if (zones.operative == Zones::kNone) return all;
  const size_t first = zones.heading == Zones::kNone ? 0 : zones.heading + 1;
  size_t stop = std::min(zones.operative, first + kSuggestionPreamble);
  if (zones.opener != Zones::kNone) stop = std::min(stop, zones.opener + 1);
  for (size_t b = first; b < stop; ++b) {
    if (blocks[b].label || blocks[b].row) continue;
    if (blocks[b].body.text.size() > kSuggestionParagraph) continue;
    for (Suggestion& suggestion : SuggestionsIn(blocks[b].body, tokens->Of(b))) {
      all.push_back(std::move(suggestion));
    }
  }
  return all;
}

}  // namespace rezon::reader
