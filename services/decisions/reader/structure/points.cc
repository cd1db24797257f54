#include "services/decisions/reader/structure/points.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/openers.h"
#include "services/decisions/reader/structure/run_in.h"
#include "services/decisions/reader/structure/scope.h"
#include "services/decisions/reader/structure/table.h"
#include "services/decisions/reader/structure/tree.h"
#include "services/decisions/reader/text/slice.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kNarrative = 8;     // paragraphs of narrative between two decisions
constexpr size_t kMaxHeading = 300;  // bytes of a heading without a colon
constexpr size_t kMaxInline = 100;   // captions in a point's own paragraph

class PointMaker {
 public:
  PointMaker(std::vector<Block>& blocks, const Zones& zones, ParagraphPool* pool)
      : blocks_(blocks), zones_(zones), pool_(pool) {}

  Points Run(bool annexed_plan) {
    if (zones_.operative == Zones::kNone) return std::move(out_);
    FindLastLabelled();
    out_.points.reserve(zones_.end - zones_.operative);
    for (at_ = zones_.operative; at_ < zones_.end; ++at_) {
      if (!Take(blocks_[at_])) break;
    }
    if (annexed_plan) TakeAnnexes();
    OpenBareHeadings();
    CoverPoints(&out_, std::move(attributes_));
    return std::move(out_);
  }

 private:
  void FindLastLabelled() {
    for (size_t i = zones_.operative; i < zones_.end; ++i) {
      if (blocks_[i].label) last_labelled_ = i;
    }
    size_t first = zones_.formula ? zones_.opener + 1 : zones_.operative;
    while (first < zones_.end && blocks_[first].attribute != AttributeKind::kNone) ++first;
    plain_ = first < zones_.end && !blocks_[first].label &&
             !blocks_[first].body.text.ends_with(':') && !IsNumberedPart(blocks_[first].body.low);
  }

  // False when the operative part ends here.
  bool Take(Block& block) {
    if (block.row) return TakeRow(block);
    columns_.clear();
    if (block.attribute != AttributeKind::kNone) return TakeAttribute(block);
    if (!block.body.empty() && IsNoise(block.body.text)) return true;
    const bool hearing = IsHearing(block.body.low);
    if (!block.label || hearing) {
      if (const auto opener = FindOpener(block.body.text, block.body.low);
          opener &&
          (opener->strong || opener->word || IsOpening() || !(opener->heading || IsTask(block)))) {
        return TakeOpener(block, *opener);
      }
      return hearing || TakePlain(block);
    }
    bare_heading_ = HeadsUnlabelled(block);
    Add(block.label, std::move(block.body), block, PlainStyle::kNone, RuleOf(block.label), 0.95);
    bare_heading_ = false;
    return true;
  }

  // «1. Департаменту образования», then 1.1: a heading that lost its colon; and «V. Общие
  // положения», which names neither a task nor who is to do it.
  void OpenBareHeadings() {
    for (size_t i = 0; i + 1 < out_.points.size(); ++i) {
      Point& point = out_.points[i];
      if (point.opens || out_.points[i + 1].parent != static_cast<int>(i) + 1) continue;
      if (point.body.text.size() > kMaxHeading ||
          point.body.text.find('.') != std::string_view::npos) {
        continue;
      }
      const Paragraph closed = WithColon(point.body);
      point.opens = IsAddressHeading(closed) || IsCommandTo(closed) ||
                    (point.label && !HoldsInfinitive(closed.low));
    }
  }

  Paragraph WithColon(const Paragraph& body) {
    Paragraph closed;
    closed.text = pool_->text.Append(body.text, ":");
    closed.low = pool_->low.Append(body.low, ":");
    return closed;
  }

  // «Предложить ассоциациям библиотекарей», then what they are to do.
  static bool IsCommandTo(const Paragraph& closed) {
    Tokens tokens;
    Tokenize(closed.low, &tokens);
    const TokenText t{closed.low, tokens};
    if (!IsAnyOf(t[0], {"предложить", "рекомендовать", "поручить"})) return false;
    size_t end;
    size_t last;
    return OpensWithAddressee(closed.text, t, 1, &end, &last) && last + 1 == t.size();
  }

  static bool HoldsInfinitive(std::string_view low) {
    Tokens tokens;
    Tokenize(low, &tokens);
    const TokenText t{low, tokens};
    for (size_t i = 0; i < t.size(); ++i) {
      if (t.IsWord(i) && IsInfinitive(t[i])) return true;
    }
    return false;
  }

  // The paragraph that the operative part was found by, although it reads like a task.
  bool IsOpening() const { return zones_.formula && at_ == zones_.opener; }

  static const char* RuleOf(const Label& label) {
    switch (label.kind) {
      case LabelKind::kNumber:
        return "label.number";
      case LabelKind::kLetter:
        return "label.letter";
      case LabelKind::kRoman:
        return "label.roman";
      case LabelKind::kBullet:
        return "label.bullet";
      case LabelKind::kNone:
        break;
    }
    return "plain";
  }

  bool TakeRow(const Block& block) {
    if (IsRule(block)) return true;
    if (columns_.empty()) {
      columns_ = ColumnsOf(block);
      if (!columns_.empty()) return true;
      columns_ = GuessColumns(block);
    }
    const std::vector<Cell> cells = CellsOf(block);
    const auto cell = [&](Column role) -> Paragraph {
      for (size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
        if (columns_[i] != role || cells[i].empty()) continue;
        return Slice(block.body, cells[i].begin, cells[i].end);
      }
      return {};
    };
    Paragraph text = cell(Column::kText);
    const Paragraph number = cell(Column::kNumber);
    if (text.empty()) return TakeSection(block, cells);
    Label label =
        FindLabel(pool_->text.Append(number.text, number.text.ends_with(".") ? "" : ". "));
    if (number.empty()) label = FindLabel(text.text);
    if (number.empty() && label) text = Tail(text, label.size);
    const bool alone = std::count_if(cells.begin(), cells.end(),
                                     [](const Cell& one) { return !one.empty(); }) == 1;
    if (alone && !label && IsSection(text.low)) return TakeSection(block, cells);
    if (!AddOne(label, std::move(text), block, block.begin,
                label ? PlainStyle::kNone : PlainStyle::kUpper, "table.row", 0.85)) {
      return true;
    }
    for (const Column role : {Column::kResponsible, Column::kDeadline}) {
      Paragraph value = cell(role);
      if (value.empty()) continue;
      const AttributeKind kind =
          role == Column::kDeadline ? AttributeKind::kDeadline : AttributeKind::kResponsible;
      attributes_.push_back({kind, std::move(value), 0, out_.points.size() - 1, false, true, true});
    }
    return true;
  }

  // Tables of measures behind the operative part.
  void TakeAnnexes() {
    const size_t first = out_.points.size();
    const size_t end = out_.end;
    bool plan = false;  // inside such a table
    for (size_t i = zones_.end; i < blocks_.size(); ++i) {
      if (!blocks_[i].row) {
        plan = false;
        continue;
      }
      if (!plan) {
        plan = IsPlanHead(blocks_[i]);
        columns_.clear();
        tree_.Reset();
      }
      if (plan) TakeRow(blocks_[i]);
    }
    out_.end = end;
    for (size_t k = first; k < out_.points.size(); ++k) out_.points[k].rule = "annex.row";
  }

  // «Блок 1. Обучение» in the column of the measures, or any words where the measures are numbered.
  bool IsSection(std::string_view low) const {
    return StartsWithAny(low, {"блок", "раздел", "направлени", "этап", "модуль", "часть"}) ||
           (columns_.front() == Column::kNumber && !HoldsInfinitive(low));
  }

  // A row of one cell is a heading over the rows below it.
  bool TakeSection(const Block& block, const std::vector<Cell>& cells) {
    for (const Cell& cell : cells) {
      if (cell.empty()) continue;
      bare_heading_ = true;
      AddOne({}, Slice(block.body, cell.begin, cell.end), block, block.begin, PlainStyle::kHeading,
             "table.section", 0.6);
      bare_heading_ = false;
      return true;
    }
    return true;
  }

  bool TakeAttribute(const Block& block) {
    if (out_.points.empty()) return true;
    bool continues = !attributes_.empty() && attribute_block_ + 1 == at_;
    Paragraph rest = block.body;
    size_t count = 0;
    while (!rest.empty()) {  // «Ответственный: школы, срок: май»
      const size_t next = ++count < kMaxInline
                              ? FindInlineAttribute(rest.low, AttributeAt(rest.low).value, true)
                              : std::string_view::npos;
      Paragraph one = next == std::string_view::npos ? rest : Slice(rest, 0, next);
      const AttributeKind kind = AttributeAt(one.low).kind;
      attributes_.push_back({kind == AttributeKind::kNone ? block.attribute : kind, std::move(one),
                             block.blanks, out_.points.size() - 1, continues});
      continues = true;
      if (next == std::string_view::npos) break;
      rest = Tail(rest, next);
    }
    attribute_block_ = at_;
    out_.end = block.end;
    return true;
  }

  bool TakeOpener(Block& block, const Opener& opener) {
    tree_.Reset();
    if (opener.heading_end > opener.heading_begin) {
      Add({}, Tail(block.body, opener.heading_begin), block, PlainStyle::kHeading,
          "opener.addressee", 0.8);
    }
    if (opener.rest >= block.body.text.size()) return true;
    Paragraph rest = Tail(block.body, opener.rest);
    Label label = FindLabel(rest.text);
    if (label) rest = Tail(rest, label.size);
    Add(label, std::move(rest), block, label ? PlainStyle::kNone : PlainStyle::kUpper,
        "opener.run_in", 0.8);
    return true;
  }

  bool TakePlain(Block& block) {
    const std::string_view text = block.body.text;
    const bool opens = text.ends_with(':');
    const bool awaits = !out_.points.empty() && Awaiting();
    if (IsNoise(text)) return true;
    if (opens && IsAddressHeading(block.body)) {
      Add({}, std::move(block.body), block, PlainStyle::kHeading, "heading.addressee", 0.9);
      return true;
    }
    if (IsNumberedPart(block.body.low)) {
      bare_heading_ = true;
      Add({}, std::move(block.body), block, PlainStyle::kHeading, "heading.part", 0.8);
      bare_heading_ = false;
      return true;
    }
    if (!opens && IsBareAddress(block)) {
      Add({}, std::move(block.body), block, PlainStyle::kHeading, "heading.addressee", 0.8);
      out_.points.back().opens = true;
      return true;
    }
    // «Контроль», a heading over what is said in a sentence.
    if (text.find(' ') == std::string_view::npos && !opens && !awaits && StartsUpper(text) &&
        !EndsWithAny(text, {".", ";", ","})) {
      return true;
    }
    const bool task = IsTask(block);
    if (awaits || task || (opens && (at_ < last_labelled_ || HeadsTasks(block))) ||
        (plain_ && !IsClosing(block))) {
      const bool lower = StartsLower(text) && (awaits || lower_run_);
      lower_run_ = lower;
      Add({}, std::move(block.body), block, lower ? PlainStyle::kLower : PlainStyle::kUpper,
          task ? "plain.task" : "plain", task ? 0.8 : 0.6);
      return true;
    }
    if (at_ < last_labelled_) return LeadsToFormula() || GoOn(block);
    if (out_.points.empty()) return true;  // between the formula and the first point
    return false;
  }

  // «Директорам школ» without a colon, right above a list that starts anew.
  bool IsBareAddress(const Block& block) {
    const std::string_view text = block.body.text;
    if (text.size() > kMaxHeading || text.ends_with('.') || text.ends_with(';')) return false;
    if (at_ + 1 >= zones_.end || !StartsUpper(text)) return false;
    const Label& next = blocks_[at_ + 1].label;
    if (!next || (next.kind != LabelKind::kBullet && next.value() != 1)) return false;
    return IsAddressHeading(WithColon(block.body));
  }

  // «В сфере воспитания:» above entries without labels.
  bool HeadsTasks(const Block& block) const {
    return at_ + 1 < zones_.end && StartsUpper(block.body.text) && !OpensDiscussion(block) &&
           !blocks_[at_ + 1].label && StartsLower(blocks_[at_ + 1].body.text) &&
           IsTask(blocks_[at_ + 1]);
  }

  bool Awaiting() const {
    const Point& last = out_.points.back();
    if (last.opens) return true;
    // Further unlabelled entries of the same heading.
    return !last.label && last.parent > 0 && lower_run_ && StartsLower(blocks_[at_].body.text);
  }

  // Narrative between two decisions («По второму вопросу слушали …», then «РЕШИЛИ:»).
  bool LeadsToFormula() {
    const size_t reach = std::min(zones_.end, at_ + kNarrative);
    for (size_t i = at_ + 1; i < reach && !blocks_[i].label; ++i) {
      if (IsFormula(i)) return true;
    }
    return false;
  }

  // A paragraph is asked about by each of the kNarrative before it.
  bool IsFormula(size_t i) {
    if (formulas_.empty()) formulas_.resize(zones_.end, Known::kNot);
    if (formulas_[i] == Known::kNot) {
      const auto opener = FindOpener(blocks_[i].body.text, blocks_[i].body.low);
      formulas_[i] = opener && opener->strong ? Known::kYes : Known::kNo;
    }
    return formulas_[i] == Known::kYes;
  }

  static bool IsClosing(const Block& block) {
    const std::string_view low = block.body.low;
    if (StartsWithAny(low, {"обращение ", "решение ", "рекомендации ", "документ "}) &&
        (Contains(low, " принят") || Contains(low, " утвержд") || Contains(low, " одобрен"))) {
      return !HoldsInfinitive(block.body.low);
    }
    return StartsWithAny(
               low, {"участники", "конференция", "организаторы", "оргкомитет", "резолюция", "мы ",
                     "все участники", "принято", "обозначенные", "съезд ", "форум ", "совещание ",
                     "семинар ", "слет ", "собрание "}) &&
           !IsTask(block);
  }

  // An unlabelled paragraph between labelled points: a heading, or more of the point above.
  bool GoOn(Block& block) {
    const std::string_view text = block.body.text;
    const bool heading = block.blanks > 0 && text.size() < kMaxHeading && StartsUpper(text) &&
                         !text.ends_with('.') && !text.ends_with(';') && !text.ends_with(',');
    if (out_.points.empty() || heading) {
      if (out_.points.empty() && !heading) return true;
      Add({}, std::move(block.body), block, PlainStyle::kHeading, "heading.plain", 0.6);
      out_.points.back().opens = true;
      return true;
    }
    Point& last = out_.points.back();
    last.body.Append(' ', block.body, pool_);
    last.end = block.end;
    last.warnings.push_back("Абзац без номера присоединён к пункту: проверьте границы.");
    last.confidence = std::min(last.confidence, 0.7);
    return true;
  }

  void Add(const Label& label, Paragraph body, const Block& block, PlainStyle plain,
           const char* rule, double confidence) {
    Label current = label;
    if (label.kind == LabelKind::kBullet) {
      current.depth = BulletDepth(block);
    } else {
      bullet_indents_.clear();
    }
    uint32_t begin = block.begin;
    const std::string_view text = body.text;
    const std::string_view low = body.low;
    for (size_t from = 0;;) {
      const size_t next = NextRunIn(text.substr(from), low.substr(from), current);
      if (next == std::string_view::npos) {
        AddOne(current, from == 0 ? std::move(body) : Tail(body, from), block, begin, plain, rule,
               confidence);
        return;
      }
      const bool added =
          AddOne(current, Slice(body, from, from + next), block, begin, plain, rule, confidence);
      from += next;
      current = FindLabel(text.substr(from));
      begin = body.SpanOf(from, from + 1).begin;
      if (added) out_.points.back().end = begin;
      from += current.size;
      rule = "label.run_in";
      confidence = 0.8;
    }
  }

  // «1) Социальным педагогам» without a colon, above entries without labels.
  bool HeadsUnlabelled(const Block& block) {
    const std::string_view text = block.body.text;
    if (text.size() > kMaxHeading || text.empty() || EndsWithAny(text, {":", ".", ";"}))
      return false;
    if (at_ + 1 >= zones_.end || blocks_[at_ + 1].label ||
        !StartsLower(blocks_[at_ + 1].body.text) || !IsTask(blocks_[at_ + 1])) {
      return false;
    }
    return IsAddressHeading(WithColon(block.body));
  }

  // How deep a bullet stands by its indent: one below an opening bullet that is set further in.
  uint8_t BulletDepth(const Block& block) {
    constexpr size_t kDeepest = 8;
    constexpr uint16_t kFurther = 2;  // blanks
    while (bullet_indents_.size() > 1 && block.indent + 1 < bullet_indents_.back()) {
      bullet_indents_.pop_back();
    }
    const bool under = !bullet_indents_.empty() && !out_.points.empty() &&
                       out_.points.back().opens && bullet_indents_.size() < kDeepest &&
                       out_.points.back().label.kind == LabelKind::kBullet &&
                       block.indent >= bullet_indents_.back() + kFurther;
    if (bullet_indents_.empty() || under) bullet_indents_.push_back(block.indent);
    return static_cast<uint8_t>(bullet_indents_.size() - 1);
  }

  // False when nothing but the label was printed: that is no point.
  bool AddOne(const Label& label, Paragraph body, const Block& block, uint32_t begin,
              PlainStyle plain, const char* rule, double confidence) {
    if (body.text.empty()) return false;
    const size_t cut = FindInlineAttribute(body.low, 0);
    Paragraph whole;
    if (cut != std::string_view::npos) {
      whole = std::move(body);
      body = Slice(whole, 0, cut);
    }
    Point point;
    point.label = label;
    point.opens = body.text.ends_with(':') || bare_heading_;
    point.begin = begin;
    point.end = block.end;
    point.blanks = block.blanks;
    point.rule = rule;
    point.confidence = confidence;
    point.body = std::move(body);
    const int ordinal = static_cast<int>(out_.points.size()) + 1;
    point.parent = tree_.Place(label, plain, point.opens, ordinal);
    out_.points.push_back(std::move(point));
    out_.end = block.end;
    if (cut != std::string_view::npos) AddInline(whole, cut);
    return true;
  }

  // The captions that stand in the last point's own paragraph, from the one at `from` on.
  void AddInline(const Paragraph& whole, size_t from) {
    for (size_t count = 1; from < whole.text.size(); ++count) {
      const size_t next = count < kMaxInline ? FindInlineAttribute(whole.low.substr(from), 0, true)
                                             : std::string_view::npos;
      const bool last = next == std::string_view::npos;
      Paragraph one = last ? Tail(whole, from) : Slice(whole, from, from + next);
      const AttributeKind kind = AttributeAt(one.low).kind;
      attributes_.push_back({kind, std::move(one), 0, out_.points.size() - 1, false, true});
      if (last) return;
      from += next;
    }
  }

  std::vector<Block>& blocks_;
  const Zones& zones_;
  ParagraphPool* pool_;
  Points out_;
  Tree tree_;
  std::vector<AttributeLine> attributes_;
  std::vector<Column> columns_;  // of the table being read
  enum class Known : uint8_t { kNot, kNo, kYes };
  std::vector<Known> formulas_;  // by paragraph: whether it is a strong formula
  size_t at_ = 0;
  size_t attribute_block_ = 0;
  std::vector<uint16_t> bullet_indents_;  // of the bullets that are open above one another
  size_t last_labelled_ = 0;
  bool plain_ = false;
  bool bare_heading_ = false;  // the point being added is a heading without its colon
  bool lower_run_ = false;
};

}  // namespace

Points MakePoints(std::vector<Block>& blocks, const Zones& zones, ParagraphPool* pool,
                  bool annexed_plan) {
  return PointMaker(blocks, zones, pool).Run(annexed_plan);
}

}  // namespace rezon::reader
