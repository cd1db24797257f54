#include "services/decisions/reader/intake/grid.h"

#include <algorithm>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLargestHeadCell = 160;  // bytes

bool NamesColumn(const std::string& cell) {
  const std::string low = Fold(Trim(cell));
  if (low.size() > kLargestHeadCell) return false;
  for (const char* word : {"срок", "ответственн", "исполнител", "мероприяти", "№", "содержание",
                           "наименование", "дата"}) {
    if (low.starts_with(word)) return true;
  }
  return false;
}

// Data: the first row names columns, or there are many rows of several cells.
bool IsData(const Grid& grid) {
  if (grid.empty()) return false;
  const long named = std::count_if(grid.front().begin(), grid.front().end(), NamesColumn);
  if (named >= 2) return true;
  return grid.size() >= 4 && grid.front().size() >= 3;
}

std::string OneLine(const std::string& cell) {
  std::string out;
  for (const char c : Trim(cell)) {
    const char kept = c == '\n' || c == '\t' ? ' ' : c == '|' ? '/' : c;
    if (kept == ' ' && !out.empty() && out.back() == ' ') continue;
    out.push_back(kept);
  }
  return out;
}

}  // namespace

std::string GridText(const Grid& grid) {
  const bool data = IsData(grid);
  std::string out;
  for (const auto& row : grid) {
    std::string line = "|";
    bool any = false;
    for (const std::string& cell : row) {
      const std::string text = OneLine(cell);
      any = any || !text.empty();
      line += " " + text + " |";
      if (!data && !Trim(cell).empty()) out += std::string(Trim(cell)) + "\n";
    }
    if (data && any) out += line + "\n";
  }
  return out;
}

}  // namespace rezon::reader
