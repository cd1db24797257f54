#include "services/decisions/reader/intake/docx.h"

#include <cstring>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/docx_lists.h"
#include "services/decisions/reader/intake/grid.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kMaxDepth = 200;  // of nested elements that are followed
constexpr char kDocumentPart[] = "word/document.xml";

absl::Status Parse(const Archive& archive, const std::string& name, pugi::xml_document* out) {
  auto part = archive.Part(name);
  if (!part.ok()) return part.status();
  const auto result =
      out->load_buffer(part->data(), part->size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) return MakeReadError(ReadFailure::kTruncated, name);
  return absl::OkStatus();
}

bool Is(const pugi::xml_node& node, const char* name) {
  return std::strcmp(node.name(), name) == 0;
}

bool IsOn(const pugi::xml_node& toggle) {
  if (!toggle) return false;
  const std::string_view value = toggle.attribute("w:val").as_string("1");
  return value != "0" && value != "false" && value != "off";
}

class DocxReader {
 public:
  DocxReader(DocxLists* lists, size_t limit) : lists_(lists), limit_(limit) {}

  absl::StatusOr<std::string> Run(const pugi::xml_node& body) {
    if (!Blocks(body, 0)) return MakeReadError(ReadFailure::kBomb, "nested too deeply or too long");
    return std::move(out_);
  }

 private:
  // False when a limit was passed.
  bool Blocks(const pugi::xml_node& parent, int depth) {
    if (depth > kMaxDepth || out_.size() > limit_) return false;
    for (const auto& node : parent.children()) {
      if (Is(node, "w:p")) {
        std::string line;
        if (!ParagraphText(node, depth + 1, &line)) return false;
        out_ += line;
        out_ += "\n";
      } else if (Is(node, "w:tbl")) {
        if (!Table(node, depth + 1)) return false;
      } else if (Is(node, "w:sdt")) {
        if (!Blocks(node.child("w:sdtContent"), depth + 1)) return false;
      } else if (Is(node, "w:ins") || Is(node, "w:moveTo") || Is(node, "w:customXml") ||
                 Is(node, "w:smartTag")) {
        if (!Blocks(node, depth + 1)) return false;
      }
    }
    return out_.size() <= limit_;
  }

  bool ParagraphText(const pugi::xml_node& paragraph, int depth, std::string* line) {
    const pugi::xml_node properties = paragraph.child("w:pPr");
    std::string text;
    if (!Inline(paragraph, depth, &text)) return false;
    const bool deleted = properties.child("w:rPr").child("w:del") && Trim(text).empty();
    if (deleted) return true;  // an empty paragraph that was taken out gets no number
    const std::string label = lists_->LabelOf(properties);
    if (Trim(text).empty()) return true;  // counted, but nothing to read
    *line = label.empty() ? text : label + " " + text;
    return true;
  }

  bool Inline(const pugi::xml_node& parent, int depth, std::string* text) {
    if (depth > kMaxDepth || text->size() > limit_) return false;
    for (const auto& node : parent.children()) {
      const char* name = node.name();
      if (std::strncmp(name, "w:", 2) != 0) {
        if (std::strcmp(name, "mc:AlternateContent") == 0 &&
            !Inline(node.child("mc:Choice"), depth + 1, text)) {
          return false;
        }
        continue;
      }
      name += 2;
      if (std::strcmp(name, "t") == 0) {
        if (!in_code_) *text += node.text().get();
      } else if (std::strcmp(name, "tab") == 0 || std::strcmp(name, "ptab") == 0) {
        if (!Is(parent, "w:tabs")) *text += "\t";
      } else if (std::strcmp(name, "br") == 0 || std::strcmp(name, "cr") == 0) {
        *text += "\n";
      } else if (std::strcmp(name, "noBreakHyphen") == 0) {
        *text += "-";
      } else if (std::strcmp(name, "fldChar") == 0) {
        const std::string_view type = node.attribute("w:fldCharType").as_string();
        in_code_ = type == "begin" || (in_code_ && type != "separate" && type != "end");
      } else if (std::strcmp(name, "r") == 0) {
        if (!IsOn(node.child("w:rPr").child("w:vanish")) && !Inline(node, depth + 1, text)) {
          return false;
        }
      } else if (IsOneOf(name, {"ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml",
                                "sdtContent", "sdt", "dir", "bdo"})) {
        if (!Inline(node, depth + 1, text)) return false;
      }
    }
    return true;
  }

  static bool IsOneOf(const char* name, std::initializer_list<const char*> names) {
    for (const char* one : names) {
      if (std::strcmp(name, one) == 0) return true;
    }
    return false;
  }

  bool Table(const pugi::xml_node& table, int depth) {
    Grid grid;
    if (!Rows(table, depth, &grid)) return false;
    out_ += GridText(grid);
    return out_.size() <= limit_;
  }

  bool Rows(const pugi::xml_node& parent, int depth, Grid* grid) {
    if (depth > kMaxDepth) return false;
    for (const auto& node : parent.children()) {
      if (Is(node, "w:sdt")) {
        if (!Rows(node.child("w:sdtContent"), depth + 1, grid)) return false;
        continue;
      }
      if (!Is(node, "w:tr") || node.child("w:trPr").child("w:del")) continue;
      std::vector<std::string>& row = grid->emplace_back();
      for (const auto& cell : node.children("w:tc")) {
        const auto merge = cell.child("w:tcPr").child("w:vMerge");
        std::string text;
        std::swap(text, out_);
        const bool fits = Blocks(cell, depth + 1);
        std::swap(text, out_);
        if (!fits || out_.size() + text.size() > limit_) return false;
        row.push_back(merge && merge.attribute("w:val").as_string() != std::string("restart")
                          ? ""
                          : std::move(text));
        const int span = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
        for (int i = 1; i < span && i < 64; ++i) row.emplace_back();
      }
    }
    return true;
  }

  DocxLists* lists_;
  size_t limit_;
  std::string out_;
  bool in_code_ = false;  // inside a field's instruction
};

}  // namespace

absl::StatusOr<SourceText> ReadDocx(const Archive& archive, const ReadOptions& options) {
  if (!archive.Has(kDocumentPart)) return MakeReadError(ReadFailure::kUnknownFormat);
  DocxLists lists;
  for (const char* name : {"word/numbering.xml", "word/styles.xml"}) {
    if (!archive.Has(name)) continue;
    pugi::xml_document part;
    if (absl::Status status = Parse(archive, name, &part); !status.ok()) return status;
    if (std::string_view(name) == "word/numbering.xml") {
      lists.LoadNumbering(part);
    } else {
      lists.LoadStyles(part);
    }
  }
  pugi::xml_document document;
  if (absl::Status status = Parse(archive, kDocumentPart, &document); !status.ok()) return status;
  auto text =
      DocxReader(&lists, options.max_text_bytes).Run(document.child("w:document").child("w:body"));
  if (!text.ok()) return text.status();
  SourceText source;
  source.format = Format::kDocx;
  source.text = std::move(*text);
  source.paragraphs = true;
  return source;
}

}  // namespace rezon::reader
