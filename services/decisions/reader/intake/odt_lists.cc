#include "services/decisions/reader/intake/odt_lists.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace rezon::reader {
namespace {

// ODF's style:num-format to the names FormatNumber knows.
std::string NumberFormat(std::string_view format) {
  if (format == "1") return "decimal";
  if (format == "a") return "lowerLetter";
  if (format == "A") return "upperLetter";
  if (format == "i") return "lowerRoman";
  if (format == "I") return "upperRoman";
  if (format.starts_with("а")) return "russianLower";
  if (format.starts_with("А")) return "russianUpper";
  return format.empty() ? "none" : "decimal";
}

ListLevel ReadLevel(const pugi::xml_node& node, int level) {
  ListLevel read;
  read.start = node.attribute("text:start-value").as_int(1);
  if (std::strcmp(node.name(), "text:list-level-style-bullet") == 0) {
    read.bullet = true;
    read.text = node.attribute("text:bullet-char").as_string("•");
    return read;
  }
  read.format = NumberFormat(node.attribute("style:num-format").as_string());
  const int shown = std::clamp(node.attribute("text:display-levels").as_int(1), 1, level + 1);
  read.text = node.attribute("style:num-prefix").as_string();
  for (int k = level - shown + 1; k <= level; ++k) {
    read.text += "%" + std::to_string(k + 1);
    if (k < level) read.text += ".";
  }
  read.text += node.attribute("style:num-suffix").as_string();
  return read;
}

}  // namespace

void OdtLists::LoadStyles(const pugi::xml_node& styles) {
  for (const auto& style : styles.children()) {
    const std::string_view kind = style.name();
    const std::string name = style.attribute("style:name").as_string();
    if (kind == "style:style") {
      const std::string list = style.attribute("style:list-style-name").as_string();
      if (!list.empty()) paragraph_lists_[name] = list;
    }
    const bool outline = kind == "text:outline-style";
    if (!outline && kind != "text:list-style") continue;
    ListStyle& list = outline ? outline_ : styles_[name];
    for (const auto& node : style.children()) {
      const int level = node.attribute("text:level").as_int(1) - 1;
      if (level < 0 || level >= kListLevels) continue;
      list.levels[level] = ReadLevel(node, level);
      numbered_headings_ |= outline && list.levels[level].format != "none";
    }
  }
}

std::string OdtLists::HeadingLabel(const pugi::xml_node& heading) {
  const int level = heading.attribute("text:outline-level").as_int(0) - 1;
  if (!numbered_headings_ || level < 0 || level >= kListLevels) return "";
  if (heading.attribute("text:is-list-header").as_bool()) return "";
  return headings_.Next(outline_, level);
}

std::string OdtLists::StyleOfFirst(const pugi::xml_node& list) const {
  const pugi::xml_node paragraph = list.child("text:list-item").child("text:p");
  const auto found = paragraph_lists_.find(paragraph.attribute("text:style-name").as_string());
  return found == paragraph_lists_.end() ? "" : found->second;
}

ListCounter* OdtLists::Enter(const pugi::xml_node& list, const std::string& style) {
  std::string key;
  if (const auto continued = list.attribute("text:continue-list")) {
    const auto found = key_of_id_.find(continued.as_string());
    if (found != key_of_id_.end()) key = found->second;
  }
  if (key.empty() && list.attribute("text:continue-numbering").as_bool()) {
    const auto found = last_of_style_.find(style);
    if (found != last_of_style_.end()) key = found->second;
  }
  if (key.empty()) key = std::to_string(next_++);
  last_of_style_[style] = key;
  if (const auto id = list.attribute("xml:id")) key_of_id_[id.as_string()] = key;
  return &counters_[key];
}

std::string OdtLists::Label(ListCounter* counter, const std::string& style, int level) {
  const auto found = styles_.find(style);
  if (found == styles_.end()) return "";
  return counter->Next(found->second, std::min(level, kListLevels - 1));
}

}  // namespace rezon::reader
