#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "absl/time/time.h"

namespace rezon::server {

// A piece of work for the executor, linked into its queue without an allocation. The task owns
// itself: after Run the executor never touches it again.
class Task {
 public:
  virtual ~Task() = default;
  // Called once, on an executor thread. `stopped` means the executor ended first: answer
  // UNAVAILABLE and do no work. The task checks its own deadline.
  virtual void Run(bool stopped) = 0;

 private:
  friend class Executor;
  Task* next_ = nullptr;
};

// Fixed threads (as many as database connections, so that a worker never waits for one) and a
// bounded queue, first in first out. Thread-safe.
class Executor {
 public:
  Executor(int threads, size_t queue);
  ~Executor();
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;

  // False when the queue is full or the executor has stopped; then the task stays the caller's.
  bool Submit(Task* task);
  // The same for a function; it is not called after Stop.
  bool Submit(std::function<void()> work);
  // Ends the threads after the tasks that run; queued ones get Run(stopped = true). Idempotent.
  void Stop();

  size_t queued() const;
  // Why Submit refused: else the queue was full, though it may no longer be.
  bool stopped() const;
  int threads() const { return static_cast<int>(threads_.size()); }
  size_t capacity() const { return capacity_; }

 private:
  void Work();
  Task* Take();

  const size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  Task* head_ = nullptr;
  Task* tail_ = nullptr;
  size_t size_ = 0;
  int idle_ = 0;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace rezon::server
