#include "services/decisions/reader/structure/blocks.h"

#include <algorithm>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/aligned.h"
#include "services/decisions/reader/structure/joins.h"
#include "services/decisions/reader/structure/letterhead.h"
#include "services/decisions/reader/structure/loose_labels.h"
#include "services/decisions/reader/text/quotes.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLongEnoughToGoOn = 60;  // a shorter paragraph above a blank line is a heading
constexpr size_t kMaxOpenQuote = 1200;    // bytes that an unclosed quotation may join
constexpr size_t kWrapSlack = 4;
constexpr size_t kUsualBlock = 300;  // bytes, at most

bool IsRow(std::string_view line) {
  return line.size() > 2 && line.front() == '|' && line.ends_with('|');
}

class BlockMaker {
 public:
  BlockMaker(std::string_view text, std::string_view low, const Layout& layout, ParagraphPool* pool)
      : text_(text), low_(low), layout_(layout), pool_(pool), bare_numbers_(NumbersAreBare()) {
    for (const Line& line : layout.lines) {
      if (!MayHoldLooseLabel(Text(line), Low(line))) continue;
      manners_.See(FindLooseLabel(Text(line), Low(line)));
    }
  }

  std::vector<Block> Run(size_t max_blocks) {
    blocks_.reserve(std::min(layout_.lines.size(), text_.size() / kUsualBlock) + 1);
    const Line* previous = nullptr;
    const std::vector<Line>& lines = layout_.lines;
    for (size_t i = 0; i < lines.size() && blocks_.size() <= max_blocks; ++i) {
      const size_t behind = lines[i].spaced ? ReadColumns(i) : i;
      if (behind > i) {
        i = behind - 1;
        value_lines_ = 0;
        quotes_ = {};
        quoted_ = bracketed_ = true;
      } else {
        Add(lines[i], previous);
      }
      previous = &lines[i];
    }
    return std::move(blocks_);
  }

 private:
  // A table or a letterhead that starts at the line; the line behind it, `line` when none does.
  size_t ReadColumns(size_t line) {
    const size_t behind = ReadAlignedTable(text_, low_, layout_.lines, line, pool_, &blocks_);
    return behind > line ? behind
                         : ReadLetterhead(text_, low_, layout_.lines, line, pool_, &blocks_);
  }

  std::string_view Text(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }
  std::string_view Low(const Line& line) const {
    return low_.substr(line.begin, line.end - line.begin);
  }

  // «1 Отделу …», «2 Школам …»: the text numbers its points without any mark behind the number.
  bool NumbersAreBare() const {
    int expected = 1;
    for (const Line& line : layout_.lines) {
      const std::string_view text = Text(line);
      if (!IsDigit(text[0])) continue;
      const Label label = FindBareNumber(text);
      if (label && label.value() == expected) {
        ++expected;
      } else if (const Label marked = FindLabel(text); marked && marked.depth == 1) {
        return false;
      }
    }
    return expected > 3;
  }

  // A label in one of the text's own manners; a small letter must also follow the one before.
  Label LooseLabelOf(const Line& line) const {
    const LooseLabel found = FindLooseLabel(Text(line), Low(line));
    if (!manners_.Uses(found.manner)) return {};
    const bool small = found.label.kind == LabelKind::kLetter && !StartsUpper(Text(line));
    if (small && last_letter_.value() + 1 != found.label.value()) return {};
    return found.label;
  }

  void Add(const Line& line, const Line* previous) {
    if (IsRow(Text(line))) {
      Start(line, {}, AttributeKind::kNone);
      blocks_.back().row = true;
      return;
    }
    Label label = FindLabel(Text(line));
    if (!label && bare_numbers_) label = FindBareNumber(Text(line));
    if (!label && manners_.any()) label = LooseLabelOf(line);
    AttributeKind attribute = label ? AttributeKind::kNone : AttributeAt(Low(line)).kind;
    uint32_t bullet = 0;  // of «- Срок: …»
    if (label.kind == LabelKind::kBullet) {
      attribute = AttributeAt(Low(line).substr(label.size)).kind;
      if (attribute != AttributeKind::kNone) {
        bullet = label.size;
        label = {};
      }
    }
    if (previous != nullptr && !blocks_.back().row) {
      if (InNewWording(line)) return Extend(line, 0, ' ');
      if (TakesValue(line, label, attribute)) return Extend(line, label.size, '\n');
      if (label && !Believable(label, line, *previous)) label = {};
      if (!label && attribute == AttributeKind::kNone && Continues(line, *previous)) {
        const bool value = blocks_.back().attribute != AttributeKind::kNone;
        return Extend(line, 0, value && !Full(*previous, line) ? '\n' : ' ');
      }
    }
    Start(line, label, attribute, bullet);
  }

  // «… изложить в следующей редакции:», then the new wording in quotation marks, labels and all.
  bool InNewWording(const Line& line) {
    const std::string_view low = blocks_.back().body.low;
    if (low.size() > kMaxOpenQuote) return false;
    if (EndsWithAny(low, {"редакции:", "содержания:"})) {
      return Text(line).starts_with("«") || Text(line).starts_with("\"");
    }
    return IsQuotationOpen(low) && (Contains(low, "редакции: «") || Contains(low, "содержания: «"));
  }

  void Start(const Line& line, const Label& label, AttributeKind attribute, uint32_t skip = 0) {
    Block& block = blocks_.emplace_back();
    quotes_ = {};
    quoted_ = line.quoted;
    bracketed_ = line.bracketed;
    block.begin = line.begin;
    block.end = line.end;
    block.blanks = line.blanks;
    block.indent = line.indent;
    block.lines = 1;
    block.attribute = attribute;
    block.body.AddLine(text_, low_, line.begin + label.size + skip, line.end, pool_, line.spaced);
    if (label.kind == LabelKind::kNumber) last_number_ = label;
    if (label.kind == LabelKind::kLetter) last_letter_ = label;
    block.label = label;
    value_lines_ = 0;
  }

  void Extend(const Line& line, uint32_t skip, char separator) {
    Block& block = blocks_.back();
    quoted_ = quoted_ || line.quoted;
    bracketed_ = bracketed_ || line.bracketed;
    if (separator == '\n' && !block.body.empty()) {
      block.body.map.emplace_back(block.body.text.size(), block.end);
      block.body.Append("\n", "\n", pool_);
      block.body.AddWords(text_, low_, line.begin + skip, line.end, pool_, line.spaced);
    } else {
      block.body.AddLine(text_, low_, line.begin + skip, line.end, pool_, line.spaced);
    }
    block.end = line.end;
    ++block.lines;
    ++value_lines_;
  }

  // `so_far`: the last block's text, or its fold.
  bool IsQuotationOpen(std::string_view so_far) { return quoted_ && quotes_.Open(so_far) > 0; }

  // A bulleted or set-off line under a bare «Ответственные:».
  bool TakesValue(const Line& line, const Label& label, AttributeKind attribute) const {
    const Block& block = blocks_.back();
    if (block.attribute == AttributeKind::kNone || attribute != AttributeKind::kNone) return false;
    const bool bare = block.body.text.ends_with(":") || block.body.text.ends_with("–");
    if (label.kind == LabelKind::kBullet) {
      return (bare && value_lines_ == 0) ||
             (value_lines_ > 0 && line.blanks == 0 && bulleted_value());
    }
    return bare && !label && line.blanks <= 1;
  }
  bool bulleted_value() const {
    return blocks_.back().body.text.find('\n') != std::string_view::npos;
  }

  bool Full(const Line& above, const Line& line) const {
    if (layout_.wrap == 0) return false;
    const size_t word = CountChars(FirstWord(Low(line)));
    return above.width + above.indent % 8 + 1 + word + kWrapSlack > layout_.wrap;
  }

  // In wrapped text a number or a dash at a line's start may belong to the sentence.
  bool Believable(const Label& label, const Line& line, const Line& above) const {
    if (layout_.wrap == 0 || line.blanks > 0 || EndsTerminally(Text(above)) || !Full(above, line)) {
      return true;
    }
    if (label.kind == LabelKind::kBullet) return label.bullet != '-' || line.indent > above.indent;
    if (label.kind != LabelKind::kNumber) return label.value() <= 2 || line.indent > above.indent;
    return label.value() == 1 || label.parts[0] == last_number_.parts[0] + 1 ||
           (label.depth > 1 && label.parts[0] == last_number_.parts[0]);
  }

  bool Continues(const Line& line, const Line& above) {
    const Block& block = blocks_.back();
    const std::string_view so_far = block.body.text;
    const std::string_view low = Low(line);
    if (so_far.empty()) return line.blanks <= 1;  // a label alone on its line
    if (IsBoundaryLine(low)) return false;
    const bool terminal = EndsTerminally(so_far);
    const bool lower = StartsLower(Text(line));
    if (line.blanks > 0) {
      const bool goes_on = block.label || so_far.size() > 2 * kLongEnoughToGoOn;
      const bool infinitive = IsInfinitive(FirstWord(low)) || IsPlaceLine(low, false);
      return !terminal && lower && goes_on && !infinitive && line.blanks == 1 &&
             !so_far.ends_with(')');
    }
    if (so_far.ends_with(',')) return true;
    if (so_far.size() <= kMaxOpenQuote && !so_far.ends_with('.') && !so_far.ends_with(';') &&
        IsQuotationOpen(so_far)) {
      return true;
    }
    if (!terminal && low.starts_with('(')) return true;
    if (!terminal && AsksForMore(block.body.low, low, bracketed_)) return true;
    if (layout_.paragraphs) {
      return !terminal && lower && above.width >= kLongEnoughToGoOn && !so_far.ends_with(')') &&
             !so_far.ends_with("»") && !IsInfinitive(FirstWord(low));
    }
    if (layout_.wrap == 0) {
      return !terminal && lower && (block.label || !IsPlaceLine(low, true));
    }
    return ContinuesWrapped(line, above, terminal, lower);
  }

  bool ContinuesWrapped(const Line& line, const Line& above, bool terminal, bool lower) const {
    const bool full = Full(above, line);
    const std::string_view so_far = blocks_.back().body.text;
    const char last = so_far.empty() ? '\0' : so_far.back();
    if (terminal && IsPostNominative(FirstWord(Low(line)))) return false;
    if (last == ':') return false;
    if (terminal && line.indent >= above.indent + 2 && blocks_.back().lines > 1) return false;
    if (terminal && line.indent >= 2 && line.indent == blocks_.back().indent &&
        blocks_.back().lines > 1 && above.indent < line.indent) {
      return false;
    }
    const bool paragraph = !blocks_.back().label || line.indent > above.indent;
    if (!full && !blocks_.back().label && IsPlaceLine(Low(line), true)) return false;
    if (last == ';') return full && !(paragraph && IsInfinitive(FirstWord(Low(line))));
    if (last == '.' && full && !lower) return !StartsTask(line, paragraph);
    if (terminal) return full;
    return full || lower;
  }

  // A line that begins a point of its own in text without labels. Inside a labelled point a
  // verb may as well begin its second sentence.
  bool StartsTask(const Line& line, bool paragraph) const {
    const std::string_view word = FirstWord(Low(line));
    return (paragraph && IsInfinitive(word)) || IsDativeAdjective(word) || word == "контроль" ||
           word.starts_with("настоящ") || (IsDativeHead(word) && word.ends_with("у"));
  }

  std::string_view text_;
  std::string_view low_;
  const Layout& layout_;
  ParagraphPool* pool_;
  const bool bare_numbers_;
  std::vector<Block> blocks_;
  Label last_number_;
  Label last_letter_;
  LooseManners manners_;
  GrowingQuotes quotes_;    // of the last block's text
  bool quoted_ = false;     // it may hold a quotation mark
  bool bracketed_ = false;  // it may hold «(»
  int value_lines_ = 0;
};

}  // namespace

std::vector<Block> MakeBlocks(std::string_view text, std::string_view low, const Layout& layout,
                              size_t max_blocks, ParagraphPool* pool) {
  return BlockMaker(text, low, layout, pool).Run(max_blocks);
}

}  // namespace rezon::reader
