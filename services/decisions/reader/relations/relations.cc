#include "services/decisions/reader/relations/relations.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "services/decisions/reader/relations/rules.h"
#include "services/decisions/reader/relations/target.h"
#include "services/decisions/reader/text/sentence.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {
namespace {

constexpr size_t kNextTo = 3;             // tokens between a target and the rule's words behind it
constexpr size_t kAtOnce = 4;             // tokens between a close rule and its target
constexpr size_t kTargetReach = 120;      // tokens behind a rule that may name its target
constexpr size_t kMostRelations = 200;    // of one paragraph
constexpr size_t kRelationPreamble = 60;  // paragraphs looked at
constexpr size_t kLeastGoneOn = 2;  // words: «продолжить работу» alone tells nothing
constexpr char kContinueRule[] = "continue.work";

double Confidence(const RelationTarget& target, double weight) {
  const bool numbered = !target.number.empty();
  const bool dated = !target.date.empty();
  double sure = 0.75;
  if (numbered && dated) {
    sure = 0.95;
  } else if (numbered || dated) {
    sure = 0.9;
  } else if (!target.act.empty() && target.labels.empty()) {
    sure = 0.7;
  }
  return sure * weight;
}

bool SameTarget(const RelationTarget& a, const RelationTarget& b) {
  return a.act == b.act && a.number == b.number && a.date == b.date && a.labels == b.labels &&
         a.title == b.title;
}

void TakeAct(const RelationTarget& from, RelationTarget* to) {
  if (!to->act.empty() || from.act.empty()) return;
  to->act = from.act;
  to->own = from.own;
  to->number = from.number;
  to->date = from.date;
  to->issuer = from.issuer;
  to->title = from.title;
}

class ParagraphRelations {
 public:
  ParagraphRelations(const Paragraph& body, const TokenText& t, int32_t item, const Relation* outer)
      : body_(body), item_(item), outer_(outer), t_(t), tokens_(t.tokens) {}

  std::vector<Relation> Run() {
    const Gate& beginnings = RuleBeginnings();
    for (size_t i = 0; i < t_.size() && found_.size() < kMostRelations; ++i) {
      if (i == sentence_end_) NextSentence(i);
      if (!t_.Passes(i, beginnings)) continue;
      const auto trigger = TriggerAt(t_, i, sentence_end_);
      if (!trigger) continue;
      if (item_ == 0 && trigger->kind != RelationKind::kExecutes) continue;
      triggered_ = true;
      behind_ = std::max(trigger->last, Apply(*trigger));
      i = trigger->last - 1;
    }
    if (!triggered_ && outer_ != nullptr) Inherit();
    return std::move(found_);
  }

 private:
  void NextSentence(size_t from) {
    behind_ = from;
    previous_.clear();
    sentence_end_ = SentenceEndAfter(body_.text, t_, from);
  }

  // Answers the token behind the targets.
  size_t Apply(const Trigger& trigger) {
    std::vector<NamedTarget> targets = TargetsOf(trigger);
    if (targets.empty() && t_[trigger.first].ends_with("ив")) targets = previous_;
    previous_ = targets;
    if (std::string_view(trigger.rule) == "execute.according" && !targets.empty() &&
        !MayBind(targets[0].target)) {
      return 0;
    }
    for (NamedTarget& target : targets) Add(trigger, target);
    if (targets.empty() && std::string_view(trigger.rule) == kContinueRule) GoOn(trigger);
    return targets.empty() ? 0 : targets.back().last;
  }

  // The targets inside the rule's words, before them where the sentence begins with them («Пункт 3
  // … снять с контроля»), behind them, else before them.
  std::vector<NamedTarget> TargetsOf(const Trigger& trigger) {
    std::vector<NamedTarget> targets = FindTargets(body_.text, t_, trigger.first + 1, trigger.last);
    if (!targets.empty()) return targets;
    std::vector<NamedTarget> before;
    if (!trigger.close) before = FindTargets(body_.text, t_, behind_, trigger.first);
    if (!before.empty() && before.front().first <= behind_ + 1 &&
        before.back().last + kNextTo >= trigger.first) {
      return before;
    }
    if (t_[trigger.last] != ",") targets = FindTargets(body_.text, t_, trigger.last, End(trigger));
    if (trigger.close && !targets.empty() && targets[0].first > trigger.last + kAtOnce) return {};
    return targets.empty() ? before : targets;
  }

  // Where targets of the rule end at the latest.
  size_t End(const Trigger& trigger) const {
    size_t to = std::min(sentence_end_, trigger.last + kTargetReach);
    if (trigger.target_last) {
      for (size_t i = trigger.last; i < to; ++i) {
        if (t_[i] == ":" && t_.tokens[i].quotes == 0) to = i;
      }
    }
    return to;
  }

  // «В соответствии с законом …» is a legal ground, not an earlier decision that is carried out.
  static bool MayBind(const RelationTarget& target) {
    return target.act == "решение" || target.act == "резолюция" || target.act == "протокол" ||
           target.act == "рекомендации" || target.act == "поручение";
  }

  void Add(const Trigger& trigger, NamedTarget& named) {
    Relation relation;
    relation.item = item_;
    relation.kind = trigger.kind;
    relation.rule = trigger.rule;
    relation.target = std::move(named.target);
    relation.target.span = SpanOf(named.first, named.last);
    relation.span =
        SpanOf(std::min(trigger.first, named.first), std::max(trigger.last, named.last));
    for (size_t i = found_.size(); i > 0; --i) TakeAct(found_[i - 1].target, &relation.target);
    if (outer_ != nullptr) TakeAct(outer_->target, &relation.target);
    relation.confidence = Confidence(relation.target, trigger.weight);
    // «внести в пункт 3 изменение, изложив его в следующей редакции»: the last words are exact.
    for (Relation& earlier : found_) {
      if (!SameTarget(earlier.target, relation.target)) continue;
      if (IsChange(earlier.kind) && IsChange(relation.kind)) earlier = relation;
      if (earlier.kind == relation.kind) return;
    }
    found_.push_back(std::move(relation));
  }

  static bool IsChange(RelationKind kind) {
    return kind == RelationKind::kAmends || kind == RelationKind::kSupplements ||
           kind == RelationKind::kSupersedes;
  }

  // «Продолжить работу по …»: earlier points about the same are for the store to find.
  void GoOn(const Trigger& trigger) {
    size_t last = sentence_end_;
    while (last > trigger.last && (t_[last - 1] == "." || t_[last - 1] == ";")) --last;
    if (t_.Is(last - 1, TokenKind::kCloseParen)) {  // a term in brackets is no part of the work
      while (last > trigger.last && !t_.Is(last - 1, TokenKind::kOpenParen)) --last;
    }
    while (last > trigger.last && !t_.IsWord(last - 1) && !t_.Is(last - 1, TokenKind::kNumber) &&
           !t_.Is(last - 1, TokenKind::kCloseQuote) && !t_.Is(last - 1, TokenKind::kCloseParen)) {
      --last;
    }
    if (last < trigger.last + kLeastGoneOn) return;
    Relation relation;
    relation.item = item_;
    relation.kind = trigger.kind;
    relation.rule = trigger.rule;
    relation.span = SpanOf(trigger.first, last);
    relation.target.span = SpanOf(trigger.last, last);
    const size_t begin = tokens_[trigger.last].begin;
    relation.target.title = body_.text.substr(begin, tokens_[last - 1].end - begin);
    relation.confidence = 0.5;
    found_.push_back(std::move(relation));
  }

  // An entry of «Снять с контроля:» that begins with what is meant.
  void Inherit() {
    Trigger trigger;
    trigger.kind = outer_->kind;
    trigger.rule = outer_->rule.c_str();
    for (NamedTarget& target : FindTargets(body_.text, t_, 0, t_.size())) {
      if (target.first >= kAtOnce && found_.empty()) return;
      trigger.first = target.first;
      trigger.last = target.last;
      Add(trigger, target);
    }
  }

  Span SpanOf(size_t first, size_t last) const {
    return body_.SpanOf(tokens_[first].begin, tokens_[last - 1].end);
  }

  const Paragraph& body_;
  int32_t item_;
  const Relation* outer_;
  const TokenText& t_;
  const Tokens& tokens_;
  std::vector<Relation> found_;
  std::vector<NamedTarget> previous_;  // of the rule before: «…, изложив его в редакции»
  size_t sentence_end_ = 0;
  size_t behind_ = 0;
  bool triggered_ = false;
};

// The rule and act of a line that opens a list; nullopt when it tells none.
std::optional<Relation> Opening(const TokenText& t, const std::vector<Relation>& told) {
  if (!told.empty()) return told.front();
  for (size_t i = 0; i < t.size(); ++i) {
    if (const auto trigger = TriggerAt(t, i, t.size())) {
      Relation relation;
      relation.kind = trigger->kind;
      relation.rule = trigger->rule;
      return relation;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Relation> RelationsIn(const Paragraph& body, int32_t item, const Relation* outer) {
  Tokens tokens;
  Tokenize(body.low, &tokens);
  return ParagraphRelations(body, {body.low, tokens}, item, outer).Run();
}

void PointRelations::Read(const Point& point, const TokenText& t) {
  const auto ordinal = static_cast<int32_t>(found_.size()) + 1;
  std::vector<Relation>& told = found_.emplace_back();
  const auto outer = openings_.find(point.parent);
  const Relation* opening = outer == openings_.end() ? nullptr : &outer->second;
  if (opening == nullptr && !MayRelate(t) && !(point.opens && Opening(t, {}))) return;
  told = ParagraphRelations(point.body, t, ordinal, opening).Run();
  if (opening != nullptr && !told.empty()) DropWhole(point.parent, told.front().kind);
  if (!point.opens) return;
  auto opens = Opening(t, told);
  if (!opens && opening != nullptr) opens = *opening;
  if (opens) openings_[ordinal] = *opens;
}

std::vector<Relation> PointRelations::Take() {
  std::vector<Relation> all;
  for (auto& of_point : found_) {
    for (Relation& relation : of_point) all.push_back(std::move(relation));
  }
  return all;
}

void PointRelations::DropWhole(int parent, RelationKind kind) {
  auto& told = found_[static_cast<size_t>(parent) - 1];
  std::erase_if(told, [kind](const Relation& relation) {
    return relation.kind == kind && relation.target.labels.empty();
  });
}

std::vector<Relation> FindRelations(const std::vector<Block>& blocks, const Zones& zones,
                                    BlockTokens* tokens) {
  std::vector<Relation> all;
  const size_t first = zones.heading == Zones::kNone ? 0 : zones.heading + 1;
  size_t stop = zones.operative == Zones::kNone ? blocks.size() : zones.operative;
  if (zones.opener != Zones::kNone) stop = std::max(stop, zones.opener + 1);
  for (size_t b = first; b < std::min(stop, first + kRelationPreamble); ++b) {
    if (blocks[b].label) continue;
    const TokenText t = tokens->Of(b);
    if (!MayRelate(t)) continue;
    for (Relation& relation : ParagraphRelations(blocks[b].body, t, 0, nullptr).Run()) {
      all.push_back(std::move(relation));
    }
  }
  return all;
}

}  // namespace rezon::reader
