// Pieces of office XML for the tests of the intake.
#ifndef REZON_TESTS_UNIT_READER_OFFICE_XML_H_
#define REZON_TESTS_UNIT_READER_OFFICE_XML_H_

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/reader/office_file.h"

namespace rezon::reader {

inline std::string WordRun(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

inline std::string WordParagraph(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + WordRun(text) +
         "</w:p>";
}

inline std::string WordListed(const std::string& text, int number, int level = 0) {
  return WordParagraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                 "\"/><w:numId w:val=\"" + std::to_string(number) +
                                 "\"/></w:numPr>");
}

inline std::string WordLevel(int level, const std::string& format, const std::string& text,
                             const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(level) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more +
         "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

inline std::string WordNumber(int number, int abstract, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(number) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(abstract) + "\"/>" + overrides + "</w:num>";
}

inline std::string WordAbstract(int abstract, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(abstract) + "\">" + levels +
         "</w:abstractNum>";
}

using OfficeParts = std::vector<std::pair<std::string, std::string>>;

// A docx of these parts; the body is wrapped, the other parts stand as they are.
inline std::string MakeDocxOf(const std::string& body, const OfficeParts& others) {
  OfficeParts parts = {
      {"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"}};
  parts.insert(parts.end(), others.begin(), others.end());
  return MakeZip(parts);
}

// An odt with these automatic styles, this text and this styles.xml (none when empty).
inline std::string MakeOdt(const std::string& automatic, const std::string& text,
                           const std::string& styles = "") {
  OfficeParts parts = {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml", "<office:document-content><office:automatic-styles>" + automatic +
                          "</office:automatic-styles><office:body><office:text>" + text +
                          "</office:text></office:body></office:document-content>"}};
  if (!styles.empty()) {
    parts.emplace_back("styles.xml",
                       "<office:document-styles>" + styles + "</office:document-styles>");
  }
  return MakeZip(parts);
}

}  // namespace rezon::reader

#endif  // REZON_TESTS_UNIT_READER_OFFICE_XML_H_
