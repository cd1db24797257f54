#include "services/decisions/reader/relations/target.h"

#include <algorithm>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxIssuerWords = 14;
constexpr size_t kMaxTitleTokens = 80;
constexpr size_t kMaxBracketTokens = 30;
constexpr size_t kLabelsToAct = 5;  // «пункта 3 раздела II указанного решения»

struct ActForms {
  std::string_view stem;
  std::string_view nominative;
  std::initializer_list<std::string_view> endings;
};

bool IsNumberSign(std::string_view token) { return token == "№" || token == "n"; }

bool IsYearWord(std::string_view token) {
  return IsAnyOf(token, {"г", "года", "году", "год", "гг"});
}

// Parts of one act's name, read from left to right.
class ActReader {
 public:
  ActReader(std::string_view text, const TokenText& t, size_t to, RelationTarget* target)
      : text_(text), t_(t), to_(to), target_(*target) {}

  // `at` is the token behind the act's noun. Answers the token behind the name.
  size_t Read(size_t at) {
    at_ = end_ = words_ = words_end_ = at;
    while (at_ < to_ && Step()) {
    }
    SetIssuer(words_end_);
    return end_;
  }

  // «… конференции 2021 года» without a number or date still says which one it was.
  bool names_event() const { return event_; }

 private:
  bool Known() const { return !target_.number.empty() || !target_.date.empty(); }

  bool Step() {
    if (t_.Is(at_, TokenKind::kOpenQuote)) return Quoted();
    if (t_[at_] == "от" && Date(at_ + 1)) return true;
    if (IsNumberSign(t_[at_])) return Number();
    if (Date(at_)) return true;
    if ((t_[at_] == "о" || t_[at_] == "об" || t_[at_] == "обо") && Known()) return About();
    if (t_.Is(at_, TokenKind::kOpenParen)) return Bracket();
    if (t_[at_] == ".") return Abbreviated();
    if (t_[at_] == ",") return Participle();
    if (IsYearWord(t_[at_]) && Known()) return Take();
    if (t_.Is(at_, TokenKind::kNumber))
      return t_.tokens[at_].end - t_.tokens[at_].begin == 4 && Word();
    if (!t_.IsWord(at_) || Known() || titled_) return false;
    if (IsInfinitive(t_[at_]) ||
        IsAnyOf(t_[at_], {"следующие", "следующее", "следующей", "изменения", "изменение",
                          "дополнения", "дополнение", "в"})) {
      return false;
    }
    return ++count_ <= kMaxIssuerWords && Word();
  }

  bool Take() {
    end_ = ++at_;
    return true;
  }

  bool Word() {
    event_ = event_ || IsEventNoun(t_[at_]);
    words_end_ = at_ + 1;
    return Take();
  }

  bool Quoted() {
    const uint16_t depth = t_.tokens[at_].quotes;
    size_t close = at_ + 1;
    while (close < to_ && close < at_ + kMaxTitleTokens &&
           !(t_.Is(close, TokenKind::kCloseQuote) && t_.tokens[close].quotes == depth)) {
      ++close;
    }
    if (close >= to_ || !t_.Is(close, TokenKind::kCloseQuote)) return false;
    if (!target_.title.empty()) return false;
    target_.title = Printed(at_ + 1, close);
    titled_ = true;
    end_ = at_ = close + 1;
    return true;
  }

  bool Date(size_t at) {
    if (!target_.date.empty()) return false;
    const auto found = ParseInterval(t_, at);
    if (!found || !found->has_year() || found->shape != Shape::kDay) return false;
    SetIssuer(at_);
    target_.date = Iso(found->start);
    end_ = at_ = found->last;
    if (IsYearWord(t_[at_])) end_ = ++at_;
    if (t_[at_ - 1] == "г" && t_[at_] == ".") end_ = ++at_;
    return true;
  }

  bool Number() {
    if (!target_.number.empty()) return false;
    size_t last = at_ + 1;
    while (last < to_ && (last == at_ + 1 || !t_.tokens[last].space_before) &&
           !t_.Is(last, TokenKind::kOpenQuote) && !t_.Is(last, TokenKind::kCloseQuote) &&
           !t_.Is(last, TokenKind::kOpenParen) && t_[last] != "," && t_[last] != ";") {
      ++last;
    }
    while (last > at_ + 1 && !t_.IsWord(last - 1) && !t_.Is(last - 1, TokenKind::kNumber)) --last;
    if (last == at_ + 1) return false;
    SetIssuer(at_);
    target_.number = Printed(at_ + 1, last);
    end_ = at_ = last;
    return true;
  }

  // «Об утверждении плана …» without quotation marks, to the end of the sentence.
  bool About() {
    if (titled_) return false;
    size_t last = at_;
    while (last < to_ && last < at_ + kMaxTitleTokens && t_[last] != "." && t_[last] != ";" &&
           t_[last] != ":" && !t_.Is(last, TokenKind::kOpenParen)) {
      ++last;
    }
    target_.title = Printed(at_, last);
    titled_ = true;
    end_ = last;
    return false;
  }

  // «(далее — решение)» belongs to nothing; «(протокол № 3 от …)» tells the number.
  bool Bracket() {
    size_t close = at_ + 1;
    const size_t stop = std::min(to_, at_ + kMaxBracketTokens);
    while (close < stop && !t_.Is(close, TokenKind::kCloseParen)) ++close;
    if (close >= stop || !t_[at_ + 1].starts_with("протокол")) return false;
    at_ += 2;
    while (at_ < close && ((t_[at_] == "от" && Date(at_ + 1)) ||
                           (IsNumberSign(t_[at_]) && Number()) || Date(at_))) {
    }
    end_ = at_ = close + 1;
    return true;
  }

  bool Abbreviated() {
    const std::string_view before = t_[at_ - 1];
    const bool short_word = t_.IsWord(at_ - 1) && CountChars(before) <= 3;
    if (!short_word || at_ + 1 >= to_) return false;
    ++at_;
    return true;
  }

  bool Participle() {
    const bool taken = StartsWithAny(t_[at_ + 1], {"принят", "утвержден", "вынесен", "одобрен"});
    if (!taken || Known()) return false;
    closed_ = true;
    at_ += 2;
    return true;
  }

  void SetIssuer(size_t end) {
    if (closed_ || end < words_) return;
    closed_ = true;
    size_t last = end;
    while (last > words_ && (t_[last - 1] == "от" || t_[last - 1] == "," || t_[last - 1] == "." ||
                             t_.Is(last - 1, TokenKind::kCloseQuote))) {
      --last;
    }
    if (titled_ && last > words_) last = std::min(last, words_end_);
    if (last > words_) target_.issuer = Printed(words_, last);
  }

  std::string Printed(size_t first, size_t last) const {
    if (last <= first) return "";
    const size_t begin = t_.tokens[first].begin;
    return std::string(text_.substr(begin, t_.tokens[last - 1].end - begin));
  }

  std::string_view text_;
  const TokenText& t_;
  size_t to_;
  RelationTarget& target_;
  size_t at_ = 0;
  size_t end_ = 0;
  size_t words_ = 0;
  size_t words_end_ = 0;
  size_t count_ = 0;
  bool closed_ = false;  // the issuer is known, or that there is none
  bool titled_ = false;
  bool event_ = false;
};

bool IsOwn(std::string_view word) { return StartsWithAny(word, {"настоящ"}); }

// Words that may stand between a point's label and its act.
bool IsBridge(const TokenText& t, size_t i) {
  if (!t.IsWord(i)) return t.Is(i, TokenKind::kNumber);
  return IsAdjective(t[i]) || IsParticiple(t[i]) || IsOwn(t[i]) ||
         StartsWithAny(t[i], {"раздел", "глав", "част", "приложени", "к"}) || t[i].size() <= 4;
}

size_t ActBehind(const TokenText& t, size_t at, size_t to) {
  for (size_t i = at; i < to && i < at + kLabelsToAct; ++i) {
    if (!ActNoun(t[i]).empty()) return i;
    if (!IsBridge(t, i)) break;
  }
  return to;
}

std::optional<NamedTarget> TargetAt(std::string_view text, const TokenText& t, size_t at,
                                    size_t to) {
  NamedTarget found;
  found.first = at;
  size_t act = at;
  if (auto labels = ReadPointLabels(text, t, at, &found.last)) {
    found.target.labels = *std::move(labels);
    act = ActBehind(t, found.last, to);
  }
  if (act < to && !ActNoun(t[act]).empty()) {
    found.target.act = std::string(ActNoun(t[act]));
    for (size_t i = act; i > 0 && i + 3 > act; --i) {
      found.target.own = found.target.own || IsOwn(t[i - 1]);
    }
    ActReader reader(text, t, to, &found.target);
    found.last = reader.Read(act + 1);
    const RelationTarget& target = found.target;
    if (target.number.empty() && target.date.empty() && target.title.empty() &&
        target.labels.empty() && !reader.names_event()) {
      return std::nullopt;
    }
  } else if (found.target.labels.empty()) {
    return std::nullopt;
  }
  return found;
}

// The next one of an enumeration may leave out the word for the act.
std::optional<NamedTarget> Following(std::string_view text, const TokenText& t, size_t at,
                                     size_t to, const NamedTarget& before) {
  if (auto whole = TargetAt(text, t, at, to)) return whole;
  if (t[at] != "от" && !IsNumberSign(t[at])) return std::nullopt;
  NamedTarget found;
  found.first = at;
  found.target.act = before.target.act;
  found.target.issuer = before.target.issuer;
  found.last = ActReader(text, t, to, &found.target).Read(at);
  if (found.target.number.empty() && found.target.date.empty()) return std::nullopt;
  return found;
}

}  // namespace

std::string_view ActNoun(std::string_view word) {
  static const ActForms kForms[] = {
      {"решени", "решение", {"е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях"}},
      {"резолюци", "резолюция", {"я", "и", "ю", "ей", "й", "ям", "ями", "ях"}},
      {"постановлени", "постановление", {"е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях"}},
      {"распоряжени", "распоряжение", {"е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях"}},
      {"поручени", "поручение", {"е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях"}},
      {"рекомендаци", "рекомендации", {"и", "й", "ям", "ями", "ях"}},
      {"приказ", "приказ", {"", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"}},
      {"протокол", "протокол", {"", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"}},
      {"указ", "указ", {"", "а", "у", "ом", "е", "ы", "ов"}},
      {"закон", "закон", {"", "а", "у", "ом", "е", "ы", "ов"}},
      {"письм", "письмо", {"о", "а", "у", "ом", "е"}},
  };
  static constexpr std::string_view kStems[] = {
      "решени", "резолюци", "постановлени", "распоряжени", "поручени", "рекомендаци",
      "приказ", "протокол", "указ",         "закон",       "письм"};
  static constexpr Gate kGate = Gate::OfStems(kStems);
  if (!kGate.Passes(Head::Of(word))) return "";
  for (const ActForms& noun : kForms) {
    if (!word.starts_with(noun.stem)) continue;
    const std::string_view ending = word.substr(noun.stem.size());
    if (std::find(noun.endings.begin(), noun.endings.end(), ending) != noun.endings.end()) {
      return noun.nominative;
    }
  }
  return "";
}

std::optional<NamedTarget> FindTarget(std::string_view text, const TokenText& t, size_t from,
                                      size_t to) {
  // What the words for a point and for an act start with.
  static constexpr std::string_view kStems[] = {
      "подп",     "пункт",        "пп",          "абз",      "решени",
      "резолюци", "постановлени", "распоряжени", "поручени", "рекомендаци",
      "приказ",   "протокол",     "указ",        "закон",    "письм"};
  static constexpr std::string_view kWords[] = {"п"};
  static constexpr Gate kGate = Gate::OfStems(kStems) | Gate::OfWords(kWords);
  for (size_t i = from; i < to && i < t.size(); ++i) {
    if (t.tokens[i].quotes > 0 || !t.Passes(i, kGate)) continue;
    if (auto found = TargetAt(text, t, i, to)) return found;
  }
  return std::nullopt;
}

std::vector<NamedTarget> FindTargets(std::string_view text, const TokenText& t, size_t from,
                                     size_t to) {
  std::vector<NamedTarget> all;
  auto found = FindTarget(text, t, from, to);
  while (found) {
    all.push_back(*found);
    size_t next = found->last;
    if (t[next] != "," && t[next] != "и" && t[next] != ";") break;
    if (t[++next] == "и" || t[next] == "а") ++next;
    if (t[next] == "также") ++next;
    if (next >= to) break;
    found = Following(text, t, next, to, all.back());
  }
  return all;
}

}  // namespace rezon::reader
