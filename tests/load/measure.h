#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace rezon::load {

using Clock = std::chrono::steady_clock;

// What one run showed.
struct Measured {
  // Calls that ended inside the measured time, a second.
  double rate = 0;
  // Latency in microseconds; 0 when it was not taken.
  double p50 = 0;
  double p99 = 0;
  // Calls that ended, warm-up included, and replies that were not what was asked for.
  int64_t calls = 0;
  int64_t wrong = 0;
  // The first wrong reply, for the report.
  std::string fault;
};

// When a run begins to count and when it ends.
struct Window {
  Clock::time_point begin;
  Clock::time_point end;
};
Window From(double warm_seconds, double seconds);

// Collects the ends of calls from any thread.
class Meter {
 public:
  explicit Meter(const Window& window) : window_(window) {}
  // No further call should be started.
  bool Over() const { return Clock::now() >= window_.end; }
  void Ended(Clock::time_point started, const std::string& fault);
  Measured Result();

 private:
  const Window window_;
  std::mutex mutex_;
  std::vector<uint32_t> micros_;
  int64_t calls_ = 0;
  int64_t wrong_ = 0;
  std::string fault_;
};

double Median(std::vector<double> values);

}  // namespace rezon::load
