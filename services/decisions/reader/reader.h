// The document reader: bytes in, Document out. Pure: no I/O, no mutable globals; every function
// here may be called from any number of threads at once.
#ifndef REZON_SERVICES_DECISIONS_READER_READER_H_
#define REZON_SERVICES_DECISIONS_READER_READER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/decisions/reader/document.h"
#include "services/decisions/reader/error.h"
#include "services/platform/terms/regime.h"

namespace rezon::reader {

// Hints and limits of one reading.
struct ReadOptions {
  std::string file_name;   // as uploaded; its extension is a hint only
  std::string media_type;  // as declared; a hint only
  std::string base_date;   // YYYY-MM-DD that relative deadlines count from; empty: the document's
  // By whose calendar and rules terms are counted.
  terms::Regime regime = terms::DefaultRegime();
  // How sure a recogniser was of the text, 0..1; set for text read off pictures (OCR) only. Points
  // are no surer than this.
  std::optional<double> recognised;
  // Reads the rows of an annexed plan of measures (a table whose head names terms or executors) as
  // points too; by default an annex holds none. Their rule is "annex.row".
  bool annexed_plan = false;
  size_t max_bytes = 64u << 20;       // larger input is refused
  size_t max_text_bytes = 64u << 20;  // larger canonical text (an unpacking bomb) is refused
  size_t max_lines = 2'000'000;       // of text, blank ones not counted; more are refused
  size_t max_paragraphs = 300'000;    // more are refused
};

// Reads a file. Errors are INVALID_ARGUMENT (unreadable input: see error.h for the reason and the
// Russian sentence), RESOURCE_EXHAUSTED (over a limit) or UNIMPLEMENTED (a format whose converter
// is not a part of the reader: services/decisions/convert has them).
absl::StatusOr<Document> Read(std::string_view bytes, const ReadOptions& options);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_READER_H_
