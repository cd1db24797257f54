// PDF files written for a test: words at places of pages, in sizes of a font whose letters are all
// half as wide as high.
#ifndef REZON_TESTS_UNIT_READER_PDF_FILE_H_
#define REZON_TESTS_UNIT_READER_PDF_FILE_H_

#include <string>
#include <vector>

namespace rezon::reader {

class PdfFile {
 public:
  static constexpr double kWidth = 595;
  static constexpr double kHeight = 842;

  void NewPage() { pages_.emplace_back(); }
  // One line of text (Russian, Latin, digits, «»№–) whose base is `down` points below the top.
  void Line(double across, double down, double size, const std::string& text);
  // Lines one below the other.
  void Lines(double across, double down, double size, const std::vector<std::string>& lines);
  std::string Bytes() const;

 private:
  std::vector<std::string> pages_;  // what each shows
};

}  // namespace rezon::reader

#endif  // REZON_TESTS_UNIT_READER_PDF_FILE_H_
