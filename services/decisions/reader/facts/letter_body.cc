#include "services/decisions/reader/facts/letter_body.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/deadlines/phrases.h"
#include "services/decisions/reader/deadlines/resolve.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/relations/target.h"
#include "services/decisions/reader/text/sentence.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLetterParagraph = 20000;  // bytes; a longer one is no letter's
constexpr size_t kMaxEventWords = 40;       // tokens of the words that name an event
constexpr size_t kMostRequests = 100;

bool IsSendingVerb(std::string_view word) {
  return StartsWithAny(word, {"направля", "прилага", "высыла", "препровожда"});
}

bool IsAsking(std::string_view word) {
  return IsAnyOf(word, {"прошу", "просим", "просьба", "просит"});
}

std::string Words(const Paragraph& body, const TokenText& t, size_t first, size_t last) {
  if (last <= first) return "";
  const size_t begin = t.tokens[first].begin;
  return std::string(body.text.substr(begin, t.tokens[last - 1].end - begin));
}

void MarkPlace(const Paragraph& body, const TokenText& t, size_t first, size_t last,
               LetterAnnex* annex) {
  annex->text = Words(body, t, first, last);
  annex->span = body.SpanOf(t.tokens[first].begin, t.tokens[last - 1].end);
}

// The first day with its year in tokens [first, last).
std::string DayIn(const TokenText& t, size_t first, size_t last) {
  for (size_t i = first; i < last; ++i) {
    const auto found = ParseInterval(t, i);
    if (!found) continue;
    if (found->has_year() && found->shape == Shape::kDay) return Iso(found->start);
    i = found->last - 1;
  }
  return "";
}

// «По итогам состоявшейся 3 марта 2021 года районной конференции «…» направляем резолюцию»: the
// words from the preposition to the verb or the comma before it.
LetterAnnex EventIn(const Paragraph& body, const TokenText& t, size_t begin, size_t verb) {
  LetterAnnex annex;
  size_t first = begin;
  while (first < verb && !StartsWithAny(t[first], {"итог", "результат", "решени", "резолюци"}))
    ++first;
  if (first + 1 >= verb) return annex;
  ++first;
  size_t last = std::min(verb, first + kMaxEventWords);
  while (last > first && !t.IsWord(last - 1) && !t.Is(last - 1, TokenKind::kCloseQuote)) --last;
  bool event = false;
  for (size_t i = first; i < last; ++i) event = event || IsEventNoun(t[i]);
  if (!event) return annex;
  annex.title = Words(body, t, first, last);
  annex.date = DayIn(t, begin, verb);
  MarkPlace(body, t, first, last, &annex);
  return annex;
}

std::optional<LetterAnnex> ActIn(const Paragraph& body, const TokenText& t, size_t from,
                                 size_t to) {
  const auto named = FindTarget(body.text, t, from, to);
  if (!named || named->target.act == "письмо") return std::nullopt;
  LetterAnnex annex;
  annex.act = named->target.act;
  annex.number = named->target.number;
  annex.date = named->target.date;
  annex.title = named->target.issuer;
  if (!named->target.title.empty()) {
    annex.title += (annex.title.empty() ? "" : " ") + ("«" + named->target.title + "»");
  }
  MarkPlace(body, t, named->first, named->last, &annex);
  return annex;
}

// What the paragraph says that it sends; empty when it does not.
LetterAnnex SentIn(const Paragraph& body) {
  Tokens tokens;
  Tokenize(body.low, &tokens);
  const TokenText t{body.low, tokens};
  for (size_t begin = 0; begin < t.size();) {
    const size_t end = SentenceEndAfter(body.text, t, begin);
    size_t verb = begin;
    while (verb < end && !IsSendingVerb(t[verb])) ++verb;
    if (verb < end) {
      LetterAnnex event = EventIn(body, t, begin, verb);
      if (auto act = ActIn(body, t, verb, end)) {
        // «… направляем резолюцию конференции»: the event in full stands before the verb.
        if (event.title.size() > act->title.size()) {
          act->title = event.title;
          if (act->date.empty()) act->date = event.date;
        }
        return *act;
      }
      if (!event.text.empty()) return event;
    }
    begin = end;
  }
  return {};
}

// «до 1 марта» without a year, which a letter counts from its own day.
std::optional<DeadlineMatch> YearlessTerm(std::string_view low, const TokenText& t) {
  for (size_t i = 0; i + 1 < t.size(); ++i) {
    if (!IsAnyOf(t[i], {"до", "к"})) continue;
    const auto found = ParseInterval(t, i + 1);
    if (!found || found->has_year() || found->shape != Shape::kDay) continue;
    const size_t begin = t.tokens[i].begin;
    const size_t end = t.tokens[found->last - 1].end;
    DeadlineMatch match = ReadDeadlinePhrase(low.substr(begin, end - begin));
    if (match.kind == DeadlineKind::kNone) continue;
    match.begin = begin;
    match.end_offset = end;
    return match;
  }
  return std::nullopt;
}

class Requests {
 public:
  Requests(const std::string& letter_date, const terms::Regime& regime)
      : letter_date_(letter_date), regime_(regime) {}

  void Read(const Block& block) {
    if (block.body.text.size() > kLetterParagraph) return;
    if (listed_ && block.label) {
      Add(block.body, 0, block.body.text.size());
      return;
    }
    listed_ = false;
    if (!Contains(block.body.low, "прос") && !Contains(block.body.low, "прошу")) return;
    Tokens tokens;
    Tokenize(block.body.low, &tokens);
    const TokenText t{block.body.low, tokens};
    for (size_t begin = 0; begin < t.size();) {
      const size_t end = SentenceEndAfter(block.body.text, t, begin);
      size_t asks = begin;
      while (asks < end && (t.tokens[asks].quotes > 0 || !IsAsking(t[asks]))) ++asks;
      if (asks < end) {
        listed_ = end == t.size() && block.body.text.ends_with(':');
        if (!listed_) Add(block.body, t.tokens[begin].begin, t.tokens[end - 1].end);
      }
      begin = end;
    }
  }

  std::vector<LetterRequest> Take() { return std::move(found_); }

 private:
  void Add(const Paragraph& body, size_t begin, size_t end) {
    while (end > begin && (body.text[end - 1] == ';' || body.text[end - 1] == '.')) --end;
    if (begin == end || found_.size() == kMostRequests) return;
    LetterRequest request;
    request.text = std::string(body.text.substr(begin, end - begin));
    request.span = body.SpanOf(begin, end);
    const std::string_view low = body.low.substr(begin, end - begin);
    Tokens tokens;
    Tokenize(low, &tokens);
    const TokenText t{low, tokens};
    auto match = FindRunningDeadline(t, letter_date_);
    if (!match) match = YearlessTerm(low, t);
    if (match) SetTerm(body, begin, *match, &request);
    found_.push_back(std::move(request));
  }

  void SetTerm(const Paragraph& body, size_t begin, const DeadlineMatch& match,
               LetterRequest* request) {
    Deadline& deadline = request->deadline;
    deadline.kind = match.kind;
    deadline.start = match.start;
    deadline.end = match.end;
    deadline.rule = match.rule;
    deadline.printed = request->text.substr(match.begin, match.end_offset - match.begin);
    deadline.span = body.SpanOf(begin + match.begin, begin + match.end_offset);
    ResolveDeadline(match, letter_date_, regime_, &deadline);
  }

  const std::string& letter_date_;
  const terms::Regime& regime_;
  bool listed_ = false;  // the entries that follow are asked for
  std::vector<LetterRequest> found_;
};

}  // namespace

LetterAnnex FindAnnex(const std::vector<Block>& blocks, size_t first, size_t last) {
  for (size_t i = first; i < last; ++i) {
    if (blocks[i].body.text.size() > kLetterParagraph) continue;
    LetterAnnex sent = SentIn(blocks[i].body);
    if (!sent.text.empty()) return sent;
  }
  // «Приложение: резолюция … на 3 л.», «О резолюции … конференции».
  for (size_t i = first; i < last; ++i) {
    const Paragraph& body = blocks[i].body;
    if (!StartsWithAny(body.low, {"приложени", "о ", "об "})) continue;
    Tokens tokens;
    Tokenize(body.low, &tokens);
    const TokenText t{body.low, tokens};
    if (auto act = ActIn(body, t, 0, t.size())) return *act;
  }
  return {};
}

std::vector<LetterRequest> FindRequests(const std::vector<Block>& blocks, size_t first, size_t last,
                                        const std::string& letter_date,
                                        const terms::Regime& regime) {
  Requests requests(letter_date, regime);
  for (size_t i = first; i < last; ++i) requests.Read(blocks[i]);
  return requests.Take();
}

}  // namespace rezon::reader
