#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "services/platform/server/batch_item.h"
#include "services/platform/server/reactors.h"

namespace rezon::server {

// Calls of one kind that wait until a worker is free and are then handled together: one statement
// and one round trip instead of many, and no thread waits for another. A call that comes alone is
// handled at once and alone. Thread-safe; must outlive the executor's threads' work.
template <typename Job, typename Response>
class Batcher {
 public:
  using Item = BatchItem<Job, Response>;
  // Sets the status and the answer of each item; on an executor thread, may block.
  using Handler = std::function<void(absl::Span<Item>)>;

  // A call that waits. Answer ends it: it is not touched again.
  class Caller {
   public:
    virtual ~Caller() = default;
    virtual absl::Status Prepare(Item& item) = 0;
    virtual void Answer(const absl::Status& status) = 0;
    virtual const trace::SpanContext& Trace() const = 0;
  };

  // How long batches may take before later calls stop waiting for their workers.
  static constexpr absl::Duration kPatience = absl::Milliseconds(250);

  // `workers` executor threads handle batches of at most `most` calls; more only when those are
  // stuck.
  Batcher(Executor& executor, size_t workers, size_t most, Handler handler)
      : executor_(executor), workers_(workers), most_(most), handler_(std::move(handler)) {}

  // Answers the caller sooner or later.
  void Add(Caller* caller) {
    {
      std::unique_lock lock(mutex_);
      if (queue_.size() >= executor_.capacity()) {
        lock.unlock();
        return caller->Answer(QueueFull());
      }
      queue_.push_back(caller);
      if (working_ >= workers_ && !Stuck()) return;
      ++working_;
    }
    auto* drain = new Drain(*this);
    if (executor_.Submit(drain)) return;
    delete drain;
    Refuse();
  }

 private:
  struct Drain final : public Task {
    explicit Drain(Batcher& owner) : batcher(owner) {}
    void Run(bool stopped) override { batcher.Work(stopped, this); }
    Batcher& batcher;
  };

  // All workers have been busy with one batch each for long (a lock of the database): one more may
  // begin beside them.
  bool Stuck() const {
    return working_ < static_cast<size_t>(executor_.threads()) &&
           absl::Now() - last_take_ >= kPatience;
  }

  // The executor took no worker: those who count on it are told so, unless another one is at work.
  void Refuse() {
    std::deque<Caller*> left;
    {
      std::lock_guard lock(mutex_);
      if (--working_ == 0) left.swap(queue_);
    }
    const bool stopped = executor_.stopped();
    for (Caller* caller : left) caller->Answer(stopped ? ShuttingDown() : QueueFull());
  }

  void Work(bool stopped, Drain* self) {
    for (;;) {
      std::vector<Caller*> callers = Take();
      if (callers.empty()) break;
      if (stopped) {
        for (Caller* caller : callers) caller->Answer(ShuttingDown());
        continue;
      }
      Handle(callers);
      // Other work waits as well: behind it in the queue. After a Submit `self` is another's.
      if (executor_.queued() > 0 && executor_.Submit(self)) return;
    }
    delete self;
  }

  // Empty: this worker has been signed off.
  std::vector<Caller*> Take() {
    std::lock_guard lock(mutex_);
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(most_, queue_.size()));
    std::vector<Caller*> taken(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    if (taken.empty()) --working_;
    last_take_ = absl::Now();
    return taken;
  }

  void Handle(const std::vector<Caller*>& callers) {
    std::vector<Item> items;
    std::vector<Caller*> ready;
    for (Caller* caller : callers) {
      Item item;
      const absl::Status status = Guarded([&] { return caller->Prepare(item); });
      if (!status.ok()) {
        caller->Answer(status);
        continue;
      }
      items.push_back(std::move(item));
      ready.push_back(caller);
    }
    if (ready.empty()) return;
    RunTogether(ready, items);
    for (size_t i = 0; i < ready.size(); ++i) ready[i]->Answer(items[i].status);
  }

  // The statement's span belongs to the first call's trace; the others' traces point to it.
  void RunTogether(const std::vector<Caller*>& ready, std::vector<Item>& items) {
    const trace::SpanContext first = ready.front()->Trace();
    std::vector<trace::Span> joined;
    for (size_t i = 1; i < ready.size(); ++i) {
      joined.emplace_back("join_batch", trace::Kind::kInternal, ready[i]->Trace());
      if (joined.back().sampled()) joined.back().Link(first);
    }
    trace::Scope scope(first);
    const absl::Status status = Guarded([&] {
      handler_(absl::MakeSpan(items));
      return absl::OkStatus();
    });
    if (status.ok()) return;
    for (Item& item : items) item.status = status;
  }

  Executor& executor_;
  const size_t workers_;
  const size_t most_;
  const Handler handler_;
  std::mutex mutex_;
  std::deque<Caller*> queue_;
  size_t working_ = 0;
  absl::Time last_take_ = absl::InfinitePast();
};

// The reactor of a call that is handled in batches.
template <typename Request, typename Response, typename Job, typename MakeJob>
class BatchedReactor final : public grpc::ServerUnaryReactor,
                             public Batcher<Job, Response>::Caller {
 public:
  BatchedReactor(const Method& method, grpc::CallbackServerContext* context, const Request& request,
                 Response* response, MakeJob make_job)
      : request_(request), response_(response), make_job_(std::move(make_job)) {
    call_.Open(method, context);
  }
  void OnDone() override { delete this; }
  void OnCancel() override { call_.Cancel(); }
  bool InternalInlineable() override { return kEndsInline; }

  absl::Status Prepare(BatchItem<Job, Response>& item) override {
    absl::Status status = call_.CheckAlive();
    if (status.ok()) status = call_.Authenticate();
    if (!status.ok()) return status;
    auto job = make_job_(static_cast<CallContext&>(call_), request_);
    if (!job.ok()) return job.status();
    item.call = &call_;
    item.job = *std::move(job);
    item.response = response_;
    return absl::OkStatus();
  }
  void Answer(const absl::Status& status) override { this->Finish(call_.End(status)); }
  const trace::SpanContext& Trace() const override { return call_.trace(); }

 private:
  const Request& request_;
  Response* const response_;
  const MakeJob make_job_;
  GrpcCall call_;
};

}  // namespace rezon::server
