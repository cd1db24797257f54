#include "services/decisions/reader/intake/odt.h"

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/grid.h"
#include "services/decisions/reader/intake/odt_lists.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kOdtDepth = 200;
constexpr int kMaxRepeat = 200;  // of blanks or cells that an attribute may ask for

class OdtReader {
 public:
  OdtReader(OdtLists* lists, size_t limit) : lists_(lists), limit_(limit) {}

  absl::StatusOr<std::string> Run(const pugi::xml_node& body) {
    if (!Blocks(body, 0)) return MakeReadError(ReadFailure::kBomb, "nested too deeply or too long");
    return std::move(out_);
  }

 private:
  struct Place {  // in a list
    ListCounter* counter = nullptr;
    std::string style;
    int level = 0;
    bool labelled = false;  // the item's first paragraph has had its label
  };

  static bool Is(const pugi::xml_node& node, const char* name) {
    return std::strcmp(node.name(), name) == 0;
  }

  bool Blocks(const pugi::xml_node& parent, int depth, Place* place = nullptr) {
    if (depth > kOdtDepth || out_.size() > limit_) return false;
    for (const auto& node : parent.children()) {
      bool fits = true;
      if (Is(node, "text:p") || Is(node, "text:h")) {
        fits = ParagraphLine(node, depth + 1, place);
      } else if (Is(node, "text:list")) {
        fits = List(node, depth + 1, place);
      } else if (Is(node, "table:table")) {
        fits = Table(node, depth + 1);
      } else if (Is(node, "text:section") || Is(node, "text:index-body")) {
        fits = Blocks(node, depth + 1, place);
      }
      if (!fits) return false;
    }
    return out_.size() <= limit_;
  }

  bool ParagraphLine(const pugi::xml_node& node, int depth, Place* place) {
    std::string text;
    if (!Inline(node, depth, &text)) return false;
    std::string label;
    if (place != nullptr && !place->labelled) {
      label = lists_->Label(place->counter, place->style, place->level);
      place->labelled = true;
    }
    if (!Trim(text).empty()) {
      if (!label.empty()) out_ += label + " ";
      out_ += text;
    }
    out_ += "\n";
    return true;
  }

  bool List(const pugi::xml_node& list, int depth, const Place* outer) {
    Place place;
    place.style = list.attribute("text:style-name").as_string();
    if (outer != nullptr) {
      place.counter = outer->counter;
      place.level = outer->level + 1;
      if (place.style.empty()) place.style = outer->style;
    } else {
      place.counter = lists_->Enter(list, place.style);
    }
    for (const auto& item : list.children()) {
      const bool header = Is(item, "text:list-header");
      if (!header && !Is(item, "text:list-item")) continue;
      place.labelled = header;
      if (const auto start = item.attribute("text:start-value")) {
        place.counter->Restart(std::clamp(place.level, 0, kListLevels - 1), start.as_int(1));
      }
      if (!Blocks(item, depth + 1, &place)) return false;
    }
    return true;
  }

  bool Inline(const pugi::xml_node& parent, int depth, std::string* text) {
    if (depth > kOdtDepth || text->size() > limit_) return false;
    for (const auto& node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        *text += node.value();
      } else if (Is(node, "text:s")) {
        text->append(std::clamp(node.attribute("text:c").as_int(1), 0, kMaxRepeat), ' ');
      } else if (Is(node, "text:tab")) {
        *text += "\t";
      } else if (Is(node, "text:line-break")) {
        *text += "\n";
      } else if (Is(node, "text:span") || Is(node, "text:a") || Is(node, "text:meta") ||
                 Is(node, "text:ruby-base") || Is(node, "text:ruby") ||
                 Is(node, "text:bookmark-ref") || Is(node, "text:date")) {
        if (!Inline(node, depth + 1, text)) return false;
      }
    }
    return true;
  }

  bool Table(const pugi::xml_node& table, int depth) {
    Grid grid;
    if (!Rows(table, depth, &grid)) return false;
    out_ += GridText(grid);
    return out_.size() <= limit_;
  }

  bool Rows(const pugi::xml_node& parent, int depth, Grid* grid) {
    if (depth > kOdtDepth) return false;
    for (const auto& node : parent.children()) {
      if (Is(node, "table:table-header-rows") || Is(node, "table:table-rows") ||
          Is(node, "table:table-row-group")) {
        if (!Rows(node, depth + 1, grid)) return false;
        continue;
      }
      if (!Is(node, "table:table-row")) continue;
      std::vector<std::string>& row = grid->emplace_back();
      for (const auto& cell : node.children()) {
        if (Is(cell, "table:covered-table-cell")) row.emplace_back();
        if (!Is(cell, "table:table-cell")) continue;
        std::string text;
        std::swap(text, out_);
        const bool fits = Blocks(cell, depth + 1);
        std::swap(text, out_);
        if (!fits || out_.size() + text.size() > limit_) return false;
        row.push_back(std::move(text));
      }
    }
    return true;
  }

  OdtLists* lists_;
  size_t limit_;
  std::string out_;
};

absl::Status ParseOdtPart(const Archive& archive, const std::string& name,
                          pugi::xml_document* out) {
  auto part = archive.Part(name);
  if (!part.ok()) return part.status();
  const auto result =
      out->load_buffer(part->data(), part->size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) return MakeReadError(ReadFailure::kTruncated, name);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SourceText> ReadOdt(const Archive& archive, const ReadOptions& options) {
  OdtLists lists;
  if (archive.Has("META-INF/manifest.xml")) {
    auto manifest = archive.Part("META-INF/manifest.xml");
    if (manifest.ok() && manifest->find("encryption-data") != std::string::npos) {
      return MakeReadError(ReadFailure::kEncrypted);
    }
  }
  if (archive.Has("styles.xml")) {
    pugi::xml_document styles;
    if (absl::Status status = ParseOdtPart(archive, "styles.xml", &styles); !status.ok())
      return status;
    const auto root = styles.child("office:document-styles");
    lists.LoadStyles(root.child("office:styles"));
    lists.LoadStyles(root.child("office:automatic-styles"));
  }
  pugi::xml_document content;
  if (absl::Status status = ParseOdtPart(archive, "content.xml", &content); !status.ok())
    return status;
  const auto root = content.child("office:document-content");
  lists.LoadStyles(root.child("office:automatic-styles"));
  auto text =
      OdtReader(&lists, options.max_text_bytes).Run(root.child("office:body").child("office:text"));
  if (!text.ok()) return text.status();
  SourceText source;
  source.format = Format::kOdt;
  source.text = std::move(*text);
  source.paragraphs = true;
  return source;
}

}  // namespace rezon::reader
