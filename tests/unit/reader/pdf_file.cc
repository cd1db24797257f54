#include "tests/unit/reader/pdf_file.h"

#include <cstdint>
#include <cstdio>
#include <stdexcept>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr double kLineHeight = 1.2;        // of the size
constexpr uint32_t kFirstRussian = 0x410;  // А..я are codes C0..FF
constexpr int kOthers[][2] = {{0xA8, 0x401}, {0xB8, 0x451},  {0xAB, 0xAB},
                              {0xBB, 0xBB},  {0xB9, 0x2116}, {0x96, 0x2013}};

int CodeOf(uint32_t character) {
  if (character < 0x80) return static_cast<int>(character);
  if (character >= kFirstRussian && character <= 0x44F) {
    return static_cast<int>(0xC0 + character - kFirstRussian);
  }
  for (const auto& [code, other] : kOthers) {
    if (character == static_cast<uint32_t>(other)) return code;
  }
  throw std::invalid_argument("no such character in the font");
}

std::string Hex(const char* format, unsigned value) {
  char digits[16];
  std::snprintf(digits, sizeof digits, format, value);
  return digits;
}

std::string Object(size_t number, const std::string& body) {
  return std::to_string(number) + " 0 obj" + body + "endobj\n";
}

std::string Stream(const std::string& bytes) {
  return "<</Length " + std::to_string(bytes.size()) + ">>stream\n" + bytes + "\nendstream\n";
}

// Which characters the font's codes are.
std::string ToUnicode() {
  std::string map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
      "1 begincodespacerange <00> <FF> endcodespacerange\n2 beginbfrange\n<20> <7E> <0020>\n"
      "<C0> <FF> <0410>\nendbfrange\n6 beginbfchar\n";
  for (const auto& [code, other] : kOthers) {
    map += "<" + Hex("%02X", static_cast<unsigned>(code)) + "> <" +
           Hex("%04X", static_cast<unsigned>(other)) + ">\n";
  }
  return map + "endbfchar\nendcmap end end\n";
}

std::string Font() {
  std::string widths;
  for (int code = 32; code < 256; ++code) widths += "500 ";
  return "<</Type/Font/Subtype/TrueType/BaseFont/Test/FirstChar 32/LastChar 255/Widths[" + widths +
         "]/ToUnicode 4 0 R/FontDescriptor<</Type/FontDescriptor/FontName/Test/Flags 32"
         "/FontBBox[0 -200 500 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV "
         "80>>>>";
}

}  // namespace

void PdfFile::Line(double across, double down, double size, const std::string& text) {
  std::string codes;
  for (size_t at = 0; at < text.size();) {
    size_t length;
    codes += Hex("%02X", static_cast<unsigned>(CodeOf(CharAt(text, at, &length))));
    at += length;
  }
  pages_.back() += "BT /F " + std::to_string(size) + " Tf " + std::to_string(across) + " " +
                   std::to_string(kHeight - down) + " Td <" + codes + "> Tj ET\n";
}

void PdfFile::Lines(double across, double down, double size,
                    const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    if (!line.empty()) Line(across, down, size, line);
    down += kLineHeight * size;
  }
}

std::string PdfFile::Bytes() const {
  std::string kids;
  std::string pages;
  size_t next = 5;
  for (const std::string& shown : pages_) {
    kids += std::to_string(next) + " 0 R ";
    pages += Object(next, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " +
                              std::to_string(next + 1) + " 0 R/Resources<</Font<</F 3 0 R>>>>>>");
    pages += Object(next + 1, Stream(shown));
    next += 2;
  }
  return "%PDF-1.4\n" + Object(1, "<</Type/Catalog/Pages 2 0 R>>") +
         Object(2,
                "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages_.size()) + ">>") +
         Object(3, Font()) + Object(4, Stream(ToUnicode())) + pages +
         "trailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace rezon::reader
