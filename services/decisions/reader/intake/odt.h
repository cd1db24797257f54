// OpenDocument texts (ODF 1.3): text as the reader of the page sees it.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_ODT_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_ODT_H_

#include "absl/status/statusor.h"
#include "services/decisions/reader/intake/archive.h"
#include "services/decisions/reader/intake/source.h"

namespace rezon::reader {

// Reads content.xml with its list styles (also those of styles.xml) and tables. Deleted text,
// notes and comments stay out.
absl::StatusOr<SourceText> ReadOdt(const Archive& archive, const ReadOptions& options);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_ODT_H_
