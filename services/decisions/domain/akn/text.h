#ifndef REZON_SERVICES_DECISIONS_DOMAIN_AKN_TEXT_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_AKN_TEXT_H_

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

// Text into XML nodes.
namespace rezon::decisions::akn {

// The text without characters that XML does not know.
std::string Clean(std::string_view text);

// An element with text.
pugi::xml_node Add(pugi::xml_node parent, const char* name, std::string_view text = {});
// An attribute.
void Set(pugi::xml_node node, const char* name, std::string_view value);

// The lines of a text that are not blank, one a paragraph.
std::vector<std::string_view> Paragraphs(std::string_view text);

// A phrase to be marked in a text.
struct Mark {
  std::string_view phrase;
  // Element: organization, person, date or event.
  const char* element;
  // Without the number sign.
  std::string_view refers_to;
  // Only for a date.
  std::string_view date;
};

// The text below `parent` with the first place of each phrase in its element; a phrase that is not
// there, or meets one that is marked, is left. Answers for each mark whether it found its place.
std::vector<bool> AddMarked(pugi::xml_node parent, std::string_view text,
                            const std::vector<Mark>& marks);
// One phrase in its element.
void AddMark(pugi::xml_node parent, const Mark& mark);

// True for a line that ends a document: initials and surname, with or without a post before.
bool IsSignature(std::string_view line);

}  // namespace rezon::decisions::akn

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_AKN_TEXT_H_
