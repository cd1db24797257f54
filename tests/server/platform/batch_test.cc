#include "services/platform/server/batch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "absl/cleanup/cleanup.h"
#include "services/platform/errors/errors.h"

namespace rezon::server {
namespace {

using Numbers = Batcher<int, int>;

// A call that asks for a number; a negative one is refused.
class Call final : public Numbers::Caller {
 public:
  explicit Call(int number) : number_(number) {}
  absl::Status Prepare(Numbers::Item& item) override {
    if (number_ < 0) return errors::InvalidField("number", "is negative", "Число меньше нуля");
    item.job = number_;
    item.response = &answer;
    return absl::OkStatus();
  }
  void Answer(const absl::Status& status) override { done_.set_value(status); }
  const trace::SpanContext& Trace() const override { return trace_; }
  absl::Status Wait() { return done_.get_future().get(); }

  int answer = 0;

 private:
  const int number_;
  trace::SpanContext trace_;
  std::promise<absl::Status> done_;
};

void Double(absl::Span<Numbers::Item> items) {
  for (auto& item : items) *item.response = 2 * item.job;
}

TEST(Batch, CallsThatWaitAreHandledTogetherAndEachGetsItsOwnAnswer) {
  std::promise<void> entered, open;
  std::atomic<int> runs = 0;
  std::atomic<size_t> most = 0;
  Executor executor(4, 100);
  Numbers batcher(executor, 1, 32, [&](absl::Span<Numbers::Item> items) {
    if (++runs == 1) {
      entered.set_value();
      open.get_future().wait();
    }
    most = std::max(most.load(), items.size());
    Double(items);
  });
  const absl::Cleanup stop = [&] { executor.Stop(); };  // its workers use the batcher
  std::vector<std::unique_ptr<Call>> calls;
  for (int i = 0; i < 20; ++i) {
    calls.push_back(std::make_unique<Call>(i == 7 ? -1 : i));
    batcher.Add(calls.back().get());
    if (i == 0) entered.get_future().wait();
  }
  open.set_value();
  for (int i = 0; i < 20; ++i) {
    const absl::Status status = calls[i]->Wait();
    EXPECT_EQ(status.ok(), i != 7) << status;
    EXPECT_EQ(calls[i]->answer, i == 7 ? 0 : 2 * i);
  }
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(most, 18u) << "all that waited, without the refused one";
}

TEST(Batch, ABlockedBatchHoldsLaterCallsUpOnlyForAWhile) {
  std::promise<void> entered, open;
  Executor executor(4, 100);
  Numbers batcher(executor, 1, 32, [&](absl::Span<Numbers::Item> items) {
    if (items.front().job == 0) {
      entered.set_value();
      open.get_future().wait();
    }
    Double(items);
  });
  const absl::Cleanup stop = [&] { executor.Stop(); };  // its workers use the batcher
  Call blocked(0);
  batcher.Add(&blocked);
  entered.get_future().wait();
  const absl::Time patient = absl::Now() + Numbers::kPatience + absl::Milliseconds(10);
  while (absl::Now() < patient) std::this_thread::yield();
  Call later(4);
  batcher.Add(&later);
  EXPECT_TRUE(later.Wait().ok());
  EXPECT_EQ(later.answer, 8);
  open.set_value();
  EXPECT_TRUE(blocked.Wait().ok());
}

TEST(Batch, AnExceptionEndsItsCallsAndNotTheNext) {
  Executor executor(2, 100);
  Numbers batcher(executor, 1, 32, [](absl::Span<Numbers::Item> items) {
    if (items.front().job == 13) throw std::runtime_error("unlucky");
    Double(items);
  });
  const absl::Cleanup stop = [&] { executor.Stop(); };  // its workers use the batcher
  Call bad(13), good(2);
  batcher.Add(&bad);
  EXPECT_EQ(bad.Wait().code(), absl::StatusCode::kInternal);
  batcher.Add(&good);
  EXPECT_TRUE(good.Wait().ok());
}

TEST(Batch, AfterTheExecutorsEndCallsAreUnavailable) {
  Executor executor(2, 100);
  Numbers batcher(executor, 2, 32, Double);
  const absl::Cleanup stop = [&] { executor.Stop(); };  // its workers use the batcher
  executor.Stop();
  Call call(1);
  batcher.Add(&call);
  EXPECT_EQ(call.Wait().code(), absl::StatusCode::kUnavailable);
}

TEST(Batch, AFullQueueIsResourceExhausted) {
  std::promise<void> entered, open;
  Executor executor(1, 2);
  Numbers batcher(executor, 1, 32, [&](absl::Span<Numbers::Item> items) {
    if (items.front().job == 0) {
      entered.set_value();
      open.get_future().wait();
    }
    Double(items);
  });
  const absl::Cleanup stop = [&] { executor.Stop(); };  // its workers use the batcher
  Call first(0), second(1), third(2), fourth(3);
  batcher.Add(&first);
  entered.get_future().wait();
  batcher.Add(&second);
  batcher.Add(&third);
  batcher.Add(&fourth);
  EXPECT_EQ(fourth.Wait().code(), absl::StatusCode::kResourceExhausted);
  open.set_value();
  for (Call* call : {&first, &second, &third}) EXPECT_TRUE(call->Wait().ok());
}

}  // namespace
}  // namespace rezon::server
