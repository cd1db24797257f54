#include "services/decisions/convert/office.h"

#include "services/decisions/convert/files.h"

namespace rezon::convert {

absl::StatusOr<std::string> ToDocx(const std::string& program, std::string_view bytes,
                                   const std::string& extension, Clock::time_point deadline) {
  const PrivateFolder folder;
  const std::string input = "document." + extension;
  if (folder.path().empty() || !WriteFile(folder.path() + "/" + input, bytes)) {
    return absl::InternalError("no room for a conversion");
  }
  Bounds bounds;
  bounds.deadline = deadline;
  const absl::Status done =
      RunProgram({program, "-env:UserInstallation=file://" + folder.path() + "/profile",
                  "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to",
                  "docx:MS Word 2007 XML", "--outdir", folder.path() + "/out", input},
                 folder.path(), bounds);
  if (!done.ok()) return done;
  auto docx = ReadFile(folder.path() + "/out/document.docx");
  // LibreOffice ends well also when it could not load the file.
  if (!docx) return absl::AbortedError("LibreOffice wrote nothing");
  return *std::move(docx);
}

}  // namespace rezon::convert
