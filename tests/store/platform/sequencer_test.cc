#include "services/platform/outbox/sequencer.h"

#include <gtest/gtest.h>

#include <thread>

#include "absl/strings/str_cat.h"
#include "services/platform/db/pool.h"
#include "services/platform/outbox/outbox.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::outbox {
namespace {

using ::rezon::testing::Database;
using ::rezon::testing::Eventually;
using ::rezon::testing::Soon;

constexpr db::Migration kThing{
    1, "thing", "CREATE TABLE thing (name text PRIMARY KEY, revision bigint NOT NULL DEFAULT 0);"};
constexpr db::Statement kBump{
    "bump", "UPDATE thing SET revision = revision + 1 WHERE name = $1 RETURNING revision"};

NewEvent Event(const std::string& subject, std::int64_t revision) {
  return {subject, revision, "thing.changed", R"({"name":"x"})", "tester", "ru-tyu"};
}

class SequencerTest : public ::testing::Test {
 protected:
  SequencerTest() : pool_(database_.AppPool("registry", 9)) {}

  std::unique_ptr<Sequencer> Start() {
    SequencerOptions options;
    options.connection = database_.App("registry");
    options.takeover_interval = absl::Milliseconds(20);
    return std::make_unique<Sequencer>(options);
  }
  std::string Query(const std::string& sql) { return database_.Query("registry", sql); }
  std::string Positions() {
    return Query(
        "SELECT string_agg(subject, ',' ORDER BY position) FROM outbox "
        "WHERE position IS NOT NULL");
  }

  std::vector<db::Migration> migrations_ = {kThing};
  Database database_{{{"registry", migrations_}}};
  std::unique_ptr<db::Pool> pool_;
};

// The transaction that began first commits last: its event has the lower id and the later position.
TEST_F(SequencerTest, AnEventThatCommitsLateIsNeitherLostNorLeavesAGap) {
  auto sequencer = Start();
  auto early = pool_->Acquire(Soon());
  ASSERT_TRUE(early.ok());
  db::Context context = Soon();
  db::Transaction slow(**early, context);
  NewEvent first = Event("early", 1), second = Event("late", 1);
  Append(slow, absl::MakeConstSpan(&first, 1));
  ASSERT_TRUE(slow.Flush().ok());
  ASSERT_TRUE(pool_
                  ->Transact(Soon(),
                             [&](db::Transaction& quick) {
                               Append(quick, absl::MakeConstSpan(&second, 1));
                               return absl::OkStatus();
                             })
                  .ok());
  EXPECT_TRUE(Eventually([&] { return Positions() == "late"; })) << Positions();
  ASSERT_TRUE(slow.Commit().ok());
  EXPECT_TRUE(Eventually([&] { return Positions() == "late,early"; })) << Positions();
  EXPECT_EQ(Query("SELECT (SELECT id FROM outbox WHERE subject = 'early') < "
                  "(SELECT id FROM outbox WHERE subject = 'late')"),
            "t");
  EXPECT_EQ(Query("SELECT head FROM outbox_state"), "2");
}

TEST_F(SequencerTest, ManyWritersGetGapFreePositionsInOrderOfEachSubject) {
  auto sequencer = Start(), standby = Start();
  Query("INSERT INTO thing SELECT 'thing-' || n FROM generate_series(0, 4) n");
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 8; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 50; ++i) {
        std::string name = absl::StrCat("thing-", (writer + i) % 5);
        absl::Status status = pool_->Transact(Soon(), [&](db::Transaction& transaction) {
          auto row = transaction.Execute(kBump, db::Params().Text(name));
          if (!row.ok()) return row.status();
          NewEvent event = Event(name, row->Int(0, 0));
          Append(transaction, absl::MakeConstSpan(&event, 1));
          return absl::OkStatus();
        });
        EXPECT_TRUE(status.ok()) << status;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_TRUE(Eventually([&] { return Query("SELECT head FROM outbox_state") == "400"; }));
  EXPECT_EQ(Query("SELECT count(DISTINCT position) || ' ' || min(position) || ' ' || max(position) "
                  "FROM outbox"),
            "400 1 400");
  EXPECT_EQ(
      Query("SELECT count(*) FROM (SELECT revision - lag(revision, 1, 0::bigint) OVER "
            "(PARTITION BY subject ORDER BY position) AS step FROM outbox) s WHERE step <> 1"),
      "0");
}

TEST_F(SequencerTest, AnotherProcessTakesOverWhenTheLeaderDies) {
  auto leader = Start(), standby = Start();
  std::string holder =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND "
      "database = (SELECT oid FROM pg_database WHERE datname = current_database())";
  ASSERT_TRUE(Eventually([&] { return Query(holder) == "1"; }));
  Query(
      "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory' AND "
      "database = (SELECT oid FROM pg_database WHERE datname = current_database())");
  NewEvent event = Event("after", 1);
  ASSERT_TRUE(pool_
                  ->Transact(Soon(),
                             [&](db::Transaction& transaction) {
                               Append(transaction, absl::MakeConstSpan(&event, 1));
                               return absl::OkStatus();
                             })
                  .ok());
  EXPECT_TRUE(Eventually([&] { return Positions() == "after"; }));
}

TEST_F(SequencerTest, RetentionDeletesOldEventsAndRemembersHowFar) {
  Query(
      "INSERT INTO outbox (subject, revision, type, payload, region, create_time) SELECT 's', n, "
      "'t', '{}', 'r', now() - interval '1 hour' * (3 - n) FROM generate_series(1, 3) n");
  SequencerOptions options;
  options.connection = database_.App("registry");
  options.keep = absl::Minutes(90);
  Sequencer sequencer(options);
  EXPECT_TRUE(Eventually([&] { return Query("SELECT trimmed FROM outbox_state") == "1"; }));
  EXPECT_EQ(Query("SELECT string_agg(position::text, ',' ORDER BY position) FROM outbox"), "2,3");
}

}  // namespace
}  // namespace rezon::outbox
