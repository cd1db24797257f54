// A zip container in memory, read with bounds: docx and odt.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_ARCHIVE_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_ARCHIVE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

struct zip;

namespace rezon::reader {

// Not thread-safe; one for each reading. `bytes` must outlive it.
class Archive {
 public:
  // INVALID_ARGUMENT for a damaged or encrypted container, RESOURCE_EXHAUSTED for one whose
  // parts unpack to more than `max_unpacked` bytes by their own account or in number.
  static absl::StatusOr<Archive> Open(std::string_view bytes, size_t max_unpacked);

  Archive(Archive&& other) noexcept;
  Archive& operator=(Archive&&) = delete;
  ~Archive();

  bool Has(const std::string& name) const;
  std::vector<std::string> NamesUnder(const std::string& prefix) const;

  // One part, unpacked; never more than the limit, whatever its header says.
  absl::StatusOr<std::string> Part(const std::string& name) const;

 private:
  Archive(struct zip* handle, size_t limit) : zip_(handle), limit_(limit) {}

  struct zip* zip_;
  size_t limit_;
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_ARCHIVE_H_
