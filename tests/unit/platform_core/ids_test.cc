#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>
#include <vector>

#include "services/platform/ids/uuid.h"

namespace rezon::ids {
namespace {

TEST(Uuid, IsVersion7AndHoldsTheTime) {
  const auto before = std::chrono::duration_cast<std::chrono::milliseconds>(
                          std::chrono::system_clock::now().time_since_epoch())
                          .count();
  const std::string id = NewUuid();
  ASSERT_TRUE(IsUuid(id));
  EXPECT_EQ(id[14], '7');
  EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
  EXPECT_GE(UuidMillis(id), before);
  EXPECT_LT(UuidMillis(id), before + 60000);
}

TEST(Uuid, AscendsWithinAThread) {
  std::string last = NewUuid();
  for (int i = 0; i < 20000; ++i) {
    const std::string next = NewUuid();
    ASSERT_LT(last, next);
    last = next;
  }
}

TEST(Uuid, NeverRepeatsOverThreads) {
  constexpr int kThreads = 4, kEach = 5000;
  std::vector<std::vector<std::string>> made(kThreads);
  std::vector<std::thread> threads;
  for (auto& ids : made) {
    threads.emplace_back([&ids] {
      for (int i = 0; i < kEach; ++i) ids.push_back(NewUuid());
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& ids : made) all.insert(ids.begin(), ids.end());
  EXPECT_EQ(all.size(), static_cast<size_t>(kThreads * kEach));
}

TEST(Uuid, RefusesOtherText) {
  EXPECT_FALSE(IsUuid(""));
  EXPECT_FALSE(IsUuid("0190b8f0-0000-7000-8000-00000000000"));
  EXPECT_FALSE(IsUuid("0190B8F0-0000-7000-8000-000000000000"));
  EXPECT_FALSE(IsUuid("0190b8f0x0000-7000-8000-000000000000"));
  EXPECT_EQ(UuidMillis("0190b8f0-0000-4000-8000-000000000000"), -1);
}

}  // namespace
}  // namespace rezon::ids
