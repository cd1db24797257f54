#include "services/decisions/convert/process.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "services/decisions/convert/files.h"

namespace rezon::convert {
namespace {

Bounds For(std::chrono::milliseconds time) {
  Bounds bounds;
  bounds.deadline = Clock::now() + time;
  return bounds;
}

TEST(Process, WritesIntoItsFolderWhichIsGoneAfterwards) {
  std::string path;
  {
    const PrivateFolder folder;
    path = folder.path();
    ASSERT_TRUE(WriteFile(path + "/a", "text"));
    EXPECT_TRUE(
        RunProgram({FindProgram("cp"), "a", "b"}, path, For(std::chrono::seconds(20))).ok());
    EXPECT_EQ(ReadFile(path + "/b"), "text");
    const auto mode = std::filesystem::status(path).permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_all);
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Process, IsKilledAtTheDeadlineWithWhatItStarted) {
  const PrivateFolder folder;
  const auto begin = Clock::now();
  const auto status = RunProgram({FindProgram("sh"), "-c", "sleep 600 & sleep 600"}, folder.path(),
                                 For(std::chrono::milliseconds(100)));
  EXPECT_EQ(status.code(), absl::StatusCode::kDeadlineExceeded);
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(60));
}

TEST(Process, FailuresAndLimitsAreTold) {
  const PrivateFolder folder;
  EXPECT_EQ(RunProgram({FindProgram("false")}, folder.path(), For(std::chrono::seconds(20))).code(),
            absl::StatusCode::kAborted);
  EXPECT_EQ(RunProgram({"/nowhere/program"}, folder.path(), For(std::chrono::seconds(20))).code(),
            absl::StatusCode::kAborted);
  Bounds small = For(std::chrono::seconds(20));
  small.file_size = 1000;
  EXPECT_FALSE(RunProgram({FindProgram("dd"), "if=/dev/zero", "of=big", "bs=4096", "count=4"},
                          folder.path(), small)
                   .ok());
  EXPECT_EQ(FindProgram("no-such-program-anywhere"), "");
}

TEST(Process, GetsABareEnvironmentAndNoOpenFiles) {
  const PrivateFolder folder;
  ASSERT_TRUE(RunProgram({FindProgram("sh"), "-c", "env > names; ls /proc/self/fd > open"},
                         folder.path(), For(std::chrono::seconds(20)))
                  .ok());
  const std::string names = ReadFile(folder.path() + "/names").value_or("");
  EXPECT_NE(names.find("HOME=" + folder.path()), std::string::npos);
  EXPECT_EQ(names.find("REZON_"), std::string::npos);
  // Its three streams and the folder that ls itself reads.
  EXPECT_EQ(ReadFile(folder.path() + "/open"), "0\n1\n2\n3\n");
}

}  // namespace
}  // namespace rezon::convert
