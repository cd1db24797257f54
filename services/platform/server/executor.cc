#include "services/platform/server/executor.h"

#include <memory>
#include <utility>

namespace rezon::server {
namespace {

class FunctionTask : public Task {
 public:
  explicit FunctionTask(std::function<void()> work) : work_(std::move(work)) {}
  void Run(bool stopped) override {
    std::unique_ptr<FunctionTask> self(this);
    if (!stopped) work_();
  }

 private:
  std::function<void()> work_;
};

}  // namespace

Executor::Executor(int threads, size_t queue) : capacity_(queue) {
  threads_.reserve(threads);
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

Executor::~Executor() { Stop(); }

bool Executor::Submit(Task* task) {
  bool wake = false;
  {
    std::lock_guard lock(mutex_);
    if (stopped_ || size_ >= capacity_) return false;
    task->next_ = nullptr;
    (tail_ == nullptr ? head_ : tail_->next_) = task;
    tail_ = task;
    ++size_;
    // A wake-up is a system call: none while every worker is busy, they look before they sleep.
    wake = idle_ > 0;
  }
  if (wake) wake_.notify_one();
  return true;
}

bool Executor::Submit(std::function<void()> work) {
  auto task = std::make_unique<FunctionTask>(std::move(work));
  if (!Submit(task.get())) return false;
  // The worker that runs it ends it.
  static_cast<void>(task.release());
  return true;
}

Task* Executor::Take() {
  std::unique_lock lock(mutex_);
  ++idle_;
  wake_.wait(lock, [this] { return head_ != nullptr || stopped_; });
  --idle_;
  if (stopped_ || head_ == nullptr) return nullptr;
  Task* task = head_;
  head_ = task->next_;
  if (head_ == nullptr) tail_ = nullptr;
  --size_;
  return task;
}

void Executor::Work() {
  while (Task* task = Take()) task->Run(false);
}

void Executor::Stop() {
  Task* rest = nullptr;
  {
    std::lock_guard lock(mutex_);
    if (stopped_) return;
    stopped_ = true;
    rest = std::exchange(head_, nullptr);
    tail_ = nullptr;
    size_ = 0;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  while (rest != nullptr) std::exchange(rest, rest->next_)->Run(true);
}

bool Executor::stopped() const {
  std::lock_guard lock(mutex_);
  return stopped_;
}

size_t Executor::queued() const {
  std::lock_guard lock(mutex_);
  return size_;
}

}  // namespace rezon::server
