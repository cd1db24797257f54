#include "services/decisions/reader/structure/table.h"

#include <algorithm>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxCells = 200;  // of a row; a table of measures has less than ten

Column RoleOf(std::string_view head) {
  if (head.empty()) return Column::kOther;
  if (head.starts_with("№") || StartsWithAny(head, {"n п", "n", "п/п", "номер"})) {
    return Column::kNumber;
  }
  if (StartsWithAny(head, {"срок", "дата", "период", "когда"})) return Column::kDeadline;
  if (head == "кто" || StartsWithAny(head, {"ответствен", "исполнител", "соисполнител", "кто "})) {
    return Column::kResponsible;
  }
  if (StartsWithAny(head, {"мероприят", "содержани", "наименован", "решени", "поручени", "пункт",
                           "рекомендац", "задач", "действи", "предложени", "меры", "что "}) ||
      head == "что") {
    return Column::kText;
  }
  return Column::kOther;
}

bool IsNumberCell(std::string_view text) {
  return !text.empty() && text.size() <= 8 &&
         text.find_first_not_of("0123456789.)") == std::string_view::npos && IsDigit(text[0]);
}

}  // namespace

std::vector<Cell> CellsOf(const Block& row) {
  const std::string_view text = row.body.text;
  std::vector<Cell> cells;
  size_t begin = 1;
  for (size_t at = text.find('|', 1); at != std::string::npos && cells.size() < kMaxCells;
       at = text.find('|', at + 1)) {
    Cell cell{begin, at};
    while (cell.begin < cell.end && text[cell.begin] == ' ') ++cell.begin;
    while (cell.end > cell.begin && text[cell.end - 1] == ' ') --cell.end;
    cells.push_back(cell);
    begin = at + 1;
  }
  return cells;
}

bool IsRule(const Block& row) {
  return row.body.text.find_first_not_of("|-: ") == std::string::npos;
}

std::vector<Column> ColumnsOf(const Block& row) {
  std::vector<Column> columns;
  int known = 0;
  for (const Cell& cell : CellsOf(row)) {
    const std::string_view low = row.body.low.substr(cell.begin, cell.end - cell.begin);
    columns.push_back(low.size() < 120 ? RoleOf(low) : Column::kOther);
    known += columns.back() != Column::kOther;
  }
  if (known < 2) return {};
  if (std::find(columns.begin(), columns.end(), Column::kText) == columns.end()) {
    const auto other = std::find(columns.begin(), columns.end(), Column::kOther);
    if (other == columns.end()) return {};
    *other = Column::kText;
  }
  return columns;
}

bool IsPlanHead(const Block& row) {
  const std::vector<Column> columns = ColumnsOf(row);
  return std::any_of(columns.begin(), columns.end(), [](Column column) {
    return column == Column::kDeadline || column == Column::kResponsible;
  });
}

std::vector<Column> GuessColumns(const Block& row) {
  const std::vector<Cell> cells = CellsOf(row);
  std::vector<Column> columns(cells.size(), Column::kOther);
  size_t longest = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].end - cells[i].begin > cells[longest].end - cells[longest].begin) longest = i;
  }
  if (cells.empty() || cells[longest].empty()) return {};
  columns[longest] = Column::kText;
  const Cell& first = cells.front();
  if (longest > 0 &&
      IsNumberCell(std::string_view(row.body.text).substr(first.begin, first.end - first.begin))) {
    columns.front() = Column::kNumber;
  }
  return columns;
}

}  // namespace rezon::reader
