#include "services/decisions/reader/structure/points.h"

#include <algorithm>
#include <utility>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/openers.h"
#include "services/decisions/reader/structure/run_in.h"
#include "services/decisions/reader/structure/scope.h"
#include "services/decisions/reader/structure/table.h"
#include "services/decisions/reader/structure/tree.h"
#include "services/decisions/reader/text/slice.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kNarrative = 8;     // paragraphs of narrative between two decisions
constexpr size_t kMaxHeading = 300;  // bytes of a heading without a colon

class PointMaker {
 public:
  PointMaker(std::vector<Block>& blocks, const Zones& zones) : blocks_(blocks), zones_(zones) {}

  Points Run() {
    if (zones_.operative == Zones::kNone) return std::move(out_);
    FindLastLabelled();
    for (at_ = zones_.operative; at_ < zones_.end; ++at_) {
      if (!Take(blocks_[at_])) break;
    }
    OpenBareHeadings();
    CoverPoints(&out_, attributes_);
    return std::move(out_);
  }

 private:
  void FindLastLabelled() {
    for (size_t i = zones_.operative; i < zones_.end; ++i) {
      if (blocks_[i].label) last_labelled_ = i;
    }
    size_t first = zones_.formula ? zones_.opener + 1 : zones_.operative;
    while (first < zones_.end && blocks_[first].attribute != AttributeKind::kNone) ++first;
    plain_ = first < zones_.end && !blocks_[first].label && blocks_[first].body.text.back() != ':';
  }

  // False when the operative part ends here.
  bool Take(Block& block) {
    if (block.row) return TakeRow(block);
    columns_.clear();
    if (block.attribute != AttributeKind::kNone) return TakeAttribute(block);
    if (!block.label) {
      if (const auto opener = FindOpener(block.body.text, block.body.low);
          opener && (opener->strong || !IsTask(block))) {
        return TakeOpener(block, *opener);
      }
      return TakePlain(block);
    }
    Add(block.label, std::move(block.body), block, PlainStyle::kNone, RuleOf(block.label), 0.95);
    return true;
  }

  // «1. Департаменту образования», then 1.1: a heading that lost its colon.
  void OpenBareHeadings() {
    for (size_t i = 0; i + 1 < out_.points.size(); ++i) {
      Point& point = out_.points[i];
      if (point.opens || out_.points[i + 1].parent != static_cast<int>(i) + 1) continue;
      if (point.body.text.size() > kMaxHeading || point.body.text.find('.') != std::string::npos) {
        continue;
      }
      Paragraph closed;
      closed.text = point.body.text + ":";
      closed.low = point.body.low + ":";
      point.opens = IsAddressHeading(closed);
    }
  }

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
        return Tail(Head(block.body, cells[i].end), cells[i].begin);
      }
      return {};
    };
    Paragraph text = cell(Column::kText);
    const Paragraph number = cell(Column::kNumber);
    if (text.empty()) return TakeSection(block, cells);
    Label label = FindLabel(number.text + (number.text.ends_with(".") ? "" : ". "));
    if (number.empty()) label = FindLabel(text.text);
    if (number.empty() && label) text = Tail(text, label.size);
    AddOne(label, std::move(text), block, block.begin,
           label ? PlainStyle::kNone : PlainStyle::kUpper, "table.row", 0.85);
    for (const Column role : {Column::kResponsible, Column::kDeadline}) {
      Paragraph value = cell(role);
      if (value.empty()) continue;
      const AttributeKind kind =
          role == Column::kDeadline ? AttributeKind::kDeadline : AttributeKind::kResponsible;
      attributes_.push_back({kind, std::move(value), 0, out_.points.size() - 1, false, true});
    }
    return true;
  }

  // A row of one cell is a heading over the rows below it.
  bool TakeSection(const Block& block, const std::vector<Cell>& cells) {
    for (const Cell& cell : cells) {
      if (cell.empty()) continue;
      AddOne({}, Tail(Head(block.body, cell.end), cell.begin), block, block.begin,
             PlainStyle::kHeading, "table.section", 0.6);
      out_.points.back().opens = true;
      return true;
    }
    return true;
  }

  bool TakeAttribute(const Block& block) {
    if (!out_.points.empty()) {
      attributes_.push_back({block.attribute, block.body, block.blanks, out_.points.size() - 1,
                             !attributes_.empty() && attribute_block_ + 1 == at_});
      attribute_block_ = at_;
      out_.end = block.end;
    }
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
    const std::string& text = block.body.text;
    const bool opens = text.back() == ':';
    const bool awaits = !out_.points.empty() && Awaiting();
    if (IsNoise(text)) return true;
    if (opens && IsAddressHeading(block.body)) {
      Add({}, std::move(block.body), block, PlainStyle::kHeading, "heading.addressee", 0.9);
      return true;
    }
    const bool task = IsTask(block);
    if (awaits || task || (opens && at_ < last_labelled_) || (plain_ && !IsClosing(block))) {
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

  bool Awaiting() const {
    const Point& last = out_.points.back();
    if (last.opens) return true;
    // Further unlabelled entries of the same heading.
    return !last.label && last.parent > 0 && lower_run_ && StartsLower(blocks_[at_].body.text);
  }

  // Narrative between two decisions («По второму вопросу слушали …», then «РЕШИЛИ:»).
  bool LeadsToFormula() const {
    const size_t reach = std::min(zones_.end, at_ + kNarrative);
    for (size_t i = at_ + 1; i < reach && !blocks_[i].label; ++i) {
      const auto opener = FindOpener(blocks_[i].body.text, blocks_[i].body.low);
      if (opener && opener->strong) return true;
    }
    return false;
  }

  static bool IsClosing(const Block& block) {
    const std::string_view low = block.body.low;
    return StartsWithAny(low, {"участники", "конференция", "организаторы", "оргкомитет",
                               "резолюция", "мы ", "все участники", "принято", "обозначенные"}) &&
           !IsTask(block);
  }

  // An unlabelled paragraph between labelled points: a heading, or more of the point above.
  bool GoOn(Block& block) {
    const std::string& text = block.body.text;
    const bool heading = block.blanks > 0 && text.size() < kMaxHeading && StartsUpper(text) &&
                         text.back() != '.' && text.back() != ';' && text.back() != ',';
    if (out_.points.empty() || heading) {
      if (out_.points.empty() && !heading) return true;
      Add({}, std::move(block.body), block, PlainStyle::kHeading, "heading.plain", 0.6);
      out_.points.back().opens = true;
      return true;
    }
    Point& last = out_.points.back();
    for (const auto& [at, canonical] : block.body.map) {
      last.body.map.emplace_back(at + last.body.text.size() + 1, canonical);
    }
    last.body.text += " " + block.body.text;
    last.body.low += " " + block.body.low;
    last.end = block.end;
    last.warnings.push_back("Абзац без номера присоединён к пункту: проверьте границы.");
    last.confidence = std::min(last.confidence, 0.7);
    return true;
  }

  void Add(const Label& label, Paragraph body, const Block& block, PlainStyle plain,
           const char* rule, double confidence) {
    Label current = label;
    uint32_t begin = block.begin;
    while (true) {
      const size_t next = NextRunIn(body.text, body.low, current);
      Paragraph own = next == std::string_view::npos ? std::move(body) : Head(body, next);
      AddOne(current, std::move(own), block, begin, plain, rule, confidence);
      if (next == std::string_view::npos) return;
      body = Tail(body, next);
      current = FindLabel(body.text);
      begin = body.map.empty() ? begin : body.map.front().second;
      out_.points.back().end = begin;
      body = Tail(body, current.size);
      rule = "label.run_in";
      confidence = 0.8;
    }
  }

  void AddOne(const Label& label, Paragraph body, const Block& block, uint32_t begin,
              PlainStyle plain, const char* rule, double confidence) {
    if (body.text.empty()) return;
    const size_t cut = FindInlineAttribute(body.low, 0);
    Paragraph attribute;
    if (cut != std::string_view::npos) {
      attribute = Tail(body, cut);
      body = Head(body, cut);
    }
    Point point;
    point.label = label;
    point.opens = body.text.back() == ':';
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
    while (!attribute.empty()) {
      const size_t next = FindInlineAttribute(attribute.low, 0);
      Paragraph one = next == std::string_view::npos ? attribute : Head(attribute, next);
      const AttributeKind kind = AttributeAt(one.low).kind;
      attributes_.push_back({kind, std::move(one), 0, out_.points.size() - 1, false});
      attributes_.back().run_in = true;
      if (next == std::string_view::npos) break;
      attribute = Tail(attribute, next);
    }
  }

  std::vector<Block>& blocks_;
  const Zones& zones_;
  Points out_;
  Tree tree_;
  std::vector<AttributeLine> attributes_;
  std::vector<Column> columns_;  // of the table being read
  size_t at_ = 0;
  size_t attribute_block_ = 0;
  size_t last_labelled_ = 0;
  bool plain_ = false;
  bool lower_run_ = false;
};

}  // namespace

Points MakePoints(std::vector<Block>& blocks, const Zones& zones) {
  return PointMaker(blocks, zones).Run();
}

}  // namespace rezon::reader
