#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "services/platform/config/flags.h"
#include "services/platform/config/service_config.h"

namespace rezon::config {
namespace {

using testing::HasSubstr;
using testing::Not;

class ServiceFlags : public testing::Test {
 protected:
  ServiceFlags() : flags("rezon-test", "a test") { AddServiceFlags(flags, config); }
  absl::Status Parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "rezon-test");
    return flags.Parse(static_cast<int>(arguments.size()), arguments.data());
  }
  ServiceConfig config;
  Flags flags;
};

TEST_F(ServiceFlags, FlagWinsOverEnvironment) {
  setenv("REZON_POOL_SIZE", "3", 1);
  setenv("REZON_QUEUE_SIZE", "77", 1);
  EXPECT_TRUE(Parse({"--pool-size=5", "--listen", "unix:/run/x.sock", "--reflection"}).ok());
  unsetenv("REZON_POOL_SIZE");
  unsetenv("REZON_QUEUE_SIZE");
  EXPECT_EQ(config.pool_size, 5);
  EXPECT_EQ(config.queue_size, 77);
  EXPECT_EQ(config.listen, "unix:/run/x.sock");
  EXPECT_TRUE(config.reflection);
}

TEST_F(ServiceFlags, AllFaultsAreReportedAtOnce) {
  const absl::Status status = Parse({"--pool-size=0", "--trace-ratio=2", "--no-such", "stray",
                                     "--log-level=loud", "--listen=nowhere", "--drain-seconds"});
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  for (const char* part : {"--pool-size: must be a whole number from 1 to 256, not '0'",
                           "--trace-ratio: must be a number from 0 to 1", "unknown flag --no-such",
                           "unexpected argument 'stray'", "--log-level: must be debug",
                           "--listen: must be host:port", "--drain-seconds needs a value"}) {
    EXPECT_THAT(std::string(status.message()), HasSubstr(part));
  }
}

TEST_F(ServiceFlags, SecretsAreNeverShown) {
  ASSERT_TRUE(Parse({"--database-url=postgresql://u:hunter2@/db"}).ok());
  EXPECT_THAT(flags.Describe(), HasSubstr("database-url=(set)"));
  EXPECT_THAT(flags.Describe(), Not(HasSubstr("hunter2")));
  EXPECT_THAT(flags.Help(), Not(HasSubstr("hunter2")));
}

TEST_F(ServiceFlags, HelpNamesFlagDefaultAndVariable) {
  ASSERT_TRUE(Parse({"--help"}).ok());
  EXPECT_TRUE(flags.help_asked());
  EXPECT_THAT(flags.Help(), HasSubstr("--pool-size"));
  EXPECT_THAT(flags.Help(), HasSubstr("default 8; environment REZON_POOL_SIZE"));
}

TEST_F(ServiceFlags, MigrationNeedsItsUrl) {
  EXPECT_THAT(std::string(Parse({"--migrate-only"}).message()), HasSubstr("--migrate-url"));
}

}  // namespace
}  // namespace rezon::config
