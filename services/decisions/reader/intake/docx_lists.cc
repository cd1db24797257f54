#include "services/decisions/reader/intake/docx_lists.h"

#include <algorithm>
#include <string_view>

namespace rezon::reader {
namespace {

constexpr int kMaxBasedOn = 12;

int Level(const pugi::xml_node& node) {
  return std::clamp(node.attribute("w:ilvl").as_int(0), 0, kListLevels - 1);
}

void ReadLevel(const pugi::xml_node& node, ListLevel* level) {
  level->format = node.child("w:numFmt").attribute("w:val").as_string("decimal");
  level->text = node.child("w:lvlText").attribute("w:val").as_string();
  level->start = node.child("w:start").attribute("w:val").as_int(1);
  level->bullet = level->format == "bullet";
  if (const auto restart = node.child("w:lvlRestart")) {
    level->restart_after = restart.attribute("w:val").as_int(-1);
  }
  const auto legal = node.child("w:isLgl");
  level->legal = legal && legal.attribute("w:val").as_string("1") != std::string("0");
}

}  // namespace

// An abstract list with w:numStyleLink has no levels of its own: they are those of the abstract
// list that the style's w:num names, or of the one whose w:styleLink is that style (OOXML 17.9.21).
void DocxLists::LoadAbstract(const pugi::xml_node& root) {
  std::map<std::string, std::string> wanted;    // abstract id -> style
  std::map<std::string, std::string> owner_of;  // style -> abstract id
  for (const auto& node : root.children("w:abstractNum")) {
    const std::string id = node.attribute("w:abstractNumId").as_string();
    ListStyle& style = abstract_[id];
    if (const auto link = node.child("w:numStyleLink")) {
      wanted[id] = link.attribute("w:val").as_string();
    }
    if (const auto link = node.child("w:styleLink")) {
      owner_of[link.attribute("w:val").as_string()] = id;
    }
    for (const auto& level : node.children("w:lvl")) {
      ReadLevel(level, &style.levels[Level(level)]);
      if (const auto linked = level.child("w:pStyle")) {
        level_styles_[id][Level(level)] = linked.attribute("w:val").as_string();
      }
    }
  }
  for (const auto& [id, style] : wanted) {
    const auto owner = owner_of.find(style);
    if (owner != owner_of.end()) abstract_[id] = abstract_[owner->second];
  }
}

void DocxLists::LoadNumber(const pugi::xml_node& node) {
  Number& number = numbers_[node.attribute("w:numId").as_string()];
  number.abstract_id = node.child("w:abstractNumId").attribute("w:val").as_string();
  number.style = abstract_[number.abstract_id];
  for (const auto& override_node : node.children("w:lvlOverride")) {
    const int level = Level(override_node);
    if (const auto own = override_node.child("w:lvl")) {
      ReadLevel(own, &number.style.levels[level]);
    }
    if (const auto start = override_node.child("w:startOverride")) {
      number.start_override[level] = start.attribute("w:val").as_int(1);
    }
  }
}

void DocxLists::LoadNumbering(const pugi::xml_document& numbering) {
  const pugi::xml_node root = numbering.child("w:numbering");
  LoadAbstract(root);
  for (const auto& node : root.children("w:num")) LoadNumber(node);
}

void DocxLists::LoadStyles(const pugi::xml_document& styles) {
  for (const auto& node : styles.child("w:styles").children("w:style")) {
    const std::string id = node.attribute("w:styleId").as_string();
    const bool paragraph = node.attribute("w:type").as_string() == std::string_view("paragraph");
    if (paragraph && node.attribute("w:default").as_bool()) default_style_ = id;
    if (const auto base = node.child("w:basedOn")) {
      based_on_[id] = base.attribute("w:val").as_string();
    }
    const auto numbering = node.child("w:pPr").child("w:numPr");
    if (!numbering) continue;
    Reference& reference = style_numbers_[id];
    reference.number = numbering.child("w:numId").attribute("w:val").as_string();
    reference.level = numbering.child("w:ilvl").attribute("w:val").as_int(-1);
  }
}

DocxLists::Reference DocxLists::FromStyle(const std::string& style_id) const {
  std::string id = style_id;
  for (int depth = 0; depth < kMaxBasedOn && !id.empty(); ++depth) {
    const auto found = style_numbers_.find(id);
    if (found != style_numbers_.end() && !found->second.number.empty()) {
      Reference reference = found->second;
      if (reference.level < 0) {
        const auto number = numbers_.find(reference.number);
        const auto levels = number == numbers_.end()
                                ? level_styles_.end()
                                : level_styles_.find(number->second.abstract_id);
        if (levels != level_styles_.end()) {
          for (const auto& [level, style] : levels->second) {
            if (style == style_id) reference.level = level;
          }
        }
        reference.level = std::max(reference.level, 0);
      }
      return reference;
    }
    const auto base = based_on_.find(id);
    id = base == based_on_.end() ? "" : base->second;
  }
  return {};
}

std::string DocxLists::LabelOf(const pugi::xml_node& properties) {
  Reference reference;
  const std::string style =
      properties.child("w:pStyle").attribute("w:val").as_string(default_style_.c_str());
  if (!style.empty()) reference = FromStyle(style);
  if (const auto own = properties.child("w:numPr")) {
    if (const auto number = own.child("w:numId")) {
      reference.number = number.attribute("w:val").as_string();
      reference.level = std::max(reference.level, 0);
    }
    if (const auto level = own.child("w:ilvl")) {
      reference.level = std::clamp(level.attribute("w:val").as_int(0), 0, kListLevels - 1);
    }
  }
  const auto found = numbers_.find(reference.number);
  if (reference.number == "0" || found == numbers_.end()) return "";
  const Number& number = found->second;
  ListCounter& counter = counters_[number.abstract_id];
  if (used_.insert(reference.number).second) {
    for (const auto& [level, start] : number.start_override) counter.Restart(level, start);
  }
  return counter.Next(number.style, reference.level);
}

}  // namespace rezon::reader
