// Reading in a child process that may not take more memory or time than it is given.
#ifndef REZON_TESTS_UNIT_READER_BOUNDED_H_
#define REZON_TESTS_UNIT_READER_BOUNDED_H_

#include <cstddef>
#include <string>

#include "services/decisions/reader/reader.h"

namespace rezon::reader {

inline constexpr size_t kBoundedMemory = 512u << 20;  // beside what the process has already
inline constexpr unsigned kBoundedSeconds = 10;  // of processor time: slow machines, sanitizers

// The reason of the failure («FILE_ENCRYPTED»), "OK" when the file was read, or "died: …" when
// the child went over a bound or crashed.
std::string ReadBounded(const std::string& bytes, const ReadOptions& options = {});

}  // namespace rezon::reader

#endif  // REZON_TESTS_UNIT_READER_BOUNDED_H_
