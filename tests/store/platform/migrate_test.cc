#include "services/platform/db/migrate.h"

#include <gtest/gtest.h>

#include <thread>

#include "services/platform/errors/errors.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::db {
namespace {

using ::rezon::testing::Database;
using ::rezon::testing::Soon;

constexpr Migration kFirst{1, "thing", "CREATE TABLE thing (id int PRIMARY KEY);"};
constexpr Migration kSecond{2, "name",
                            "ALTER TABLE thing ADD name text; INSERT INTO thing VALUES "
                            "(1, 'a; ''b''');"};

class MigrateTest : public ::testing::Test {
 protected:
  absl::StatusOr<int> Run(const std::vector<Migration>& migrations) {
    return Migrate(database_.Owner("registry"), migrations, Soon());
  }

  Database database_{{}};
};

TEST_F(MigrateTest, AppliesOnceAndThenOnlyWhatIsNew) {
  auto platform = static_cast<int>(PlatformSchema().size());
  EXPECT_EQ(*Run({kFirst}), platform + 1);
  EXPECT_EQ(*Run({kFirst}), 0);
  EXPECT_EQ(*Run({kFirst, kSecond}), 1);
  EXPECT_EQ(database_.Query("registry", "SELECT name FROM thing"), "a; 'b'");
  EXPECT_EQ(database_.Query("registry", "SELECT tableowner FROM pg_tables WHERE tablename='thing'"),
            "registry_owner");
}

TEST_F(MigrateTest, AChangedMigrationIsRefused) {
  ASSERT_TRUE(Run({kFirst}).ok());
  auto changed = Run({{1, "thing", "CREATE TABLE thing (id bigint PRIMARY KEY);"}});
  EXPECT_EQ(changed.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(errors::Reason(changed.status()), "MIGRATION_CHANGED");
}

TEST_F(MigrateTest, ANewerSchemaIsRefusedByMigrateAndAcceptedByServers) {
  ASSERT_TRUE(Run({kFirst, kSecond}).ok());
  auto older = Run({kFirst});
  EXPECT_EQ(errors::Reason(older.status()), "SCHEMA_AHEAD");
  std::vector<Migration> old = {kFirst};
  EXPECT_TRUE(CheckSchema(database_.App("registry"), old, Soon()).ok());
}

TEST_F(MigrateTest, AFailedMigrationLeavesNothing) {
  auto failed = Run({kFirst, {2, "broken", "CREATE TABLE half (id int); SELECT 1/0;"}});
  EXPECT_FALSE(failed.ok());
  EXPECT_EQ(database_.Query("registry", "SELECT to_regclass('half') IS NULL"), "t");
  EXPECT_EQ(database_.Query("registry", "SELECT to_regclass('thing') IS NULL"), "f");
  EXPECT_EQ(*Run({kFirst, kSecond}), 1);
}

TEST_F(MigrateTest, ServersRefuseASchemaThatIsBehind) {
  std::vector<Migration> wanted = {kFirst};
  absl::Status empty = CheckSchema(database_.App("registry"), wanted, Soon());
  EXPECT_EQ(errors::Reason(empty), "SCHEMA_BEHIND");
  ASSERT_TRUE(Run({}).ok());
  absl::Status behind = CheckSchema(database_.App("registry"), wanted, Soon());
  EXPECT_EQ(errors::Reason(behind), "SCHEMA_BEHIND");
  ASSERT_TRUE(Run({kFirst}).ok());
  EXPECT_TRUE(CheckSchema(database_.App("registry"), wanted, Soon()).ok());
}

TEST_F(MigrateTest, TwoRunnersDoTheWorkOnce) {
  absl::StatusOr<int> other = 0;
  std::thread thread([&] { other = Run({kFirst, kSecond}); });
  auto mine = Run({kFirst, kSecond});
  thread.join();
  ASSERT_TRUE(mine.ok() && other.ok()) << mine.status() << other.status();
  EXPECT_EQ(*mine + *other, static_cast<int>(PlatformSchema().size()) + 2);
}

TEST_F(MigrateTest, WaitsForTheLockOnlyUntilItsDeadline) {
  auto holder = Connection::Open(database_.Owner("registry"), Soon());
  ASSERT_TRUE(holder.ok());
  ASSERT_TRUE((*holder)
                  ->Script(Soon(),
                           "SELECT pg_advisory_lock(hashtext(current_database()), "
                           "hashtext('migrate registry'))")
                  .ok());
  auto late = Migrate(database_.Owner("registry"), {}, Context::Within(absl::Milliseconds(300)));
  EXPECT_EQ(late.status().code(), absl::StatusCode::kAborted);
}

}  // namespace
}  // namespace rezon::db
