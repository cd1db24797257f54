#include "services/decisions/reader/intake/docx_body.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/xml_part.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kMaxColumns = 64;  // that one cell may span

bool IsOneOf(const char* name, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const char* one) { return std::strcmp(name, one) == 0; });
}

bool IsOn(const pugi::xml_node& toggle) {
  if (!toggle) return false;
  const std::string_view value = toggle.attribute("w:val").as_string("1");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace

absl::StatusOr<Extract> DocxBody::Read(const pugi::xml_node& container) {
  Extract out;
  if (!Blocks(container, 0, &out)) {
    return MakeReadError(ReadFailure::kBomb, "nested too deeply or too long");
  }
  return out;
}

bool DocxBody::Blocks(const pugi::xml_node& parent, int depth, Extract* out) {
  if (depth > kMaxXmlDepth) return false;
  for (const auto& node : parent.children()) {
    bool fits = true;
    if (Is(node, "w:p")) {
      fits = Paragraph(node, depth + 1, out);
    } else if (Is(node, "w:tbl")) {
      fits = Table(node, depth + 1, out);
    } else if (Is(node, "w:sdt")) {
      fits = Blocks(node.child("w:sdtContent"), depth + 1, out);
    } else if (IsOneOf(node.name(), {"w:ins", "w:moveTo", "w:customXml", "w:smartTag"})) {
      fits = Blocks(node, depth + 1, out);
    }
    if (!fits) return false;
  }
  if (depth == 0 && !carried_.empty()) {
    out->Add(std::exchange(carried_, ""), {paragraphs_ - 1, 0});
    out->Mark("\n");
  }
  return true;
}

bool DocxBody::Paragraph(const pugi::xml_node& paragraph, int depth, Extract* out) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  const pugi::xml_node mark = properties.child("w:rPr");
  const uint32_t unit = paragraphs_++;
  std::string text = std::exchange(carried_, "");
  std::vector<pugi::xml_node> outer = std::exchange(boxes_, {});
  bool fits = Inline(paragraph, depth, &text) && Spend(text.size());
  if (mark.child("w:del") || mark.child("w:moveFrom")) {
    carried_ = std::move(text);  // counted when the paragraph that it joins ends
  } else {
    const std::string label = lists_->LabelOf(properties);
    if (!Trim(text).empty()) out->Add(label.empty() ? text : label + " " + text, {unit, 0});
    out->Mark("\n");  // an empty paragraph is counted too, but there is nothing to read
  }
  const std::vector<pugi::xml_node> boxes = std::exchange(boxes_, std::move(outer));
  for (const auto& box : boxes) fits = fits && Blocks(box, depth + 1, out);
  return fits;
}

bool DocxBody::Inline(const pugi::xml_node& parent, int depth, std::string* text) {
  if (depth > kMaxXmlDepth || text->size() > limit_) return false;
  for (const auto& node : parent.children()) {
    if (Is(node, "mc:AlternateContent")) {
      // A text box stands in both branches; the second one is for older programs.
      const pugi::xml_node choice = node.child("mc:Choice");
      const size_t before = boxes_.size();
      if (!Inline(choice, depth + 1, text)) return false;
      if (boxes_.size() == before) FindBoxes(node.child("mc:Fallback"), depth + 1);
    } else if (std::strncmp(node.name(), "w:", 2) == 0) {
      if (!Mark(node, depth, text)) return false;
    }
  }
  return true;
}

bool DocxBody::Mark(const pugi::xml_node& node, int depth, std::string* text) {
  const char* name = node.name() + 2;
  if (std::strcmp(name, "r") == 0) {
    return IsOn(node.child("w:rPr").child("w:vanish")) || Inline(node, depth + 1, text);
  }
  if (std::strcmp(name, "t") == 0) {
    const bool code = std::find(in_code_.begin(), in_code_.end(), true) != in_code_.end();
    if (!code) *text += node.text().get();
  } else if (IsOneOf(name, {"tab", "ptab"})) {
    if (!Is(node.parent(), "w:tabs")) *text += "\t";
  } else if (IsOneOf(name, {"br", "cr"})) {
    *text += "\n";
  } else if (std::strcmp(name, "noBreakHyphen") == 0) {
    *text += "-";
  } else if (std::strcmp(name, "fldChar") == 0) {
    Field(node);
  } else if (IsOneOf(name, {"drawing", "pict", "object"})) {
    FindBoxes(node, depth + 1);
  } else if (IsOneOf(name, {"ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml",
                            "sdtContent", "sdt", "dir", "bdo"})) {
    return Inline(node, depth + 1, text);
  }
  return true;
}

void DocxBody::Field(const pugi::xml_node& mark) {
  const std::string_view type = mark.attribute("w:fldCharType").as_string();
  if (type == "begin") {
    in_code_.push_back(true);
  } else if (!in_code_.empty()) {
    if (type == "separate") in_code_.back() = false;
    if (type == "end") in_code_.pop_back();
  }
}

void DocxBody::FindBoxes(const pugi::xml_node& drawing, int depth) {
  if (depth > kMaxXmlDepth) return;
  for (const auto& node : drawing.children()) {
    if (Is(node, "w:txbxContent")) {
      boxes_.push_back(node);
    } else if (Is(node, "mc:AlternateContent")) {
      FindBoxes(node.child("mc:Choice"), depth + 1);
    } else {
      FindBoxes(node, depth + 1);
    }
  }
}

bool DocxBody::Table(const pugi::xml_node& table, int depth, Extract* out) {
  Grid grid;
  if (!Rows(table, depth, &grid)) return false;
  AddGrid(grid, out);
  return true;
}

bool DocxBody::Rows(const pugi::xml_node& parent, int depth, Grid* grid) {
  if (depth > kMaxXmlDepth) return false;
  for (const auto& node : parent.children()) {
    bool fits = true;
    if (Is(node, "w:sdt")) fits = Rows(node.child("w:sdtContent"), depth + 1, grid);
    if (IsOneOf(node.name(), {"w:ins", "w:customXml"})) fits = Rows(node, depth + 1, grid);
    if (Is(node, "w:tr") && !node.child("w:trPr").child("w:del")) fits = Row(node, depth, grid);
    if (!fits) return false;
  }
  return true;
}

bool DocxBody::Row(const pugi::xml_node& row, int depth, Grid* grid) {
  std::vector<Extract> cells;
  for (const auto& cell : row.children("w:tc")) {
    const pugi::xml_node properties = cell.child("w:tcPr");
    const pugi::xml_node merge = properties.child("w:vMerge");
    Extract text;
    if (!Blocks(cell, depth + 1, &text)) return false;
    const bool continues =
        merge && merge.attribute("w:val").as_string() != std::string_view("restart");
    cells.push_back(continues ? Extract() : std::move(text));
    const int span = properties.child("w:gridSpan").attribute("w:val").as_int(1);
    cells.resize(cells.size() + static_cast<size_t>(std::clamp(span, 1, kMaxColumns) - 1));
  }
  grid->push_back(std::move(cells));
  return Spend(16 * grid->back().size());
}

}  // namespace rezon::reader
