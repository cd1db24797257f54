// Lists of an OpenDocument text: styles and running counters.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_ODT_LISTS_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_ODT_LISTS_H_

#include <map>
#include <pugixml.hpp>
#include <string>

#include "services/decisions/reader/intake/numbering.h"

namespace rezon::reader {

// Not thread-safe: it counts.
class OdtLists {
 public:
  // Adds the list, outline and paragraph styles under `styles` (office:automatic-styles or
  // office:styles).
  void LoadStyles(const pugi::xml_node& styles);

  // The counter of a top-level text:list, new or continued.
  ListCounter* Enter(const pugi::xml_node& list, const std::string& style);
  std::string Label(ListCounter* counter, const std::string& style, int level);

  // The number of a heading by text:outline-style; empty where headings are not numbered.
  std::string HeadingLabel(const pugi::xml_node& heading);

  // The list style that the list's first paragraph has from its paragraph style.
  std::string StyleOfFirst(const pugi::xml_node& list) const;

 private:
  std::map<std::string, ListStyle> styles_;
  std::map<std::string, ListCounter> counters_;         // by running key
  std::map<std::string, std::string> key_of_id_;        // xml:id -> key
  std::map<std::string, std::string> last_of_style_;    // style -> key
  std::map<std::string, std::string> paragraph_lists_;  // paragraph style -> list style
  ListStyle outline_;
  ListCounter headings_;
  bool numbered_headings_ = false;
  int next_ = 0;
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_ODT_LISTS_H_
