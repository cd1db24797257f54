#include "tests/unit/reader/bounded.h"

#include <sys/resource.h>
#include <sys/time.h>
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
  const auto most = static_cast<rlim_t>(3 * kBoundedSeconds);  // so that a hang ends
  const rlimit time{most, most};
  setrlimit(RLIMIT_CPU, &time);
}

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
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
  rusage used{};
  wait4(child, &status, 0, &used);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || got <= 0) {
    return "died: " + std::to_string(WIFSIGNALED(status) ? WTERMSIG(status) : status);
  }
  std::string outcome(buffer, static_cast<size_t>(got));
  const double seconds = Seconds(used.ru_utime) + Seconds(used.ru_stime);
  std::printf("[ bounded  ] %8zu KiB: %s in %.3f s\n", bytes.size() >> 10, outcome.c_str(),
              seconds);
  if (seconds > kBoundedSeconds) return "slow: " + std::to_string(seconds) + " s";
  return outcome;
}

}  // namespace rezon::reader
