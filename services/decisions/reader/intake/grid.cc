#include "services/decisions/reader/intake/grid.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLargestHeadCell = 160;  // bytes

bool NamesColumn(const std::string& cell) {
  const std::string low = Fold(Trim(cell));
  if (low.size() > kLargestHeadCell) return false;
  for (const char* word : {"срок", "ответственн", "исполнител", "мероприяти", "№", "содержание",
                           "наименование", "дата", "когда", "кто", "что сделать"}) {
    if (low.starts_with(word)) return true;
  }
  return false;
}

// Data: the first row names columns, or there are many rows of several cells.
bool IsData(const Grid& grid) {
  if (grid.empty()) return false;
  const long named = std::count_if(grid.front().begin(), grid.front().end(),
                                   [](const Extract& cell) { return NamesColumn(cell.text); });
  if (named >= 2) return true;
  return grid.size() >= 4 && grid.front().size() >= 3;
}

// Where the cell's text begins and ends without the blanks around it.
std::pair<size_t, size_t> Trimmed(const Extract& cell) {
  const std::string_view text = Trim(cell.text);
  const auto begin = text.empty() ? 0 : static_cast<size_t>(text.data() - cell.text.data());
  return {begin, begin + text.size()};
}

// The cell on one line: line ends become blanks, several blanks one, and a bar a slash.
void AddOneLine(const Extract& cell, Extract* out) {
  const auto [begin, end] = Trimmed(cell);
  const auto special = [&](size_t at) {
    const char c = cell.text[at];
    return c == '\n' || c == '\t' || c == '|' || (c == ' ' && cell.text[at - 1] == ' ');
  };
  for (size_t at = begin; at < end;) {
    size_t run = at;
    while (run < end && !special(run)) ++run;
    out->Add(cell, at, run);
    for (; run < end && special(run); ++run) {
      const char c = cell.text[run] == '|' ? '/' : ' ';
      if (c != ' ' || out->text.back() != ' ') out->Mark(std::string_view(&c, 1));
    }
    at = run;
  }
}

}  // namespace

void AddGrid(const Grid& grid, Extract* out) {
  const bool data = IsData(grid);
  for (const auto& row : grid) {
    const bool any = std::any_of(row.begin(), row.end(),
                                 [](const Extract& cell) { return !Trim(cell.text).empty(); });
    if (!any) continue;
    if (data) out->Mark("|");
    for (const Extract& cell : row) {
      const auto [begin, end] = Trimmed(cell);
      if (data) {
        out->Mark(" ");
        AddOneLine(cell, out);
        out->Mark(" |");
      } else if (begin < end) {
        out->Add(cell, begin, end);
        out->Mark("\n");
      }
    }
    if (data) out->Mark("\n");
  }
}

}  // namespace rezon::reader
