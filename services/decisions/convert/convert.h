// Reading what the reader alone cannot: rtf and legacy doc through LibreOffice, scans through
// tesseract, each in a process of its own. Where the program is not installed the answer is
// UNIMPLEMENTED and says what to install.
#ifndef REZON_SERVICES_DECISIONS_CONVERT_CONVERT_H_
#define REZON_SERVICES_DECISIONS_CONVERT_CONVERT_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/decisions/convert/process.h"
#include "services/decisions/reader/reader.h"

namespace rezon::convert {

// The programs: names looked up in PATH, or paths. An empty name stands for one not installed.
struct Programs {
  std::string office = "soffice";
  std::string recogniser = "tesseract";
  std::string page_painter = "pdftoppm";
};

// The Document of any file: reader::Read first, and a converter where it asks for one. Document::
// format stays that of the file. Errors are those of reader::Read (see reader/error.h), besides
// CONVERSION_FAILED (also when `deadline` came first) and RECOGNISER_MISSING. At most two
// conversions run at a time, others wait; DEADLINE_EXCEEDED when no turn came. Thread-safe.
absl::StatusOr<reader::Document> ReadAny(std::string_view bytes, const reader::ReadOptions& options,
                                         Clock::time_point deadline, const Programs& programs = {});

}  // namespace rezon::convert

#endif  // REZON_SERVICES_DECISIONS_CONVERT_CONVERT_H_
