#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rezon::ids {

// A new UUIDv7 (RFC 9562), lower-case text of 36 characters. Ids made by one process ascend in text
// order, also within a millisecond, which keeps B-tree inserts at the right edge. Thread-safe,
// lock-free.
std::string NewUuid();

// True for any UUID in canonical lower-case text.
bool IsUuid(std::string_view text);

// Milliseconds since the epoch inside a UUIDv7; -1 when `uuid` is not one.
int64_t UuidMillis(std::string_view uuid);

}  // namespace rezon::ids
