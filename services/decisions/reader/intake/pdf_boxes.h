// Where the words of a PDF's page stand, and what their places tell.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_BOXES_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_BOXES_H_

#include <poppler-page.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rezon::reader {

// A word, in points from the page's top left corner.
struct PdfWord {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double size = 0;  // of its font
};

// Words beside each other, from left to right.
struct PdfLine {
  std::vector<PdfWord> words;
  double top = 0;
  double bottom = 0;
};

// The page's words (of text that is set upright) as lines from top to bottom.
std::vector<PdfLine> PdfLinesOf(const poppler::page& page);

// The strip that parts two columns of running text; its middle, in points from the left. Absent
// where the page has none, or has a table.
std::optional<double> GutterOf(const std::vector<PdfLine>& lines);

// The lines [first, second) at the page's foot that are footnotes: in a smaller font than most of
// the page, the first of them with its mark. A page's number may stand below.
std::pair<size_t, size_t> FootnoteLines(const std::vector<PdfLine>& lines);

// The words of a line between two places across, parted by one blank.
std::string TextBetween(const PdfLine& line, double left, double right);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_BOXES_H_
