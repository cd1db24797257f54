// One intake for every format: bytes in, text with one convention out.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_SOURCE_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_SOURCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "services/decisions/reader/document.h"
#include "services/decisions/reader/reader.h"

namespace rezon::reader {

// Text of a file before cleaning.
struct SourceText {
  Format format = Format::kUnknown;
  std::string encoding;
  std::string text;             // well-formed UTF-8
  bool plain = false;           // the file's bytes are the text, and `text` is left empty
  std::vector<SourceRun> runs;  // places of the text in the file; empty for txt and md
  std::vector<Note> notes;
  bool paragraphs = false;            // one paragraph a line, as docx and odt keep them
  std::vector<std::string> warnings;  // Russian
};

// Adds a note with its text trimmed; not an empty one, and of headers and footers each text once.
void AddNote(Note note, std::vector<Note>* notes);

// What the bytes are, by their signature; the name and the media type only decide between text
// and Markdown.
Format DetectFormat(std::string_view bytes, const ReadOptions& options);

// Detects and unpacks. Bounded by the options' limits.
absl::StatusOr<SourceText> Intake(std::string_view bytes, const ReadOptions& options);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_SOURCE_H_
