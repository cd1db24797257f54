#pragma once

#include <chrono>
#include <string>

#include "absl/status/statusor.h"

namespace rezon::auth {

// True for an http:// or https:// address.
bool IsUrl(const std::string& where);

// The text of a key document: a file, a URL fetched with a short time limit, or, when it begins
// with a brace, `where` itself. At most 1 MiB; UNAVAILABLE when it cannot be read. Blocks.
absl::StatusOr<std::string> ReadDocument(const std::string& where, std::chrono::milliseconds limit);

// A number that changes when a file changes (time of change, inode and size); 0 when there is none.
uint64_t FileStamp(const std::string& path);

}  // namespace rezon::auth
