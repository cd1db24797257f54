#include "gateway/cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

namespace rezon::cli {

Progress::Progress(std::string what, bool quiet)
    : what_(std::move(what)), visible_(!quiet && isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() { End(); }

void Progress::Show(uint64_t done, uint64_t total) {
  if (!visible_ || total == 0) return;
  const int percent = static_cast<int>(done * 100 / total);
  if (percent == last_percent_) return;
  last_percent_ = percent;
  shown_ = true;
  std::fprintf(stderr, "\r%s: %llu из %llu (%d %%)", what_.c_str(),
               static_cast<unsigned long long>(done), static_cast<unsigned long long>(total),
               percent);
  std::fflush(stderr);
}

void Progress::End() {
  if (std::exchange(shown_, false)) std::fputs("\r\033[K", stderr);
}

}  // namespace rezon::cli
