// Word documents (OOXML, ISO/IEC 29500): text as the reader of the page sees it.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_H_

#include "absl/status/statusor.h"
#include "services/decisions/reader/intake/archive.h"
#include "services/decisions/reader/intake/source.h"

namespace rezon::reader {

// Reads word/document.xml with its automatic numbers (numbering.xml, styles.xml), tables, and
// tracked changes as accepted. Headers, footers, footnotes and endnotes are kept apart as notes. A
// document with macros is refused.
absl::StatusOr<SourceText> ReadDocx(const Archive& archive, const ReadOptions& options);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_DOCX_H_
