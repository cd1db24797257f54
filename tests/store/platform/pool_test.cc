#include "services/platform/db/pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "absl/strings/str_cat.h"
#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::db {
namespace {

using ::rezon::testing::Database;
using ::rezon::testing::Soon;

constexpr Statement kPid{"pid", "SELECT pg_backend_pid()"};
constexpr Statement kPut{"put",
                         "INSERT INTO consumer_cursor (source, cursor) VALUES ($1, $2::int8)"};

class PoolTest : public ::testing::Test {
 protected:
  void Kill(std::int64_t pid) {
    EXPECT_EQ(database_.Query("", absl::StrCat("SELECT pg_terminate_backend(", pid, ", 10000)")),
              "t");
  }

  Database database_{{{"registry", {}}}};
};

TEST_F(PoolTest, OpensAllAtStart) {
  auto pool = database_.AppPool("registry", 5);
  EXPECT_EQ(pool->Stats().open, 5);
  EXPECT_EQ(database_.Query("",
                            "SELECT count(*) FROM pg_stat_activity WHERE datname = "
                            "current_database() AND usename = 'registry_app'"),
            "5");
}

TEST_F(PoolTest, UnreachableServerIsUnavailable) {
  PoolOptions options;
  options.connection.url = "host=/nonexistent port=1 dbname=x user=y";
  auto pool = Pool::Open(options, Soon());
  EXPECT_EQ(pool.status().code(), absl::StatusCode::kUnavailable);
}

TEST_F(PoolTest, AKilledIdleConnectionIsReplacedBeforeUse) {
  auto pool = database_.AppPool("registry", 1);
  auto before = pool->Execute(Soon(), kPid);
  ASSERT_TRUE(before.ok());
  Kill(before->Int(0, 0));
  auto after = pool->Execute(Soon(), kPid);
  ASSERT_TRUE(after.ok()) << after.status();
  EXPECT_NE(after->Int(0, 0), before->Int(0, 0));
  EXPECT_EQ(pool->Stats().replaced, 1);
}

TEST_F(PoolTest, AConnectionKilledAtWorkGivesUnavailableAndIsReplaced) {
  auto pool = database_.AppPool("registry", 1);
  auto lease = pool->Acquire(Soon());
  ASSERT_TRUE(lease.ok());
  std::thread killer([&, pid = (*lease)->backend_pid()] {
    rezon::testing::Eventually([&] {
      return database_.Query("", absl::StrCat("SELECT state FROM pg_stat_activity WHERE pid = ",
                                              pid)) == "active";
    });
    Kill(pid);
  });
  constexpr Statement kSleep{"sleep", "SELECT pg_sleep(60)"};
  auto rows = (*lease)->Execute(Soon(), kSleep);
  killer.join();
  EXPECT_EQ(rows.status().code(), absl::StatusCode::kUnavailable) << rows.status();
  EXPECT_TRUE((*lease)->broken());
  { Pool::Lease back = std::move(*lease); }
  EXPECT_TRUE(pool->Execute(Soon(), kPid).ok());
}

TEST_F(PoolTest, ExhaustionIsBoundedByTheDeadlineAndByMaxWait) {
  PoolOptions options;
  options.connection = database_.App("registry");
  options.size = 1;
  options.max_wait = absl::Milliseconds(50);
  auto pool = Pool::Open(options, Soon());
  ASSERT_TRUE(pool.ok());
  auto held = (*pool)->Acquire(Soon());
  ASSERT_TRUE(held.ok());
  auto full = (*pool)->Execute(Soon(), kPid);
  EXPECT_EQ(full.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_GT(errors::RetryAfter(full.status()), absl::ZeroDuration());
  auto late = (*pool)->Execute(Context::Within(absl::Milliseconds(10)), kPid);
  EXPECT_EQ(late.status().code(), absl::StatusCode::kDeadlineExceeded);
  EXPECT_EQ((*pool)->Stats().timeouts, 2);
}

TEST_F(PoolTest, ManyThreadsShareFewConnections) {
  auto pool = database_.AppPool("registry", 3);
  std::atomic<int> done = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 50; ++j) done += pool->Execute(Soon(), kPid).ok() ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(done, 16 * 50);
  EXPECT_EQ(pool->Stats().busy, 0);
}

TEST_F(PoolTest, AnAgedConnectionIsReplaced) {
  PoolOptions options;
  options.connection = database_.App("registry");
  options.size = 1;
  options.max_age = absl::ZeroDuration();
  auto pool = Pool::Open(options, Soon());
  ASSERT_TRUE(pool.ok());
  auto first = (*pool)->Execute(Soon(), kPid), second = (*pool)->Execute(Soon(), kPid);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_NE(first->Int(0, 0), second->Int(0, 0));
}

TEST_F(PoolTest, WorkIsUndoneWhenItFails) {
  auto pool = database_.AppPool("registry");
  absl::Status status = pool->Transact(Soon(), [](Transaction& transaction) {
    EXPECT_TRUE(transaction.Execute(kPut, Params().Text("x").Int(1)).ok());
    return errors::FailedPrecondition("NO", "no", "нет");
  });
  EXPECT_EQ(errors::Reason(status), "NO");
  EXPECT_EQ(database_.Query("registry", "SELECT count(*) FROM consumer_cursor"), "0");
}

// Two units lock two rows in opposite order: the server kills one, and it is run again.
TEST_F(PoolTest, ADeadlockIsRunAgain) {
  auto pool = database_.AppPool("registry");
  database_.Query("registry", "INSERT INTO consumer_cursor VALUES ('a', 0), ('b', 0)");
  constexpr Statement kAdd{"add",
                           "UPDATE consumer_cursor SET cursor = cursor + 1 WHERE source = $1"};
  std::atomic<int> holding = 0, runs = 0;
  auto work = [&](const char* first, const char* second) {
    bool counted = false;
    return pool->Transact(Soon(), [&, first, second](Transaction& transaction) -> absl::Status {
      ++runs;
      auto one = transaction.Execute(kAdd, Params().Text(first));
      if (!one.ok()) return one.status();
      if (!counted) ++holding;
      counted = true;
      rezon::testing::Eventually([&] { return holding == 2; });
      return transaction.Execute(kAdd, Params().Text(second)).status();
    });
  };
  absl::Status other;
  std::thread thread([&] { other = work("b", "a"); });
  absl::Status mine = work("a", "b");
  thread.join();
  EXPECT_TRUE(mine.ok()) << mine;
  EXPECT_TRUE(other.ok()) << other;
  EXPECT_GE(runs, 3);
  EXPECT_EQ(
      database_.Query("registry", "SELECT string_agg(cursor::text, ',') FROM consumer_cursor"),
      "2,2");
}

}  // namespace
}  // namespace rezon::db
