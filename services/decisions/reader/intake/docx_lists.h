// Lists of a Word document: which label the next paragraph gets.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_LISTS_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_LISTS_H_

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "services/decisions/reader/intake/numbering.h"

namespace rezon::reader {

// Not thread-safe: it counts.
class DocxLists {
 public:
  // Styles go first: an abstract list may be the one of a numbering style (w:numStyleLink).
  void LoadStyles(const pugi::xml_document& styles);
  void LoadNumbering(const pugi::xml_document& numbering);

  // Label of a paragraph by its w:pPr (own numbering, else its style's); empty for none.
  std::string LabelOf(const pugi::xml_node& properties);

 private:
  struct Number {
    std::string abstract_id;
    ListStyle style;
    std::map<int, int> start_override;  // by level
  };
  struct Reference {
    std::string number;  // w:numId
    int level = -1;      // -1: by the style that refers to it
  };

  Reference FromStyle(const std::string& style_id) const;
  void LoadAbstract(const pugi::xml_node& root);
  void LoadNumber(const pugi::xml_node& node);

  std::map<std::string, ListStyle> abstract_;
  std::string default_style_;  // of paragraphs that name none
  std::map<std::string, Number> numbers_;
  std::map<std::string, Reference> style_numbers_;
  std::map<std::string, std::string> based_on_;
  std::map<std::string, std::map<int, std::string>> level_styles_;  // abstract -> level -> style
  std::map<std::string, ListCounter> counters_;                     // by abstract id
  std::set<std::string> used_;  // numbers whose overrides were applied
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_LISTS_H_
