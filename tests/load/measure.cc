#include "tests/load/measure.h"

#include <algorithm>

namespace rezon::load {
namespace {

double Percentile(const std::vector<uint32_t>& sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

Window From(double warm_seconds, double seconds) {
  const auto span = [](double s) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(s));
  };
  const auto begin = Clock::now() + span(warm_seconds);
  return {begin, begin + span(seconds)};
}

void Meter::Ended(Clock::time_point started, const std::string& fault) {
  const auto now = Clock::now();
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now - started).count();
  std::lock_guard lock(mutex_);
  ++calls_;
  if (!fault.empty()) {
    if (wrong_++ == 0) fault_ = fault;
    return;
  }
  if (now >= window_.begin && now < window_.end) micros_.push_back(static_cast<uint32_t>(micros));
}

Measured Meter::Result() {
  std::lock_guard lock(mutex_);
  std::sort(micros_.begin(), micros_.end());
  Measured result;
  result.rate = static_cast<double>(micros_.size()) /
                std::chrono::duration<double>(window_.end - window_.begin).count();
  result.p50 = Percentile(micros_, 0.50);
  result.p99 = Percentile(micros_, 0.99);
  result.calls = calls_;
  result.wrong = wrong_;
  result.fault = fault_;
  return result;
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace rezon::load
