#ifndef REZON_SERVICES_PLATFORM_TERMS_FILES_H_
#define REZON_SERVICES_PLATFORM_TERMS_FILES_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/platform/config/flags.h"
#include "services/platform/terms/regime.h"

namespace rezon::terms {

// Files that an installation puts over what is embedded, so that a new act needs no new build.
struct Files {
  // Years of the production calendar, comma-separated paths: XML of the xmlcalendar form, or the
  // compact form of services/platform/calendar/compact.h; also a region's extension.
  std::string calendar_files;
  // Rows over the table of jurisdictions, in the form of data/jurisdictions.rules.
  std::string rules_file;
};

// Declares --calendar-file and --term-rules-file.
void AddFlags(config::Flags& flags, Files& files);

// Reads the files once, at start. NOT_FOUND for a file that cannot be read, INVALID_ARGUMENT for
// one that is not of its form; the message names the file.
absl::StatusOr<std::unique_ptr<const Regimes>> Load(const Files& files);

}  // namespace rezon::terms

#endif  // REZON_SERVICES_PLATFORM_TERMS_FILES_H_
