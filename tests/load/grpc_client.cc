#include "tests/load/grpc_client.h"

#include <grpcpp/grpcpp.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <random>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rezon/assignments/v1/assignments.grpc.pb.h"

namespace rezon::load {
namespace {

namespace pb = ::rezon::assignments::v1;
constexpr int kChannels = 2;
constexpr int kPage = 50;

// Counts the slots that are done with their last call.
class Latch {
 public:
  explicit Latch(int count) : count_(count) {}
  void Down() {
    std::lock_guard lock(mutex_);
    if (--count_ == 0) done_.notify_all();
  }
  void Wait() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return count_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable done_;
  int count_;
};

std::string CheckOne(const Job& job, const pb::Assignment& reply, bool changed) {
  if (reply.name() != job.name) return "another assignment: " + reply.name();
  if (reply.point_text().empty() || reply.etag().empty()) return "an empty assignment";
  const auto wanted =
      job.start ? pb::Assignment::STATE_IN_PROGRESS : pb::Assignment::STATE_ACKNOWLEDGED;
  return changed && reply.state() != wanted ? "state not changed" : "";
}

std::string CheckPage(const Job& job, const pb::ListAssignmentsResponse& reply) {
  if (reply.assignments_size() != kPage) {
    return absl::StrCat(reply.assignments_size(), " rows in a page");
  }
  if (reply.next_page_token().empty()) return "no next page";
  for (int i = 0; i < kPage; ++i) {
    const pb::Assignment& row = reply.assignments(i);
    if (row.executor() != job.name) return "a row of another executor";
    if (i > 0 && row.due_date() < reply.assignments(i - 1).due_date()) return "rows out of order";
  }
  return "";
}

// One call after the other, started from the callback of the one before.
class Slot {
 public:
  // `next` says what to ask for; false ends the slot.
  Slot(pb::AssignmentsService::Stub& stub, const std::string& token, Operation operation,
       Meter& meter, Latch& latch, std::function<bool(Job*)> next)
      : stub_(stub),
        token_(token),
        operation_(operation),
        meter_(meter),
        latch_(latch),
        next_(std::move(next)) {}

  void Start() {
    if (meter_.Over() || !next_(&job_)) return latch_.Down();
    context_ = std::make_unique<grpc::ClientContext>();
    context_->AddMetadata("authorization", token_);
    context_->set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
    started_ = Clock::now();
    auto done = [this](const grpc::Status& status) { Done(status); };
    if (operation_ == Operation::kGet) {
      get_.set_name(job_.name);
      stub_.async()->GetAssignment(context_.get(), &get_, &one_, done);
    } else if (operation_ == Operation::kPage) {
      list_.set_page_size(kPage);
      list_.set_filter(absl::StrCat("executor = \"", job_.name, "\""));
      stub_.async()->ListAssignments(context_.get(), &list_, &page_, done);
    } else if (job_.start) {
      start_.set_name(job_.name);
      stub_.async()->StartAssignment(context_.get(), &start_, &one_, done);
    } else {
      acknowledge_.set_name(job_.name);
      stub_.async()->AcknowledgeAssignment(context_.get(), &acknowledge_, &one_, done);
    }
  }

 private:
  void Done(const grpc::Status& status) {
    std::string fault;
    if (!status.ok()) {
      fault = absl::StrCat("status ", status.error_code(), " ", status.error_message(), " for ",
                           job_.name);
    } else {
      fault = operation_ == Operation::kPage
                  ? CheckPage(job_, page_)
                  : CheckOne(job_, one_, operation_ == Operation::kChange);
    }
    meter_.Ended(started_, fault);
    Start();
  }

  pb::AssignmentsService::Stub& stub_;
  const std::string& token_;
  const Operation operation_;
  Meter& meter_;
  Latch& latch_;
  const std::function<bool(Job*)> next_;
  Job job_;
  Clock::time_point started_;
  std::unique_ptr<grpc::ClientContext> context_;
  pb::GetAssignmentRequest get_;
  pb::ListAssignmentsRequest list_;
  pb::StartAssignmentRequest start_;
  pb::AcknowledgeAssignmentRequest acknowledge_;
  pb::Assignment one_;
  pb::ListAssignmentsResponse page_;
};

}  // namespace

class GrpcClient::Impl {
 public:
  Impl(const std::string& target, const std::string& token) : token_("Bearer " + token) {
    for (int i = 0; i < kChannels; ++i) {
      grpc::ChannelArguments arguments;
      arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
      arguments.SetInt("connection", i);
      // A failed call is counted, not hidden; and the machinery of retries costs each call.
      arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
      stubs_.push_back(pb::AssignmentsService::NewStub(
          grpc::CreateCustomChannel(target, grpc::InsecureChannelCredentials(), arguments)));
    }
  }

  Measured One(Operation operation, const Job& job) {
    Meter meter(From(0, 10));
    Latch latch(1);
    bool asked = false;
    Slot slot(*stubs_[0], token_, operation, meter, latch, [&](Job* out) {
      if (asked) return false;
      *out = job;
      return asked = true;
    });
    slot.Start();
    latch.Wait();
    return meter.Result();
  }

  Measured Run(Operation operation, int calls, const Window& window, Work& work) {
    Meter meter(window);
    Latch latch(calls);
    std::vector<std::unique_ptr<Slot>> slots;
    for (int i = 0; i < calls; ++i) {
      auto next = [&work, operation, random = std::mt19937_64(++seed_)](Job* job) mutable {
        return work.Next(operation, random, job);
      };
      slots.push_back(std::make_unique<Slot>(*stubs_[i % kChannels], token_, operation, meter,
                                             latch, std::move(next)));
    }
    for (auto& slot : slots) slot->Start();
    latch.Wait();
    return meter.Result();
  }

 private:
  const std::string token_;
  std::vector<std::unique_ptr<pb::AssignmentsService::Stub>> stubs_;
  uint64_t seed_ = 0;
};

GrpcClient::GrpcClient(const std::string& target, const std::string& token)
    : impl_(std::make_unique<Impl>(target, token)) {}
GrpcClient::~GrpcClient() = default;

Measured GrpcClient::One(Operation operation, const Job& job) { return impl_->One(operation, job); }

Measured GrpcClient::Run(Operation operation, int calls, const Window& window, Work& work) {
  return impl_->Run(operation, calls, window, work);
}

}  // namespace rezon::load
