// Lines of the canonical text and how they were set: indents, blanks between, wrapping.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_LINES_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_LINES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rezon::reader {

// A line that is not blank; [begin, end) leaves out the blanks at both ends.
struct Line {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint16_t indent = 0;     // columns before the text, a tab counts as 8
  uint16_t width = 0;      // code points of the text
  uint16_t blanks = 0;     // blank lines before this one
  bool spaced = false;     // two blanks stand side by side in it, or a tab: nearly no line has that
  bool quoted = false;     // it may hold a quotation mark
  bool bracketed = false;  // it holds «(»
};

// How the lines make paragraphs.
struct Layout {
  std::vector<Line> lines;
  // Column at which the text was wrapped, 0 when each line is a paragraph of its own.
  uint16_t wrap = 0;
  bool paragraphs = false;  // the source itself said where paragraphs end
};

// `paragraphs` says that the source keeps one paragraph a line (docx, odt). Stops one line behind
// `max_lines`.
Layout SplitLines(std::string_view text, bool paragraphs, size_t max_lines);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_LINES_H_
