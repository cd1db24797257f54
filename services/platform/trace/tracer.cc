#include "services/platform/trace/tracer.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

#include "services/platform/log/log.h"
#include "services/platform/trace/tracer_impl.h"

namespace rezon::trace {
namespace {

using Clock = std::chrono::steady_clock;

// The queue between the threads that end spans and the one thread that exports them.
class Tracer {
 public:
  Tracer(TracerOptions options, ExportFunction exporter)
      : options_(options), export_(std::move(exporter)), thread_([this] { Work(); }) {}

  bool Sample(const TraceId& trace_id) const {
    uint64_t tail;
    std::memcpy(&tail, trace_id.data() + 8, sizeof(tail));
    return static_cast<double>(tail >> 11) * 0x1.0p-53 < options_.ratio;
  }

  void Enqueue(std::unique_ptr<SpanData> span) {
    ended_.fetch_add(1, std::memory_order_relaxed);
    std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= options_.queue) {
      dropped_.fetch_add(1, std::memory_order_relaxed);
      return;
    }
    queue_.push_back(std::move(span));
    if (queue_.size() == options_.batch) wake_.notify_one();
  }

  bool Flush(std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    const uint64_t want = taken_ + queue_.size();
    flush_to_ = std::max(flush_to_, want);
    wake_.notify_one();
    return done_.wait_for(lock, timeout, [&] { return finished_ >= want || exited_; }) &&
           finished_ >= want;
  }

  void Stop(std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    if (stopping_) return;
    stopping_ = true;
    give_up_ = Clock::now() + timeout;
    wake_.notify_one();
    const bool exited = done_.wait_until(lock, give_up_, [&] { return exited_; });
    lock.unlock();
    // An export under way may last longer than the caller wants to wait; this object stays.
    if (exited) {
      thread_.join();
    } else {
      thread_.detach();
    }
  }

  TracerStats Stats() const { return {ended_, dropped_, failed_, sent_}; }

 private:
  using Batch = std::vector<std::unique_ptr<SpanData>>;

  bool HasWork() const {
    return stopping_ || queue_.size() >= options_.batch || flush_to_ > taken_;
  }

  void Take(Batch& batch) {
    while (!queue_.empty() && batch.size() < options_.batch) {
      batch.push_back(std::move(queue_.front()));
      queue_.pop_front();
    }
    taken_ += batch.size();
  }

  void Work() {
    Batch batch;
    std::unique_lock lock(mutex_);
    while (true) {
      wake_.wait_for(lock, options_.interval, [&] { return HasWork(); });
      if (stopping_ && (queue_.empty() || Clock::now() >= give_up_)) break;
      Take(batch);
      if (batch.empty()) continue;
      lock.unlock();
      const size_t sent = export_(batch);
      sent_ += sent;
      failed_ += batch.size() - std::min(sent, batch.size());
      lock.lock();
      finished_ += batch.size();
      batch.clear();
      done_.notify_all();
    }
    dropped_ += queue_.size();
    queue_.clear();
    exited_ = true;
    done_.notify_all();
  }

  const TracerOptions options_;
  const ExportFunction export_;
  std::mutex mutex_;
  std::condition_variable wake_, done_;
  std::deque<std::unique_ptr<SpanData>> queue_;
  uint64_t taken_ = 0, finished_ = 0, flush_to_ = 0;
  bool stopping_ = false, exited_ = false;
  Clock::time_point give_up_;
  std::atomic<uint64_t> ended_{0}, dropped_{0}, failed_{0}, sent_{0};
  std::thread thread_;
};

// Never freed: spans may end on library threads while the process exits.
std::atomic<Tracer*> tracer{nullptr};

void Retire(Tracer* old) {
  static auto& retired = *new std::vector<Tracer*>;
  static std::mutex mutex;
  std::lock_guard lock(mutex);
  retired.push_back(old);
}

}  // namespace

namespace internal {

bool Recording() { return tracer.load(std::memory_order_acquire) != nullptr; }

bool SampleRoot(const TraceId& trace_id) {
  const Tracer* now = tracer.load(std::memory_order_acquire);
  return now != nullptr && now->Sample(trace_id);
}

void Enqueue(std::unique_ptr<SpanData> span) {
  if (Tracer* now = tracer.load(std::memory_order_acquire)) now->Enqueue(std::move(span));
}

}  // namespace internal

void StartTracer(TracerOptions options, ExportFunction exporter) {
  auto* fresh = new Tracer(options, std::move(exporter));
  if (Tracer* old = tracer.exchange(fresh)) {
    old->Stop(std::chrono::milliseconds(0));
    Retire(old);
  }
}

void StopTracer(std::chrono::milliseconds timeout) {
  Tracer* now = tracer.load();
  if (now == nullptr) return;
  now->Stop(timeout);
  const TracerStats stats = now->Stats();
  if (stats.dropped + stats.failed > 0) {
    log::Warning("spans lost", {{"dropped", stats.dropped}, {"failed", stats.failed}});
  }
}

bool FlushTracer(std::chrono::milliseconds timeout) {
  Tracer* now = tracer.load();
  return now == nullptr || now->Flush(timeout);
}

TracerStats GetTracerStats() {
  const Tracer* now = tracer.load();
  return now == nullptr ? TracerStats{} : now->Stats();
}

}  // namespace rezon::trace
