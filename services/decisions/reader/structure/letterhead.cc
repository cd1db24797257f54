#include "services/decisions/reader/structure/letterhead.h"

#include <algorithm>

#include "services/decisions/reader/structure/aligned.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kTopLines = 24;  // of the text, within which a head starts
constexpr size_t kMostHeadLines = 20;
constexpr size_t kLeastBetween = 3;   // blanks between the columns
constexpr size_t kColumnDrift = 4;    // that the right column's lines may be out of line
constexpr size_t kNarrowest = 5;      // likewise, of a column's line
constexpr size_t kWidestColumn = 60;  // code points

bool ArePieces(std::string_view text, const std::vector<Piece>& pieces) {
  if (pieces.size() != 2) return false;
  const std::string_view between = text.substr(pieces[0].end, pieces[1].begin - pieces[0].end);
  if (between.size() < kLeastBetween && between.find('\t') == std::string_view::npos) return false;
  const std::string_view left = text.substr(pieces[0].begin, pieces[0].end - pieces[0].begin);
  // «I.	Школам …» and «Отв.: школы	Срок: май» are no columns.
  if (CountChars(left) < kNarrowest || FindLabel(left) || left.find(':') < left.size())
    return false;
  return CountChars(left) <= kWidestColumn && !Contains(left, "№") &&
         !Contains(text.substr(pieces[1].begin, pieces[1].end - pieces[1].begin), "№");
}

bool InLine(size_t column, size_t right) {
  return column + kColumnDrift >= right && column <= right + kColumnDrift;
}

// Neither column holds a signature, «Председатель      И.И. Иванов».
bool HoldsInitials(std::string_view text, const Piece& piece) {
  const std::string_view right = text.substr(piece.begin, piece.end - piece.begin);
  size_t size;
  return IsUpperChar(CharAt(right, 0, &size)) && right.substr(size).starts_with(".");
}

void AddColumn(std::string_view text, std::string_view low, const std::vector<Piece>& column,
               const Line& line, ParagraphPool* pool, std::vector<Block>* blocks) {
  for (size_t i = 0; i < column.size(); ++i) {
    Block& block = blocks->emplace_back();
    block.begin = column[i].begin;
    block.end = column[i].end;
    block.blanks = i == 0 ? std::max<uint16_t>(line.blanks, 1) : 0;
    block.lines = 1;
    block.body.AddLine(text, low, column[i].begin, column[i].end, pool);
  }
}

}  // namespace

size_t ReadLetterhead(std::string_view text, std::string_view low, const std::vector<Line>& lines,
                      size_t first, ParagraphPool* pool, std::vector<Block>* blocks) {
  const Line& top = lines[first];
  if (first >= kTopLines || top.width > 2 * kWidestColumn || !top.spaced) return first;
  std::vector<Piece> pieces = PiecesOf(text, lines[first]);
  if (!ArePieces(text, pieces) || !StartsUpper(text.substr(pieces[0].begin)) ||
      HoldsInitials(text, pieces[1])) {
    return first;
  }
  const size_t right = pieces[1].column;
  std::vector<Piece> columns[2];
  size_t pairs = 0;
  size_t behind = first;  // the last line of two pieces, and its successor
  for (size_t at = first; at < lines.size() && at < first + kMostHeadLines; ++at) {
    if (at > first && (lines[at].blanks > 1 || lines[at].width > 2 * kWidestColumn)) break;
    if (at > first) pieces = PiecesOf(text, lines[at]);
    if (ArePieces(text, pieces) && InLine(pieces[1].column, right)) {
      if (HoldsInitials(text, pieces[1])) break;
      columns[0].push_back(pieces[0]);
      columns[1].push_back(pieces[1]);
      ++pairs;
      behind = at + 1;
    } else if (pieces.size() == 1 && InLine(pieces[0].column, right)) {
      columns[1].push_back(pieces[0]);
      behind = at + 1;
    } else {
      break;
    }
  }
  if (pairs < 2) return first;
  AddColumn(text, low, columns[0], lines[first], pool, blocks);
  AddColumn(text, low, columns[1], lines[first], pool, blocks);
  return behind;
}

}  // namespace rezon::reader
