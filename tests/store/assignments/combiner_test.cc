#include "services/assignments/store/combiner.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "absl/synchronization/notification.h"
#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"
#include "tests/store/assignments/fixture.h"

namespace rezon::assignments {
namespace {

using rezon::testing::Eventually;
using rezon::testing::Soon;
using store::Change;
using store::Combiner;
using store::Outcome;
using Kind = Outcome::Kind;

// A batch that answers "changed" for every change and remembers how many it was given.
class Recorder {
 public:
  absl::StatusOr<std::vector<Outcome>> operator()(absl::Span<const Change> changes) {
    std::lock_guard lock(mutex_);
    sizes_.push_back(changes.size());
    std::vector<Outcome> outcomes(changes.size());
    for (Outcome& outcome : outcomes) outcome.kind = Kind::kChanged;
    return outcomes;
  }
  std::vector<size_t> sizes() {
    std::lock_guard lock(mutex_);
    return sizes_;
  }

 private:
  std::mutex mutex_;
  std::vector<size_t> sizes_;
};

class CombinerTest : public StoreTest {
 protected:
  Combiner OverStore() {
    return Combiner([this](const db::Context& context, absl::Span<const Change> changes,
                           absl::CivilDay day) { return store_.Apply(context, changes, day); });
  }

  // Ends all threads of a test.
  void Run(std::vector<std::function<void()>> work) {
    std::vector<std::thread> threads;
    for (auto& one : work) threads.emplace_back(std::move(one));
    for (std::thread& thread : threads) thread.join();
  }
};

TEST_F(CombinerTest, EveryConcurrentChangeIsMadeOnceWithItsHistory) {
  const auto ids = IssueSome(120);
  Combiner combiner = OverStore();
  std::atomic<int> changed = 0;
  std::vector<std::function<void()>> work;
  for (size_t thread = 0; thread < 6; ++thread) {
    work.push_back([&, thread] {
      for (size_t i = thread; i < ids.size(); i += 6) {
        auto outcome = combiner.Apply(Soon(), MakeChange(ids[i], Operation::kStart), today_);
        ASSERT_TRUE(outcome.ok()) << outcome.status();
        EXPECT_EQ(outcome->assignment.name(), AssignmentName(ids[i]));
        changed += outcome->kind == Kind::kChanged ? 1 : 0;
      }
    });
  }
  Run(std::move(work));
  EXPECT_EQ(changed, 120);
  EXPECT_EQ(Query("SELECT count(*) FROM history WHERE operation = 'start' AND revision = 2"),
            "120");
  EXPECT_EQ(Query("SELECT count(DISTINCT subject) FROM outbox WHERE revision = 2"), "120");
}

TEST_F(CombinerTest, TwoChangesOfOneAssignmentAreMadeOneAfterTheOther) {
  const auto ids = IssueSome(1);
  Combiner combiner = OverStore();
  std::atomic<int> changed = 0, forbidden = 0;
  std::vector<std::function<void()>> work(5, [&] {
    auto outcome = combiner.Apply(Soon(), MakeChange(ids[0], Operation::kAcknowledge), today_);
    ASSERT_TRUE(outcome.ok()) << outcome.status();
    changed += outcome->kind == Kind::kChanged ? 1 : 0;
    forbidden += outcome->kind == Kind::kForbidden ? 1 : 0;
  });
  Run(std::move(work));
  EXPECT_EQ(changed, 1);
  EXPECT_EQ(forbidden, 4);
}

TEST_F(CombinerTest, WhatComesDuringABatchIsAllMade) {
  Recorder recorder;
  absl::Notification entered, release;
  std::atomic<bool> first = true;
  Combiner combiner([&](const db::Context&, absl::Span<const Change> changes, absl::CivilDay) {
    if (first.exchange(false)) {
      entered.Notify();
      release.WaitForNotification();
    }
    return recorder(changes);
  });
  std::atomic<int> waiting = 0;
  std::vector<std::function<void()>> work;
  for (int i = 0; i < 5; ++i) {
    work.push_back([&, i] {
      if (i > 0) entered.WaitForNotification();
      ++waiting;
      if (waiting == 5) release.Notify();
      auto outcome = combiner.Apply(Soon(), MakeChange(ids::NewUuid(), Operation::kStart), today_);
      EXPECT_TRUE(outcome.ok() && outcome->kind == Kind::kChanged);
    });
  }
  Run(std::move(work));
  size_t all = 0;
  for (size_t size : recorder.sizes()) all += size;
  EXPECT_EQ(all, 5u);
}

TEST_F(CombinerTest, ARefusedBatchIsMadeOneByOne) {
  Recorder recorder;
  absl::Notification entered, release;
  std::atomic<bool> first = true;
  Combiner combiner([&](const db::Context&, absl::Span<const Change> changes,
                        absl::CivilDay) -> absl::StatusOr<std::vector<Outcome>> {
    if (first.exchange(false)) {
      entered.Notify();
      release.WaitForNotification();
    }
    if (changes.size() > 1) return db::StatusOf("23505", "idempotency_pkey", "twice");
    return recorder(changes);
  });
  std::vector<std::function<void()>> work;
  for (int i = 0; i < 4; ++i) {
    work.push_back([&, i] {
      if (i > 0) entered.WaitForNotification();
      if (i == 3) release.Notify();
      auto outcome = combiner.Apply(Soon(), MakeChange(ids::NewUuid(), Operation::kStart), today_);
      EXPECT_TRUE(outcome.ok()) << outcome.status();
    });
  }
  Run(std::move(work));
  EXPECT_EQ(recorder.sizes(), std::vector<size_t>(4, 1));
}

TEST_F(CombinerTest, ALostConnectionIsNeverTriedAgain) {
  std::atomic<int> runs = 0;
  Combiner combiner([&](const db::Context&, absl::Span<const Change>,
                        absl::CivilDay) -> absl::StatusOr<std::vector<Outcome>> {
    ++runs;
    return db::StatusOf("08006", "", "gone");
  });
  auto outcome = combiner.Apply(Soon(), MakeChange(ids::NewUuid(), Operation::kStart), today_);
  EXPECT_EQ(outcome.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(runs, 1);
}

TEST_F(CombinerTest, ABlockedBatchHoldsNobodyElseUp) {
  const auto ids = IssueSome(2);
  auto holder = database_.AppPool("assignments", 1);
  Combiner combiner = OverStore();
  absl::Notification locked, release;
  static constexpr db::Statement kLock{
      "lock_row", "SELECT 1 FROM assignment WHERE region = $1 AND id = $2::uuid FOR UPDATE"};
  std::thread blocker([&] {
    auto held = holder->Transact(Soon(), [&](db::Transaction& transaction) {
      auto row = transaction.Execute(kLock, db::Params().Text(kRegion).Text(ids[0]));
      locked.Notify();
      release.WaitForNotification();
      return row.status();
    });
    EXPECT_TRUE(held.ok()) << held;
  });
  locked.WaitForNotification();
  std::atomic<bool> blocked_done = false;
  std::thread blocked([&] {
    auto outcome = combiner.Apply(Soon(), MakeChange(ids[0], Operation::kStart), today_);
    EXPECT_TRUE(outcome.ok() && outcome->kind == Kind::kChanged);
    blocked_done = true;
  });
  EXPECT_TRUE(
      Eventually([&] { return Query("SELECT count(*) FROM pg_locks WHERE NOT granted") != "0"; }));
  auto outcome = combiner.Apply(Soon(), MakeChange(ids[1], Operation::kStart), today_);
  EXPECT_TRUE(outcome.ok() && outcome->kind == Kind::kChanged);
  EXPECT_FALSE(blocked_done);
  release.Notify();
  blocked.join();
  blocker.join();
  EXPECT_TRUE(blocked_done);
}

TEST_F(CombinerTest, AWaitingCallerKeepsItsOwnDeadline) {
  absl::Notification entered, release;
  std::atomic<int> runs = 0, made = 0;
  Combiner combiner([&](const db::Context& context, absl::Span<const Change> changes,
                        absl::CivilDay) -> absl::StatusOr<std::vector<Outcome>> {
    if (runs++ == 0) entered.Notify();
    if (!release.WaitForNotificationWithTimeout(context.deadline - absl::Now())) {
      return errors::DeadlineExceeded("statement cancelled");
    }
    made += static_cast<int>(changes.size());
    return std::vector<Outcome>(changes.size());
  });
  std::thread leader([&] {
    auto outcome = combiner.Apply(Soon(), MakeChange(ids::NewUuid(), Operation::kStart), today_);
    EXPECT_TRUE(outcome.ok());
  });
  entered.WaitForNotification();
  auto late = combiner.Apply(db::Context::Within(absl::Milliseconds(1)),
                             MakeChange(ids::NewUuid(), Operation::kStart), today_);
  EXPECT_EQ(late.status().code(), absl::StatusCode::kDeadlineExceeded);
  release.Notify();
  leader.join();
  EXPECT_EQ(made, 1) << "a change whose time was up is not made";
}

}  // namespace
}  // namespace rezon::assignments
