#pragma once

#include <cstdint>
#include <string>

namespace rezon::cli {

// How far a long piece of work is, on one line of standard error that is written again and again.
// Says nothing when standard error is not a terminal, or when it is told to be quiet.
class Progress {
 public:
  Progress(std::string what, bool quiet);
  ~Progress();
  void Show(uint64_t done, uint64_t total);
  // Clears the line.
  void End();

 private:
  const std::string what_;
  const bool visible_;
  bool shown_ = false;
  int last_percent_ = -1;
};

}  // namespace rezon::cli
