#include "tests/unit/reader/bounded.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace rezon::reader {
namespace {

// The address space of a sanitized program is its shadow: it cannot be bounded this way.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kBoundMemory = false;
#else
constexpr bool kBoundMemory = true;
#endif

void BoundThisProcess() {
  if (kBoundMemory) {
    size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const rlim_t most = pages * static_cast<size_t>(getpagesize()) + kBoundedMemory;
    const rlimit memory{most, most};
    setrlimit(RLIMIT_AS, &memory);
  }
  const rlimit time{kBoundedSeconds, kBoundedSeconds};
  setrlimit(RLIMIT_CPU, &time);
}

std::string BoundedOutcome(const std::string& bytes, const ReadOptions& options) {
  const auto document = Read(bytes, options);
  if (document.ok()) return "OK";
  const auto error = GetReadError(document.status());
  return error && !error->message.empty() ? error->reason : "no reason";
}

}  // namespace

std::string ReadBounded(const std::string& bytes, const ReadOptions& options) {
  int ends[2];
  if (pipe(ends) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    BoundThisProcess();
    const std::string outcome = BoundedOutcome(bytes, options);
    const bool told = write(ends[1], outcome.data(), outcome.size()) > 0;
    _exit(told ? 0 : 1);
  }
  close(ends[1]);
  char buffer[64];
  const ssize_t got = read(ends[0], buffer, sizeof buffer);
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || got <= 0) {
    return "died: " + std::to_string(WIFSIGNALED(status) ? WTERMSIG(status) : status);
  }
  return std::string(buffer, static_cast<size_t>(got));
}

}  // namespace rezon::reader
