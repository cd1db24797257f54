#pragma once

#include <string>
#include <vector>

namespace rezon::cli {

// A table for a terminal: columns as wide as their longest cell, the wrapped ones share what is
// left of the line.
class Table {
 public:
  struct Column {
    std::string title;
    bool right = false;  // numbers
    bool wrap = false;   // texts that may take several lines
  };
  explicit Table(std::vector<Column> columns);
  void Add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  // With a header and a line under it; `width` is the terminal's.
  std::string Render(size_t width) const;

 private:
  std::vector<size_t> Widths(size_t width) const;
  void RenderRow(const std::vector<std::string>& cells, const std::vector<size_t>& widths,
                 std::string* out) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// Columns of the terminal that standard output is, by COLUMNS or 100 when it is none.
size_t TerminalWidth();

}  // namespace rezon::cli
