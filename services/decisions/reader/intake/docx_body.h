// The text of one part of a Word document: paragraphs, tables and text boxes in reading order.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_BODY_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_BODY_H_

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/decisions/reader/intake/docx_lists.h"
#include "services/decisions/reader/intake/extract.h"
#include "services/decisions/reader/intake/grid.h"

namespace rezon::reader {

// Not thread-safe; one for each part. Tracked changes are read as accepted (OOXML 17.13.5): what
// was deleted or moved away is left out, and a paragraph whose mark was deleted goes on in the
// next.
class DocxBody {
 public:
  // `limit`: of the text, in bytes.
  DocxBody(DocxLists* lists, size_t limit) : lists_(lists), limit_(limit) {}

  // The text under `container` (w:body, w:hdr, w:footnote, …), a paragraph a line.
  // RESOURCE_EXHAUSTED when it is nested too deeply or too long.
  absl::StatusOr<Extract> Read(const pugi::xml_node& container);

 private:
  // These return false when a limit was passed.
  bool Blocks(const pugi::xml_node& parent, int depth, Extract* out);
  bool Paragraph(const pugi::xml_node& paragraph, int depth, Extract* out);
  bool Inline(const pugi::xml_node& parent, int depth, std::string* text);
  bool Mark(const pugi::xml_node& node, int depth, std::string* text);
  bool Table(const pugi::xml_node& table, int depth, Extract* out);
  bool Rows(const pugi::xml_node& parent, int depth, Grid* grid);
  bool Row(const pugi::xml_node& row, int depth, Grid* grid);
  void FindBoxes(const pugi::xml_node& drawing, int depth);
  void Field(const pugi::xml_node& mark);
  bool Spend(size_t bytes) { return (spent_ += bytes) <= limit_; }

  DocxLists* lists_;
  size_t limit_;
  size_t spent_ = 0;
  uint32_t paragraphs_ = 0;            // begun so far
  std::string carried_;                // text of paragraphs whose mark was deleted
  std::vector<bool> in_code_;          // open fields: still in the instruction
  std::vector<pugi::xml_node> boxes_;  // text boxes of the paragraph being read
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_BODY_H_
