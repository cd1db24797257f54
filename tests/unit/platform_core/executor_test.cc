#include "services/platform/server/executor.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace rezon::server {
namespace {

TEST(Executor, RunsEverythingInOrderOnOneThread) {
  Executor executor(1, 1000);
  std::vector<int> order;
  std::promise<void> done;
  for (int i = 0; i < 100; ++i) {
    ASSERT_TRUE(executor.Submit([&order, i] { order.push_back(i); }));
  }
  ASSERT_TRUE(executor.Submit([&done] { done.set_value(); }));
  done.get_future().wait();
  ASSERT_EQ(order.size(), 100u);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(order[i], i);
}

TEST(Executor, RefusesWhenFullAndAfterStop) {
  Executor executor(1, 2);
  std::promise<void> started, release;
  ASSERT_TRUE(executor.Submit([&] {
    started.set_value();
    release.get_future().wait();
  }));
  started.get_future().wait();
  EXPECT_TRUE(executor.Submit([] {}));
  EXPECT_TRUE(executor.Submit([] {}));
  EXPECT_FALSE(executor.Submit([] {}));
  EXPECT_EQ(executor.queued(), 2u);
  release.set_value();
  executor.Stop();
  EXPECT_FALSE(executor.Submit([] {}));
}

class Counted : public Task {
 public:
  Counted(std::atomic<int>& ran, std::atomic<int>& stopped) : ran_(ran), stopped_(stopped) {}
  void Run(bool stopped) override {
    ++(stopped ? stopped_ : ran_);
    delete this;
  }

 private:
  std::atomic<int>& ran_;
  std::atomic<int>& stopped_;
};

TEST(Executor, StopTellsEachQueuedTask) {
  std::atomic<int> ran{0}, stopped{0};
  Executor executor(4, 100000);
  for (int i = 0; i < 20000; ++i) ASSERT_TRUE(executor.Submit(new Counted(ran, stopped)));
  executor.Stop();
  EXPECT_EQ(ran + stopped, 20000);
}

}  // namespace
}  // namespace rezon::server
