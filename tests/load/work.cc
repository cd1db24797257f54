#include "tests/load/work.h"

#include "absl/strings/str_format.h"

namespace rezon::load {
namespace {

// Coprime with every count of changeable rows that fill.sql can make (multiples of 2, 3 and 5).
constexpr int64_t kStride = 1'000'003;

}  // namespace

const char* Name(Operation operation) {
  switch (operation) {
    case Operation::kGet:
      return "get";
    case Operation::kPage:
      return "page of 50";
    case Operation::kChange:
      return "change";
  }
  return "";
}

std::string AssignmentId(int64_t number) {
  return absl::StrFormat("01920000-0000-7000-8000-%012x", number);
}
std::string ExecutorId(int64_t number) {
  return absl::StrFormat("01920000-0000-7000-9000-%012x", number);
}

Work::Work(const Data& data) : data_(data), changeable_(data.rows / 10 * 8 / 10 * 6) {}

bool Work::Next(Operation operation, std::mt19937_64& random, Job* job) {
  const auto draw = [&random](int64_t most) {
    return std::uniform_int_distribution<int64_t>(1, most)(random);
  };
  switch (operation) {
    case Operation::kGet:
      job->name = "assignments/" + AssignmentId(draw(data_.rows));
      return true;
    case Operation::kPage:
      job->name = "organisations/" + ExecutorId(draw(data_.executors));
      return true;
    case Operation::kChange:
      break;
  }
  const int64_t step = changed_.fetch_add(1);
  if (step >= 2 * changeable_) return false;
  job->start = step >= changeable_;
  const int64_t place = (step % changeable_) * kStride % changeable_;
  // The issued ones of each ten are those whose number ends in 1…6.
  job->name = "assignments/" + AssignmentId(place / 6 * 10 + place % 6 + 1);
  return true;
}

}  // namespace rezon::load
