#include "tests/load/reader/sample_docx.h"

#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/load/reader/sample_text.h"
#include "tests/unit/reader/office_file.h"

namespace rezon::load {
namespace {

constexpr size_t kPageBytes = 2200 * 9 / 5;  // of UTF-8: nine tenths are letters of two bytes
constexpr size_t kRunBytes = 60;

constexpr std::string_view kNamespace =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::string Level(int level, std::string_view text) {
  const std::string id = std::to_string(level);
  return "<w:lvl w:ilvl=\"" + id + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>" +
         "<w:lvlText w:val=\"" + std::string(text) + "\"/><w:lvlJc w:val=\"left\"/></w:lvl>";
}

// One list for each formula, all of one definition: they count anew.
std::string Numbering(int lists) {
  std::string xml = "<w:numbering" + std::string(kNamespace) +
                    "><w:abstractNum w:abstractNumId=\"0\">" + Level(0, "%1.") +
                    Level(1, "%1.%2.") + "</w:abstractNum>";
  for (int list = 1; list <= lists; ++list) {
    xml += "<w:num w:numId=\"" + std::to_string(list) +
           "\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
           "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
  }
  return xml + "</w:numbering>";
}

std::string Styles() {
  std::string styles = "<w:styles" + std::string(kNamespace) + ">";
  for (int i = 0; i < 60; ++i) {
    const std::string id = "Style" + std::to_string(i);
    absl::StrAppend(&styles, "<w:style w:type=\"paragraph\" w:styleId=\"", id,
                    "\"><w:name w:val=\"", id, "\"/>", i > 0 ? "<w:basedOn w:val=\"Style0\"/>" : "",
                    "<w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:style>");
  }
  return styles + "</w:styles>";
}

// Runs of about kRunBytes each, cut at blanks: editing leaves such pieces.
std::string Runs(const std::string& text) {
  std::string xml;
  for (size_t at = 0; at < text.size();) {
    size_t end = at + kRunBytes < text.size() ? text.find(' ', at + kRunBytes) : text.size();
    if (end == std::string::npos) end = text.size();
    xml +=
        "<w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
        "w:hAnsi=\"Times New Roman\"/><w:sz w:val=\"28\"/></w:rPr>"
        "<w:t xml:space=\"preserve\">" +
        text.substr(at, end - at) + "</w:t></w:r>";
    at = end;
  }
  return xml;
}

// `list` 0: not numbered.
std::string ParagraphXml(const std::string& text, int list = 0, int level = 0) {
  std::string xml =
      "<w:p w:rsidR=\"00A1B2C3\" w:rsidRDefault=\"00A1B2C3\"><w:pPr>"
      "<w:pStyle w:val=\"Style7\"/>";
  if (list > 0) {
    xml += "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(list) + "\"/></w:numPr>";
  }
  return xml + "<w:jc w:val=\"both\"/></w:pPr>" + Runs(text) + "</w:p>";
}

}  // namespace

std::string MakeSampleDocx(uint32_t seed, int pages) {
  std::string body = ParagraphXml("Резолюция районной конференции «Школа и время»") +
                     ParagraphXml("27 августа 2025 года");
  int list = 0;
  size_t top = 0;
  for (const SamplePoint& point : MakeSamplePoints(seed, static_cast<size_t>(pages) * kPageBytes)) {
    if (point.level == 0 && top++ % kPointsUnderFormula == 0) {
      body += ParagraphXml("Участники конференции рекомендуют:");
      ++list;
    }
    body += ParagraphXml(point.text, list, point.level);
  }
  return reader::MakeZip({{"word/document.xml", "<w:document" + std::string(kNamespace) +
                                                    "><w:body>" + body + "</w:body></w:document>"},
                          {"word/numbering.xml", Numbering(list)},
                          {"word/styles.xml", Styles()}});
}

}  // namespace rezon::load
