// Reading in a child process that may not take more memory or time than it is given.
#ifndef REZON_TESTS_UNIT_READER_BOUNDED_H_
#define REZON_TESTS_UNIT_READER_BOUNDED_H_

#include <cstddef>
#include <string>

#include "services/decisions/reader/reader.h"

namespace rezon::reader {

inline constexpr size_t kBoundedMemory = 512u << 20;  // beside what the process has already
// Of processor time, which other work on the machine does not lengthen. A sanitized program takes
// several times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr double kBoundedSeconds = 20;
#else
inline constexpr double kBoundedSeconds = 2;
#endif

// The reason of the failure («FILE_ENCRYPTED»), "OK" when the file was read, "slow: …" when that
// took more than kBoundedSeconds, or "died: …" when the child went over another bound or crashed.
// Prints the processor time that the child took.
std::string ReadBounded(const std::string& bytes, const ReadOptions& options = {});

}  // namespace rezon::reader

#endif  // REZON_TESTS_UNIT_READER_BOUNDED_H_
