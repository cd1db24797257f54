// PDF with a text layer, by poppler.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "services/decisions/reader/intake/source.h"

namespace rezon::reader {

// Text of the pages in reading order; lines that repeat at the top or bottom of most pages (page
// headers, numbers) are left out. INVALID_ARGUMENT for a damaged or locked file and for pages
// without text (a scan).
absl::StatusOr<SourceText> ReadPdf(std::string_view bytes, const ReadOptions& options);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_H_
