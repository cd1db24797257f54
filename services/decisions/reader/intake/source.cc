#include "services/decisions/reader/intake/source.h"

#include <algorithm>
#include <utility>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/archive.h"
#include "services/decisions/reader/intake/docx.h"
#include "services/decisions/reader/intake/encoding.h"
#include "services/decisions/reader/intake/odt.h"
#include "services/decisions/reader/intake/pdf.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

bool NameEnds(const std::string& name, std::string_view extension) {
  return Fold(name).ends_with(extension);
}

// Control bytes that no text holds.
bool LooksBinary(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  size_t odd = 0;
  for (size_t at = FindControl(sample, 0); at < sample.size(); at = FindControl(sample, at + 1)) {
    const char c = sample[at];
    odd += c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0;
  }
  return odd * 50 > sample.size();
}

// Office wraps a protected docx into an OLE container with this stream.
bool IsEncryptedPackage(std::string_view bytes) {
  constexpr std::string_view kName("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  return Contains(bytes, kName);
}

absl::StatusOr<SourceText> FromText(std::string_view bytes, Format format) {
  auto decoded = DecodeText(bytes);
  const bool sixteen = decoded.ok() && decoded->encoding.starts_with("UTF-16");
  if (!sixteen && LooksBinary(bytes)) return MakeReadError(ReadFailure::kUnknownFormat);
  if (!decoded.ok()) return decoded.status();
  SourceText source;
  source.format = format;
  source.encoding = decoded->encoding;
  source.plain = decoded->plain;
  source.text = std::move(decoded->text);
  return source;
}

bool IsPicture(std::string_view head) {
  return head.starts_with("\x89PNG\r\n\x1A\n") || head.starts_with("\xFF\xD8\xFF") ||
         head.starts_with(std::string_view("II*\0", 4)) ||
         head.starts_with(std::string_view("MM\0*", 4));
}

// References such as &#xD800; name what is no character.
void KeepCharacters(SourceText* source) {
  KeepUtf8(&source->text);
  for (Note& note : source->notes) KeepUtf8(&note.text);
}

// A legacy Word file keeps its macros in a storage of this name (UTF-16).
bool HoldsMacros(std::string_view bytes) {
  constexpr std::string_view kName("_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0", 24);
  return Contains(bytes, kName);
}

absl::Status RefuseDoc(std::string_view bytes) {
  if (IsEncryptedPackage(bytes)) return MakeReadError(ReadFailure::kEncrypted);
  if (HoldsMacros(bytes)) return MakeReadError(ReadFailure::kMacros);
  return MakeReadError(ReadFailure::kConverterMissing, "doc");
}

}  // namespace

void AddNote(Note note, std::vector<Note>* notes) {
  note.text = std::string(Trim(note.text));
  if (note.text.empty()) return;
  const bool margin = note.kind == NoteKind::kHeader || note.kind == NoteKind::kFooter;
  for (const Note& other : *notes) {
    if (margin && other.kind == note.kind && other.text == note.text) return;
  }
  notes->push_back(std::move(note));
}

Format DetectFormat(std::string_view bytes, const ReadOptions& options) {
  const std::string_view head = bytes.substr(0, 4096);
  if (head.starts_with("%PDF-")) return Format::kPdf;
  if (head.starts_with("{\\rtf")) return Format::kRtf;
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return Format::kDoc;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
    const bool odt = head.find("application/vnd.oasis.opendocument.text") != std::string_view::npos;
    return odt ? Format::kOdt : Format::kDocx;
  }
  if (IsPicture(head)) return Format::kPicture;
  const bool markdown = NameEnds(options.file_name, ".md") ||
                        NameEnds(options.file_name, ".markdown") ||
                        options.media_type == "text/markdown";
  return markdown ? Format::kMarkdown : Format::kText;
}

absl::StatusOr<SourceText> Intake(std::string_view bytes, const ReadOptions& options) {
  if (bytes.empty()) return MakeReadError(ReadFailure::kEmpty);
  if (bytes.size() > options.max_bytes) return MakeReadError(ReadFailure::kTooLarge);
  const Format format = DetectFormat(bytes, options);
  switch (format) {
    case Format::kText:
    case Format::kMarkdown:
      return FromText(bytes, format);
    case Format::kDocx:
    case Format::kOdt: {
      auto archive = Archive::Open(bytes, options.max_text_bytes);
      if (!archive.ok()) return archive.status();
      auto source =
          archive->Has("content.xml") ? ReadOdt(*archive, options) : ReadDocx(*archive, options);
      if (source.ok()) KeepCharacters(&*source);
      return source;
    }
    case Format::kDoc:
      return RefuseDoc(bytes);
    case Format::kPicture:
      return MakeReadError(ReadFailure::kNoTextLayer, "a picture");
    case Format::kPdf:
      return ReadPdf(bytes, options);
    default:
      return MakeReadError(ReadFailure::kConverterMissing, Name(format));
  }
}

}  // namespace rezon::reader
