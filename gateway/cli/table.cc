#include "gateway/cli/table.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "gateway/cli/text.h"

namespace rezon::cli {
namespace {
constexpr size_t kGap = 2;
constexpr size_t kNarrowest = 16;
constexpr size_t kNoTerminal = 100;
}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::Add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

std::vector<size_t> Table::Widths(size_t width) const {
  std::vector<size_t> widths;
  size_t fixed = 0, wrapped = 0;
  for (size_t c = 0; c < columns_.size(); ++c) {
    size_t widest = DisplayWidth(columns_[c].title);
    for (const auto& row : rows_) widest = std::max(widest, DisplayWidth(row[c]));
    widths.push_back(widest);
    fixed += kGap + (columns_[c].wrap ? 0 : widest);
    wrapped += columns_[c].wrap ? 1 : 0;
  }
  if (wrapped == 0) return widths;
  size_t left = width > fixed ? width - fixed : 0;
  for (size_t c = 0; c < columns_.size(); ++c) {
    if (!columns_[c].wrap) continue;
    // What a short column does not need goes to the ones after it.
    widths[c] = std::min(widths[c], std::max(kNarrowest, left / wrapped));
    left -= std::min(left, widths[c]);
    --wrapped;
  }
  return widths;
}

void Table::RenderRow(const std::vector<std::string>& cells, const std::vector<size_t>& widths,
                      std::string* out) const {
  std::vector<std::vector<std::string>> lines;
  size_t height = 1;
  for (size_t c = 0; c < cells.size(); ++c) {
    lines.push_back(columns_[c].wrap ? Wrap(cells[c], widths[c])
                                     : std::vector<std::string>{cells[c]});
    height = std::max(height, lines.back().size());
  }
  for (size_t l = 0; l < height; ++l) {
    std::string line;
    for (size_t c = 0; c < cells.size(); ++c) {
      const std::string cell = l < lines[c].size() ? lines[c][l] : "";
      line += columns_[c].right ? PadLeft(cell, widths[c]) : PadRight(cell, widths[c]);
      line += std::string(kGap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    *out += line + "\n";
  }
}

std::string Table::Render(size_t width) const {
  const std::vector<size_t> widths = Widths(width);
  std::vector<std::string> titles, rules;
  for (size_t c = 0; c < columns_.size(); ++c) {
    titles.push_back(columns_[c].title);
    std::string rule;
    for (size_t i = 0; i < widths[c]; ++i) rule += "─";
    rules.push_back(std::move(rule));
  }
  std::string out;
  RenderRow(titles, widths, &out);
  RenderRow(rules, widths, &out);
  for (const auto& row : rows_) RenderRow(row, widths, &out);
  return out;
}

size_t TerminalWidth() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  const char* columns = std::getenv("COLUMNS");
  const long given = columns == nullptr ? 0 : std::strtol(columns, nullptr, 10);
  return given > 20 ? static_cast<size_t>(given) : kNoTerminal;
}

}  // namespace rezon::cli
