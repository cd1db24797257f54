#pragma once

#include <grpcpp/grpcpp.h>

#include <condition_variable>
#include <exception>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "services/platform/server/executor.h"
#include "services/platform/server/grpc_call.h"

// The reactors behind Chain. Each is one allocation a call: reactor, call context and executor task
// in one object, which ends itself in OnDone.
namespace rezon::server {

// Answers for a call that is not going to run.
absl::Status QueueFull();
absl::Status ShuttingDown();
absl::Status TooLarge(size_t max_bytes);
absl::Status FromException(std::string_view what);

// Runs `work` with nothing thrown out of it.
template <typename Work>
absl::Status Guarded(Work&& work) {
  try {
    return work();
  } catch (const std::exception& e) {
    return FromException(e.what());
  } catch (...) {
    return FromException("not a std::exception");
  }
}

// gRPC runs OnDone on the thread that sent the answer, not on one of its own that it wakes for it:
// our reactors do no more there than end themselves (deploy/decisions/0006).
inline constexpr bool kEndsInline = true;

// What all reactors share. `Reactor` is gRPC's base class.
template <typename Reactor>
class CallReactor : public Reactor, public Task {
 public:
  void OnDone() final { delete this; }
  void OnCancel() final { call_.Cancel(); }
  bool InternalInlineable() final { return kEndsInline; }

  void Run(bool stopped) final {
    absl::Status status = stopped ? ShuttingDown() : call_.CheckAlive();
    if (status.ok()) {
      trace::Scope scope(call_.trace());
      status = Guarded([this] { return Handle(); });
    }
    this->Finish(call_.End(status));
  }

 protected:
  // The work on the executor thread.
  virtual absl::Status Handle() = 0;

  void Enqueue(const Method& method) {
    Executor& executor = method.runtime->executor();
    if (executor.Submit(static_cast<Task*>(this))) return;
    this->Finish(call_.End(executor.stopped() ? ShuttingDown() : QueueFull()));
  }

  GrpcCall call_;
};

template <typename Request, typename Response, typename Handler>
class UnaryReactor final : public CallReactor<grpc::ServerUnaryReactor> {
 public:
  UnaryReactor(const Method& method, grpc::CallbackServerContext* context, const Request& request,
               Response* response, Handler handler)
      : method_(method), request_(request), response_(response), handler_(std::move(handler)) {
    call_.Open(method, context);
  }
  void Start() { Enqueue(method_); }

 private:
  absl::Status Handle() override {
    if (absl::Status status = call_.Authenticate(); !status.ok()) return status;
    return handler_(static_cast<CallContext&>(call_), request_, response_);
  }

  const Method& method_;
  const Request& request_;
  Response* const response_;
  Handler handler_;
};

template <typename Request, typename Response, typename Handler>
class ClientStreamReactor final : public CallReactor<grpc::ServerReadReactor<Request>> {
 public:
  ClientStreamReactor(const Method& method, grpc::CallbackServerContext* context,
                      Response* response, size_t max_bytes, Handler handler)
      : method_(method), response_(response), max_bytes_(max_bytes), handler_(std::move(handler)) {
    this->call_.Open(method, context);
  }

  void StartReading() {
    // Before the first byte is taken, so that a stranger cannot fill memory.
    absl::Status status = Guarded([this] { return this->call_.Authenticate(); });
    if (!status.ok()) return this->Finish(this->call_.End(status));
    this->StartRead(&incoming_);
  }

  void OnReadDone(bool ok) override {
    if (!ok) return this->Enqueue(method_);
    bytes_ += incoming_.ByteSizeLong();
    if (bytes_ > max_bytes_) return this->Finish(this->call_.End(TooLarge(max_bytes_)));
    if (absl::Status status = this->call_.CheckAlive(); !status.ok()) {
      return this->Finish(this->call_.End(status));
    }
    messages_.push_back(std::move(incoming_));
    incoming_ = Request();
    this->StartRead(&incoming_);
  }

 private:
  absl::Status Handle() override {
    return handler_(static_cast<CallContext&>(this->call_), messages_, response_);
  }

  const Method& method_;
  Response* const response_;
  const size_t max_bytes_;
  Handler handler_;
  Request incoming_;
  std::vector<Request> messages_;
  size_t bytes_ = 0;
};

// Where the handler of a server stream puts its answers. One thread at a time.
template <typename Response>
class Writer {
 public:
  virtual ~Writer() = default;
  // Blocks until gRPC took the message. False once the client has gone or the deadline has passed:
  // then stop.
  virtual bool Write(const Response& message) = 0;
};

template <typename Request, typename Response, typename Handler>
class ServerStreamReactor final : public CallReactor<grpc::ServerWriteReactor<Response>>,
                                  public Writer<Response> {
 public:
  ServerStreamReactor(const Method& method, grpc::CallbackServerContext* context,
                      const Request& request, Handler handler)
      : method_(method), context_(context), request_(request), handler_(std::move(handler)) {
    this->call_.Open(method, context);
  }
  void Start() { this->Enqueue(method_); }

  bool Write(const Response& message) override {
    std::unique_lock lock(mutex_);
    if (!good_) return false;
    written_ = false;
    lock.unlock();
    this->StartWrite(&message);
    lock.lock();
    const auto deadline = absl::ToChronoTime(this->call_.deadline());
    if (!done_.wait_until(lock, deadline, [this] { return written_; })) {
      // A client that does not read must not keep the worker; the write then ends as failed.
      context_->TryCancel();
      done_.wait(lock, [this] { return written_; });
    }
    return good_;
  }

  void OnWriteDone(bool ok) override {
    std::lock_guard lock(mutex_);
    good_ = good_ && ok;
    written_ = true;
    done_.notify_one();
  }

 private:
  absl::Status Handle() override {
    if (absl::Status status = this->call_.Authenticate(); !status.ok()) return status;
    return handler_(static_cast<CallContext&>(this->call_), request_,
                    static_cast<Writer<Response>&>(*this));
  }

  const Method& method_;
  grpc::CallbackServerContext* const context_;
  const Request& request_;
  Handler handler_;
  std::mutex mutex_;
  std::condition_variable done_;
  bool written_ = true;
  bool good_ = true;
};

}  // namespace rezon::server
