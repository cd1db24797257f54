// rtf and legacy doc to docx, by LibreOffice.
#ifndef REZON_SERVICES_DECISIONS_CONVERT_OFFICE_H_
#define REZON_SERVICES_DECISIONS_CONVERT_OFFICE_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/decisions/convert/process.h"

namespace rezon::convert {

// The docx of a file whose name would end in `extension` («rtf», «doc»). A profile of its own is
// used and thrown away, so that no setting, macro or template of the machine takes part.
// Errors: DEADLINE_EXCEEDED, ABORTED when nothing came out.
absl::StatusOr<std::string> ToDocx(const std::string& program, std::string_view bytes,
                                   const std::string& extension, Clock::time_point deadline);

}  // namespace rezon::convert

#endif  // REZON_SERVICES_DECISIONS_CONVERT_OFFICE_H_
