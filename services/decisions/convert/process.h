// Running one program on one file, within bounds.
#ifndef REZON_SERVICES_DECISIONS_CONVERT_PROCESS_H_
#define REZON_SERVICES_DECISIONS_CONVERT_PROCESS_H_

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace rezon::convert {

using Clock = std::chrono::steady_clock;

// What one run may take.
struct Bounds {
  Clock::time_point deadline;
  size_t memory = 4ull << 30;       // address space of each process, bytes
  size_t file_size = 256ull << 20;  // of each file it writes, bytes
};

// A new directory of its own, mode 0700, under TMPDIR or /tmp; removed with all that is in it.
class PrivateFolder {
 public:
  PrivateFolder();
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  // Empty when none could be made.
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The first of PATH's folders that holds an executable of this name; empty for none. An absolute
// path is taken as it is.
std::string FindProgram(const std::string& name);

// Runs `arguments` (the first one is the program's path; no shell is involved) in `folder`, with a
// bare environment whose HOME is that folder and no input; waits for its end. Both outputs are
// thrown away. The program and all that it started are killed at the deadline. Errors:
// DEADLINE_EXCEEDED, INTERNAL (could not start), ABORTED (ended by a signal or with a failure).
// Any number of threads may call this at once.
absl::Status RunProgram(const std::vector<std::string>& arguments, const std::string& folder,
                        const Bounds& bounds);

}  // namespace rezon::convert

#endif  // REZON_SERVICES_DECISIONS_CONVERT_PROCESS_H_
