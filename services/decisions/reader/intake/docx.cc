#include "services/decisions/reader/intake/docx.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/docx_body.h"
#include "services/decisions/reader/intake/docx_lists.h"
#include "services/decisions/reader/intake/xml_part.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr char kDocumentPart[] = "word/document.xml";
constexpr size_t kMaxNotes = 2000;

absl::Status LoadLists(const Archive& archive, DocxLists* lists) {
  for (const std::string name : {"word/styles.xml", "word/numbering.xml"}) {
    if (!archive.Has(name)) continue;
    pugi::xml_document part;
    if (absl::Status bad = ParseXmlPart(archive, name, false, &part); !bad.ok()) return bad;
    if (name == "word/numbering.xml") {
      lists->LoadNumbering(part);
    } else {
      lists->LoadStyles(part);
    }
  }
  return absl::OkStatus();
}

class NoteReader {
 public:
  NoteReader(const Archive& archive, size_t limit) : archive_(archive), limit_(limit) {}

  // Every part whose name starts with `prefix`; a note is each `entry` in it, or the whole part.
  absl::Status Add(const std::string& prefix, NoteKind kind, const char* entry) {
    for (const std::string& name : archive_.NamesUnder(prefix)) {
      if (!name.ends_with(".xml")) continue;
      pugi::xml_document part;
      if (absl::Status bad = ParseXmlPart(archive_, name, false, &part); !bad.ok()) return bad;
      const pugi::xml_node root = part.document_element();
      if (entry == nullptr) {
        if (absl::Status bad = AddOne(root, kind, ""); !bad.ok()) return bad;
        continue;
      }
      int number = 0;
      for (const auto& node : root.children(entry)) {
        // Separators between the text and its notes are kept as notes too.
        const std::string_view type = node.attribute("w:type").as_string("normal");
        if (type != "normal") continue;
        const std::string label = std::to_string(++number);
        if (absl::Status bad = AddOne(node, kind, label); !bad.ok()) return bad;
      }
    }
    return absl::OkStatus();
  }

  std::vector<Note> Take() { return std::move(notes_); }

 private:
  absl::Status AddOne(const pugi::xml_node& node, NoteKind kind, const std::string& label) {
    DocxLists lists;
    auto text = DocxBody(&lists, limit_).Read(node);
    if (!text.ok()) return text.status();
    spent_ += text->size();
    if (notes_.size() >= kMaxNotes || spent_ > limit_) return MakeReadError(ReadFailure::kBomb);
    AddNote({kind, label, std::move(text->text)}, &notes_);
    return absl::OkStatus();
  }

  const Archive& archive_;
  size_t limit_;
  size_t spent_ = 0;
  std::vector<Note> notes_;
};

}  // namespace

absl::StatusOr<SourceText> ReadDocx(const Archive& archive, const ReadOptions& options) {
  if (!archive.Has(kDocumentPart)) return MakeReadError(ReadFailure::kUnknownFormat);
  if (!archive.NamesUnder("word/vbaProject").empty()) return MakeReadError(ReadFailure::kMacros);
  DocxLists lists;
  if (absl::Status bad = LoadLists(archive, &lists); !bad.ok()) return bad;
  pugi::xml_document document;
  if (absl::Status bad = ParseXmlPart(archive, kDocumentPart, false, &document); !bad.ok()) {
    return bad;
  }
  auto text =
      DocxBody(&lists, options.max_text_bytes).Read(document.child("w:document").child("w:body"));
  if (!text.ok()) return text.status();
  NoteReader notes(archive, options.max_text_bytes);
  for (absl::Status bad : {notes.Add("word/header", NoteKind::kHeader, nullptr),
                           notes.Add("word/footer", NoteKind::kFooter, nullptr),
                           notes.Add("word/footnotes", NoteKind::kFootnote, "w:footnote"),
                           notes.Add("word/endnotes", NoteKind::kEndnote, "w:endnote")}) {
    if (!bad.ok()) return bad;
  }
  SourceText source;
  source.format = Format::kDocx;
  source.text = std::move(text->text);
  source.runs = std::move(text->runs);
  source.notes = notes.Take();
  source.paragraphs = true;
  return source;
}

}  // namespace rezon::reader
