#include <atomic>
#include <future>

#include "tests/server/platform/echo.h"

namespace rezon::server {
namespace {

config::ServiceConfig Narrow(int queue) {
  config::ServiceConfig config;
  config.pool_size = 1;
  config.queue_size = queue;
  return config;
}

// A handler that stays inside until it is let go.
struct Gate {
  std::promise<void> entered;
  std::promise<void> open;
  std::shared_future<void> opened{open.get_future()};
  std::atomic<int> runs{0};

  SayHandler Handler() {
    return [this](CallContext&, const pb::SayRequest&, pb::SayResponse*) {
      if (++runs == 1) {
        entered.set_value();
        opened.wait();
      }
      return absl::OkStatus();
    };
  }
};

TEST(Queue, FullIsResourceExhaustedWithRetryInfo) {
  Gate gate;
  EchoTest test(gate.Handler(), Narrow(1));
  auto first = std::async(std::launch::async, [&] { return test.Say("first"); });
  gate.entered.get_future().wait();
  auto second = std::async(std::launch::async, [&] { return test.Say("second"); });
  while (test.server->runtime().executor().queued() < 1) std::this_thread::yield();
  const absl::Status third = test.Say("third");
  EXPECT_EQ(third.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(errors::Reason(third), "QUEUE_FULL");
  EXPECT_GT(errors::RetryAfter(third), absl::ZeroDuration());
  gate.open.set_value();
  EXPECT_TRUE(first.get().ok());
  EXPECT_TRUE(second.get().ok());
}

TEST(Queue, CallWhoseDeadlinePassedInTheQueueDoesNotRun) {
  Gate gate;
  EchoTest test(gate.Handler(), Narrow(10));
  auto first = std::async(std::launch::async, [&] { return test.Say("first"); });
  gate.entered.get_future().wait();
  const absl::Status late = test.Say("late", nullptr, std::chrono::milliseconds(50));
  EXPECT_EQ(late.code(), absl::StatusCode::kDeadlineExceeded);
  // The server reckons the deadline from the arrival, a little after the client.
  const absl::Time passed = absl::Now() + absl::Milliseconds(100);
  while (absl::Now() < passed) std::this_thread::yield();
  gate.open.set_value();
  EXPECT_TRUE(first.get().ok());
  EXPECT_TRUE(test.Say("after").ok());
  EXPECT_EQ(gate.runs, 2);  // first and after
}

TEST(Queue, AThousandCallsAllEnd) {
  config::ServiceConfig config;
  config.pool_size = 8;
  config.queue_size = 200;
  EchoTest test(SayBack, config);
  std::atomic<int> answered{0}, refused{0}, other{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < 1000; ++i) {
    callers.emplace_back([&] {
      const absl::Status status = test.Say("x");
      if (status.ok()) {
        ++answered;
      } else if (status.code() == absl::StatusCode::kResourceExhausted) {
        ++refused;
      } else {
        ++other;
      }
    });
  }
  for (auto& caller : callers) caller.join();
  EXPECT_EQ(answered + refused, 1000);
  EXPECT_GT(answered, 0);
  EXPECT_EQ(other, 0);
}

}  // namespace
}  // namespace rezon::server
