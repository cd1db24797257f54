#include "services/platform/server/call.h"

#include <gtest/gtest.h>

namespace rezon::server {
namespace {

auto Someone() {
  auth::Principal principal;
  principal.subject = "s";
  principal.region = "ru-tyu";
  return std::make_shared<const auth::Principal>(principal);
}

TEST(CallContext, AliveUntilDeadlineOrCancel) {
  CallContext call(Someone(), absl::Now() + absl::Hours(1));
  EXPECT_TRUE(call.CheckAlive().ok());
  EXPECT_EQ(call.region(), "ru-tyu");
  call.Cancel();
  EXPECT_EQ(call.CheckAlive().code(), absl::StatusCode::kCancelled);
  CallContext late(Someone(), absl::Now() - absl::Seconds(1));
  EXPECT_EQ(late.CheckAlive().code(), absl::StatusCode::kDeadlineExceeded);
}

TEST(CallContext, HookRunsOnceOrNotAtAll) {
  int runs = 0;
  CallContext call(Someone(), absl::InfiniteFuture());
  call.OnCancel([&] { ++runs; });
  call.ClearOnCancel();
  call.Cancel();
  EXPECT_EQ(runs, 0);
  call.OnCancel([&] { ++runs; });  // already cancelled: at once
  EXPECT_EQ(runs, 1);
  call.Cancel();
  EXPECT_EQ(runs, 1);
}

}  // namespace
}  // namespace rezon::server
