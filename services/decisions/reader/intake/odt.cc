#include "services/decisions/reader/intake/odt.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/extract.h"
#include "services/decisions/reader/intake/grid.h"
#include "services/decisions/reader/intake/odt_lists.h"
#include "services/decisions/reader/intake/xml_part.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kMaxRepeat = 200;  // of blanks that an attribute may ask for
constexpr size_t kMaxOdtNotes = 2000;

class OdtReader {
 public:
  OdtReader(OdtLists* lists, size_t limit) : lists_(lists), limit_(limit) {}

  absl::StatusOr<Extract> Run(const pugi::xml_node& body) {
    Extract out;
    if (!Blocks(body, 0, nullptr, &out)) {
      return MakeReadError(ReadFailure::kBomb, "nested too deeply or too long");
    }
    return out;
  }

  std::vector<Note> TakeNotes() { return std::move(notes_); }

 private:
  struct Place {  // in a list
    ListCounter* counter = nullptr;
    std::string style;
    int level = 0;
    bool labelled = false;  // the item's first paragraph has had its label
  };

  // These return false when a limit was passed.
  bool Blocks(const pugi::xml_node& parent, int depth, Place* place, Extract* out) {
    if (depth > kMaxXmlDepth) return false;
    for (const auto& node : parent.children()) {
      bool fits = true;
      if (Is(node, "text:p") || Is(node, "text:h")) {
        fits = Paragraph(node, depth + 1, place, out);
      } else if (Is(node, "text:list")) {
        fits = List(node, depth + 1, place, out);
      } else if (Is(node, "table:table")) {
        fits = Table(node, depth + 1, out);
      } else if (Is(node, "text:section") || Is(node, "text:index-body")) {
        fits = Blocks(node, depth + 1, place, out);
      } else if (Is(node, "draw:frame")) {
        fits = Blocks(node.child("draw:text-box"), depth + 1, nullptr, out);
      }
      if (!fits) return false;
    }
    return true;
  }

  bool Paragraph(const pugi::xml_node& node, int depth, Place* place, Extract* out) {
    const uint32_t unit = paragraphs_++;
    std::string text;
    std::vector<pugi::xml_node> outer = std::exchange(boxes_, {});
    bool fits = Inline(node, depth, &text) && Spend(text.size());
    std::string label;
    if (place != nullptr && !place->labelled) {
      label = lists_->Label(place->counter, place->style, place->level);
      place->labelled = true;
    } else if (place == nullptr && Is(node, "text:h")) {
      label = lists_->HeadingLabel(node);
    }
    if (!Trim(text).empty()) out->Add(label.empty() ? text : label + " " + text, {unit, 0});
    out->Mark("\n");
    const std::vector<pugi::xml_node> boxes = std::exchange(boxes_, std::move(outer));
    for (const auto& box : boxes) fits = fits && Blocks(box, depth + 1, nullptr, out);
    return fits;
  }

  bool List(const pugi::xml_node& list, int depth, const Place* outer, Extract* out) {
    Place place;
    place.style = list.attribute("text:style-name").as_string();
    if (place.style.empty() && outer == nullptr) place.style = lists_->StyleOfFirst(list);
    if (outer != nullptr) {
      place.counter = outer->counter;
      place.level = outer->level + 1;
      if (place.style.empty()) place.style = outer->style;
    } else {
      place.counter = lists_->Enter(list, place.style);
    }
    const std::string style = place.style;
    for (const auto& item : list.children()) {
      const bool header = Is(item, "text:list-header");
      if (!header && !Is(item, "text:list-item")) continue;
      place.labelled = header;
      place.style = item.attribute("text:style-override").as_string(style.c_str());
      if (const auto start = item.attribute("text:start-value")) {
        place.counter->Restart(std::clamp(place.level, 0, kListLevels - 1), start.as_int(1));
      }
      if (!Blocks(item, depth + 1, &place, out)) return false;
    }
    return true;
  }

  bool Inline(const pugi::xml_node& parent, int depth, std::string* text) {
    if (depth > kMaxXmlDepth || text->size() > limit_) return false;
    for (const auto& node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        *text += node.value();
      } else if (Is(node, "text:s")) {
        text->append(std::clamp(node.attribute("text:c").as_int(1), 0, kMaxRepeat), ' ');
      } else if (Is(node, "text:tab")) {
        *text += "\t";
      } else if (Is(node, "text:line-break")) {
        *text += "\n";
      } else if (Is(node, "text:note")) {
        if (!AddNoteOf(node, depth + 1)) return false;
      } else if (Is(node, "draw:frame")) {
        if (const auto box = node.child("draw:text-box")) boxes_.push_back(box);
      } else if (Is(node, "text:span") || Is(node, "text:a") || Is(node, "text:meta") ||
                 Is(node, "text:ruby-base") || Is(node, "text:ruby") ||
                 Is(node, "text:bookmark-ref") || Is(node, "text:date") ||
                 Is(node, "text:meta-field") || Is(node, "draw:g")) {
        if (!Inline(node, depth + 1, text)) return false;
      }
    }
    return true;
  }

  bool AddNoteOf(const pugi::xml_node& node, int depth) {
    const std::string_view kind = node.attribute("text:note-class").as_string();
    Extract text;
    if (notes_.size() >= kMaxOdtNotes) return false;
    if (!Blocks(node.child("text:note-body"), depth, nullptr, &text)) return false;
    AddNote({kind == "endnote" ? NoteKind::kEndnote : NoteKind::kFootnote,
             node.child("text:note-citation").text().get(), std::move(text.text)},
            &notes_);
    return true;
  }

  bool Table(const pugi::xml_node& table, int depth, Extract* out) {
    Grid grid;
    if (!Rows(table, depth, &grid)) return false;
    AddGrid(grid, out);
    return true;
  }

  bool Rows(const pugi::xml_node& parent, int depth, Grid* grid) {
    if (depth > kMaxXmlDepth) return false;
    for (const auto& node : parent.children()) {
      if (Is(node, "table:table-header-rows") || Is(node, "table:table-rows") ||
          Is(node, "table:table-row-group")) {
        if (!Rows(node, depth + 1, grid)) return false;
      }
      if (!Is(node, "table:table-row")) continue;
      std::vector<Extract> row;
      for (const auto& cell : node.children()) {
        if (Is(cell, "table:covered-table-cell")) row.emplace_back();
        if (!Is(cell, "table:table-cell")) continue;
        if (!Blocks(cell, depth + 1, nullptr, &row.emplace_back())) return false;
      }
      if (!Spend(16 * row.size())) return false;
      grid->push_back(std::move(row));
    }
    return true;
  }

  bool Spend(size_t bytes) { return (spent_ += bytes) <= limit_; }

  OdtLists* lists_;
  size_t limit_;
  size_t spent_ = 0;
  uint32_t paragraphs_ = 0;            // begun so far
  std::vector<pugi::xml_node> boxes_;  // text boxes of the paragraph being read
  std::vector<Note> notes_;
};

// Headers and footers of the page styles.
absl::Status ReadMargins(const pugi::xml_node& styles, size_t limit, std::vector<Note>* notes) {
  for (const auto& page : styles.child("office:master-styles").children("style:master-page")) {
    for (const auto& node : page.children()) {
      const std::string_view name = node.name();
      const bool header = name.starts_with("style:header");
      if (!header && !name.starts_with("style:footer")) continue;
      OdtLists lists;
      auto text = OdtReader(&lists, limit).Run(node);
      if (!text.ok()) return text.status();
      if (notes->size() >= kMaxOdtNotes)
        return MakeReadError(ReadFailure::kBomb, "too many margins");
      AddNote({header ? NoteKind::kHeader : NoteKind::kFooter, "", std::move(text->text)}, notes);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SourceText> ReadOdt(const Archive& archive, const ReadOptions& options) {
  if (archive.Has("META-INF/manifest.xml")) {
    auto manifest = archive.Part("META-INF/manifest.xml");
    if (manifest.ok() && Contains(*manifest, "encryption-data")) {
      return MakeReadError(ReadFailure::kEncrypted);
    }
  }
  for (const char* folder : {"Basic/", "Scripts/"}) {
    if (!archive.NamesUnder(folder).empty()) return MakeReadError(ReadFailure::kMacros);
  }
  OdtLists lists;
  SourceText source;
  if (archive.Has("styles.xml")) {
    pugi::xml_document styles;
    if (absl::Status bad = ParseXmlPart(archive, "styles.xml", true, &styles); !bad.ok()) {
      return bad;
    }
    const auto root = styles.child("office:document-styles");
    lists.LoadStyles(root.child("office:styles"));
    lists.LoadStyles(root.child("office:automatic-styles"));
    absl::Status bad = ReadMargins(root, options.max_text_bytes, &source.notes);
    if (!bad.ok()) return bad;
  }
  pugi::xml_document content;
  if (absl::Status bad = ParseXmlPart(archive, "content.xml", true, &content); !bad.ok()) {
    return bad;
  }
  const auto root = content.child("office:document-content");
  lists.LoadStyles(root.child("office:automatic-styles"));
  OdtReader reader(&lists, options.max_text_bytes);
  auto text = reader.Run(root.child("office:body").child("office:text"));
  if (!text.ok()) return text.status();
  source.format = Format::kOdt;
  source.text = std::move(text->text);
  source.runs = std::move(text->runs);
  for (Note& note : reader.TakeNotes()) source.notes.push_back(std::move(note));
  source.paragraphs = true;
  return source;
}

}  // namespace rezon::reader
