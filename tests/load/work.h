#pragma once

#include <atomic>
#include <cstdint>
#include <random>
#include <string>

namespace rezon::load {

enum class Operation { kGet, kPage, kChange };
const char* Name(Operation operation);

// What fill.sql made: assignments 1…rows with ids that follow from their numbers, each executor
// with `rows / executors` of them.
struct Data {
  int64_t rows = 1'000'000;
  int64_t executors = 5'000;
};

std::string AssignmentId(int64_t number);
std::string ExecutorId(int64_t number);

// One call to make.
struct Job {
  // Resource name asked for: the assignment, or for a page the executor.
  std::string name;
  // For kChange: start instead of acknowledge.
  bool start = false;
};

// Draws the next call. Thread-safe. Changes walk over the issued rows below four fifths (fill.sql
// makes six of ten so, pgbench has the rest) in a scattered order, once to acknowledge and once to
// start, so that no call is refused and none repeats.
class Work {
 public:
  explicit Work(const Data& data);
  // False when all rows have been changed.
  bool Next(Operation operation, std::mt19937_64& random, Job* job);
  int64_t changes() const { return changed_.load(); }

 private:
  const Data data_;
  const int64_t changeable_;
  std::atomic<int64_t> changed_{0};
};

}  // namespace rezon::load
