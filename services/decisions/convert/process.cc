#include "services/decisions/convert/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace rezon::convert {
namespace {

void Limit(int what, size_t most) {
  const rlimit limit{most, most};
  setrlimit(static_cast<__rlimit_resource>(what), &limit);
}

// Between fork and exec: only calls that are safe there.
[[noreturn]] void Become(char* const* arguments, char* const* environment, const char* folder,
                         const Bounds& bounds) {
  setpgid(0, 0);
  const int nothing = open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3; ++stream) dup2(nothing, stream);
  syscall(SYS_close_range, 3u, ~0u, 0u);
  Limit(RLIMIT_AS, bounds.memory);
  Limit(RLIMIT_FSIZE, bounds.file_size);
  Limit(RLIMIT_CORE, 0);
  if (chdir(folder) == 0) execve(arguments[0], arguments, environment);
  _exit(127);
}

std::vector<char*> Pointers(std::vector<std::string>& values) {
  std::vector<char*> pointers;
  for (std::string& value : values) pointers.push_back(value.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Waits for the child's end; false at the deadline.
bool WaitUntil(int handle, Clock::time_point deadline) {
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd ready{handle, POLLIN, 0};
    const int got = poll(&ready, 1, static_cast<int>(std::min<long long>(left, 1 << 30)));
    if (got > 0) return true;
    if (got < 0 && errno != EINTR) return false;
  }
}

}  // namespace

PrivateFolder::PrivateFolder() {
  const char* base = std::getenv("TMPDIR");
  std::string pattern = absl::StrCat(base == nullptr ? "/tmp" : base, "/rezon-convert-XXXXXX");
  if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

std::string FindProgram(const std::string& name) {
  if (name.empty()) return "";
  if (name.find('/') != std::string::npos) return access(name.c_str(), X_OK) == 0 ? name : "";
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::string file = absl::StrCat(folder, "/", name);
    if (!folder.empty() && access(file.c_str(), X_OK) == 0) return file;
  }
  return "";
}

absl::Status RunProgram(const std::vector<std::string>& arguments, const std::string& folder,
                        const Bounds& bounds) {
  std::vector<std::string> words = arguments;
  std::vector<std::string> environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + folder,
                                          "TMPDIR=" + folder, "LC_ALL=C.UTF-8",
                                          "OMP_THREAD_LIMIT=1"};
  const std::vector<char*> argument_pointers = Pointers(words);
  const std::vector<char*> environment_pointers = Pointers(environment);
  const pid_t child = fork();
  if (child < 0) return absl::InternalError("cannot start a process");
  if (child == 0) {
    Become(argument_pointers.data(), environment_pointers.data(), folder.c_str(), bounds);
  }
  setpgid(child, child);  // whichever of the two comes first
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  const bool ended = handle >= 0 && WaitUntil(handle, bounds.deadline);
  if (handle >= 0) close(handle);
  kill(-child, SIGKILL);  // also what it left behind
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!ended) return absl::DeadlineExceededError(words[0] + " took too long");
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return absl::OkStatus();
  return absl::AbortedError(absl::StrCat(words[0], " failed with status ", status));
}

}  // namespace rezon::convert
