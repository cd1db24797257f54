#include "services/decisions/reader/structure/aligned.h"

#include <algorithm>
#include <utility>

#include "services/decisions/reader/structure/table.h"
#include "services/decisions/reader/text/paragraph.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kGap = 2;           // blanks between two cells
constexpr size_t kSlack = 2;         // columns that a cell may stand left of its head
constexpr size_t kWidestHead = 160;  // code points of the head line
constexpr size_t kMostBlanks = 1;    // blank lines between two rows

bool HasTabs(std::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin).find('\t') != std::string_view::npos;
}

class TableReader {
 public:
  TableReader(std::string_view text, std::string_view low, const std::vector<Line>& lines,
              ParagraphPool* pool)
      : text_(text), low_(low), lines_(lines), pool_(pool) {}

  size_t Run(size_t first, std::vector<Block>* blocks) {
    const Line& line = lines_[first];
    if (line.width > kWidestHead || line.width < 12) return first;
    const std::vector<Piece> head = PiecesOf(text_, line);
    if (head.size() < 2) return first;
    for (const Piece& piece : head) starts_.push_back(piece.column);
    tabs_ = HasTabs(text_, line);
    row_.assign(head.size(), {});
    cells_ = std::vector<ParagraphPool>(head.size());
    Fill(head);
    Block block = Take(line, line);
    roles_ = ColumnsOf(block);
    const auto has = [this](Column role) {
      return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
    };
    if (roles_.empty() || (!has(Column::kDeadline) && !has(Column::kResponsible))) return first;
    std::vector<Block> rows = {std::move(block)};
    size_t at = first + 1;
    size_t begin = at;
    for (; at < lines_.size(); ++at) {
      const std::vector<Piece> pieces = PiecesOf(text_, lines_[at]);
      if (Ends(at, pieces)) break;
      if (at > begin && StartsRow(at, pieces)) {
        rows.push_back(Take(lines_[begin], lines_[at - 1]));
        begin = at;
      }
      Fill(pieces);
    }
    if (at > begin) rows.push_back(Take(lines_[begin], lines_[at - 1]));
    if (rows.size() < 2) return first;
    for (Block& row : rows) blocks->push_back(std::move(row));
    return at;
  }

 private:
  // The column that a piece stands in; with tabs its place in the line.
  size_t ColumnOf(const std::vector<Piece>& pieces, size_t i) const {
    if (tabs_) return std::min(i, starts_.size() - 1);
    size_t column = 0;
    while (column + 1 < starts_.size() && starts_[column + 1] <= pieces[i].column + kSlack) {
      ++column;
    }
    return column;
  }

  bool IsNumber(const Piece& piece) const {
    const std::string_view cell = text_.substr(piece.begin, piece.end - piece.begin);
    return IsDigit(cell[0]) && cell.find_first_not_of("0123456789.)") == std::string_view::npos;
  }

  bool Ends(size_t at, const std::vector<Piece>& pieces) const {
    const Line& line = lines_[at];
    if (line.blanks > kMostBlanks) return true;
    const size_t column = ColumnOf(pieces, 0);
    if (roles_[0] == Column::kNumber && column == 0) return !IsNumber(pieces[0]);
    if (pieces.size() >= 2) return false;
    return tabs_ || line.blanks > 0 || column == 0;
  }

  bool StartsRow(size_t at, const std::vector<Piece>& pieces) const {
    if (tabs_ || ColumnOf(pieces, 0) == 0) return true;
    return roles_[0] != Column::kNumber && lines_[at].blanks > 0;
  }

  void Fill(const std::vector<Piece>& pieces) {
    for (size_t i = 0; i < pieces.size(); ++i) {
      const size_t column = ColumnOf(pieces, i);
      row_[column].AddLine(text_, low_, pieces[i].begin, pieces[i].end, &cells_[column]);
    }
  }

  Block Take(const Line& from, const Line& to) {
    Block block;
    block.row = true;
    block.begin = from.begin;
    block.end = to.end;
    block.blanks = from.blanks;
    block.indent = from.indent;
    block.lines = 1;
    for (Paragraph& cell : row_) {
      block.body.Append('|', cell, pool_);
      cell = {};
    }
    block.body.Append("|", "|", pool_);
    return block;
  }

  std::string_view text_;
  std::string_view low_;
  const std::vector<Line>& lines_;
  std::vector<size_t> starts_;  // columns of the head's cells
  std::vector<Column> roles_;
  ParagraphPool* pool_;
  std::vector<Paragraph> row_;        // cells of the row being read
  std::vector<ParagraphPool> cells_;  // theirs: cells grow side by side
  bool tabs_ = false;
};

}  // namespace

std::vector<Piece> PiecesOf(std::string_view text, const Line& line) {
  std::vector<Piece> pieces;
  size_t column = line.indent;
  size_t blanks = kGap;
  for (uint32_t at = line.begin; at < line.end;) {
    size_t size;
    const uint32_t code = CharAt(text, at, &size);
    if (code == '\t') {
      blanks += kGap;
      column = (column / 8 + 1) * 8;
    } else if (code == ' ') {
      ++blanks;
      ++column;
    } else {
      if (blanks >= kGap) pieces.push_back({at, at, column});
      pieces.back().end = static_cast<uint32_t>(at + size);
      blanks = 0;
      ++column;
    }
    at += static_cast<uint32_t>(size);
  }
  return pieces;
}

size_t ReadAlignedTable(std::string_view text, std::string_view low, const std::vector<Line>& lines,
                        size_t first, ParagraphPool* pool, std::vector<Block>* blocks) {
  const Line& line = lines[first];
  const std::string_view head = text.substr(line.begin, line.end - line.begin);
  if (line.width > kWidestHead || head.front() == '|' || !line.spaced) return first;
  const std::string_view folded = low.substr(line.begin, line.end - line.begin);
  if (!Contains(folded, "срок") && !Contains(folded, "ответств") && !Contains(folded, "исполн")) {
    return first;
  }
  return TableReader(text, low, lines, pool).Run(first, blocks);
}

}  // namespace rezon::reader
