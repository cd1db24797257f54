#include "services/platform/db/connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "services/platform/db/errors.h"
#include "services/platform/db/transaction.h"
#include "services/platform/errors/errors.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::db {
namespace {

using ::rezon::testing::Database;
using ::rezon::testing::Soon;

constexpr Statement kSleep{"sleep", "SELECT pg_sleep($1::float8)"};
constexpr Statement kOne{"one", "SELECT 1"};

class ConnectionTest : public ::testing::Test {
 protected:
  std::unique_ptr<Connection> Connect() {
    auto connection = Connection::Open(database_.App("registry"), Soon());
    EXPECT_TRUE(connection.ok()) << connection.status();
    return std::move(*connection);
  }

  Database database_{{{"registry", {}}}};
};

TEST_F(ConnectionTest, ValuesOfEveryTypeComeBackAsTheyWent) {
  auto connection = Connect();
  constexpr Statement kEcho{
      "echo",
      "SELECT $1::text, $2::int8, $3::bool, $4::float8, $5::bytea, $6::date, $7::timestamptz, "
      "$8::text[], $9::uuid[], $10::int8[], $11::jsonb, $12::text, $13::bytea[] = "
      "ARRAY['\\x00ff'::bytea, '\\x'], $14::date[] = ARRAY['2024-02-29'::date, NULL], $15::int4"};
  std::string bytes("\0\xff\x27\\", 4);
  absl::Time when = absl::FromUnixMicros(1732300000123456);
  std::vector<std::string> texts = {"a", "", "с \"кавычкой\" и \\ {чертой},", "NULL"};
  std::vector<std::string> uuids = {"01930000-0000-7000-8000-0123456789ab"};
  std::vector<std::int64_t> ints = {-1, 0, 9223372036854775807};
  std::vector<std::string> blobs = {std::string("\0\xff", 2), ""};
  std::vector<std::optional<absl::CivilDay>> days = {absl::CivilDay(2024, 2, 29), std::nullopt};
  auto rows = connection->Execute(Soon(), kEcho,
                                  Params()
                                      .Text("ёлка")
                                      .Int(-9223372036854775807)
                                      .Bool(true)
                                      .Double(0.1)
                                      .Bytes(bytes)
                                      .Date(absl::CivilDay(1900, 3, 1))
                                      .Time(when)
                                      .TextArray(texts)
                                      .TextArray(uuids)
                                      .IntArray(ints)
                                      .Text("{\"a\": [1]}")
                                      .Null()
                                      .BytesArray(blobs)
                                      .DateArray(days)
                                      .Int(-5));
  ASSERT_TRUE(rows.ok()) << rows.status();
  EXPECT_EQ(rows->View(0, 0), "ёлка");
  EXPECT_EQ(rows->Int(0, 1), -9223372036854775807);
  EXPECT_TRUE(rows->Bool(0, 2));
  EXPECT_EQ(rows->Double(0, 3), 0.1);
  EXPECT_EQ(rows->Bytes(0, 4), bytes);
  EXPECT_EQ(rows->Date(0, 5), absl::CivilDay(1900, 3, 1));
  EXPECT_EQ(rows->Time(0, 6), when);
  EXPECT_EQ(rows->TextArray(0, 7), texts);
  EXPECT_EQ(rows->TextArray(0, 8), uuids);
  EXPECT_EQ(rows->IntArray(0, 9), ints);
  EXPECT_EQ(rows->View(0, 10), "{\"a\": [1]}");
  EXPECT_EQ(rows->OptionalText(0, 11), std::nullopt);
  EXPECT_TRUE(rows->Bool(0, 12));
  EXPECT_TRUE(rows->Bool(0, 13));
  EXPECT_EQ(rows->Int(0, 14), -5);
}

TEST_F(ConnectionTest, EmbeddedNulIsRefusedAndNothingIsSent) {
  auto connection = Connect();
  constexpr Statement kLength{"length", "SELECT length($1)"};
  auto rows = connection->Execute(Soon(), kLength, Params().Text(std::string_view("a\0b", 3)));
  EXPECT_EQ(rows.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(errors::Reason(rows.status()), "EMBEDDED_NUL");
  EXPECT_TRUE(connection->Execute(Soon(), kOne).ok());
}

TEST_F(ConnectionTest, DeadlineCancelsTheStatementAndTheSessionLivesOn) {
  auto connection = Connect();
  absl::Time start = absl::Now();
  auto rows =
      connection->Execute(Context::Within(absl::Milliseconds(150)), kSleep, Params().Double(30));
  EXPECT_EQ(rows.status().code(), absl::StatusCode::kDeadlineExceeded);
  EXPECT_LT(absl::Now() - start, absl::Seconds(10));
  EXPECT_FALSE(connection->broken());
  auto one = connection->Execute(Soon(), kOne);
  ASSERT_TRUE(one.ok()) << one.status();
  EXPECT_EQ(one->Int(0, 0), 1);
  EXPECT_TRUE(connection->Execute(Soon(), kSleep, Params().Double(0)).ok());
  EXPECT_EQ(database_.Query("",
                            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND "
                            "query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()"),
            "0");
}

TEST_F(ConnectionTest, CallerCancelsARunningStatement) {
  auto connection = Connect();
  std::atomic<bool> cancelled = false;
  Context context = Soon();
  context.cancelled = [&] { return cancelled.load(); };
  std::thread caller([&] {
    rezon::testing::Eventually([&] {
      return database_.Query("",
                             "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' "
                             "AND query LIKE '%pg_sleep(%' AND pid <> pg_backend_pid()") == "1";
    });
    cancelled = true;
  });
  auto rows = connection->Execute(context, kSleep, Params().Double(60));
  caller.join();
  EXPECT_EQ(rows.status().code(), absl::StatusCode::kCancelled);
  EXPECT_TRUE(connection->Execute(Soon(), kOne).ok());
}

TEST_F(ConnectionTest, ServerKnowsALimitOfItsOwn) {
  auto connection = Connect();
  constexpr Statement kShow{"show", "SELECT current_setting('statement_timeout')"};
  auto near = connection->Execute(Context::Within(absl::Seconds(5)), kShow);
  ASSERT_TRUE(near.ok());
  EXPECT_EQ(near->View(0, 0), "20s");
  auto far = connection->Execute(Context(), kShow);
  ASSERT_TRUE(far.ok());
  EXPECT_EQ(far->View(0, 0), "0");
}

TEST_F(ConnectionTest, ErrorsHaveTheirStateAndDoNotStopTheSession) {
  auto connection = Connect();
  constexpr Statement kBad{"bad", "SELECT 1/$1::int4"};
  auto rows = connection->Execute(Soon(), kBad, Params().Int(0));
  EXPECT_EQ(SqlState(rows.status()), "22012");
  EXPECT_EQ(rows.status().code(), absl::StatusCode::kInvalidArgument);
  auto again = connection->Execute(Soon(), kBad, Params().Int(1));
  ASSERT_TRUE(again.ok()) << again.status();
  constexpr Statement kWrong{"wrong", "SELECT nothing FROM nowhere"};
  EXPECT_EQ(connection->Execute(Soon(), kWrong).status().code(), absl::StatusCode::kInternal);
  EXPECT_EQ(SqlState(connection->Execute(Soon(), kWrong).status()), "42P01");
}

TEST_F(ConnectionTest, PipelineIsOneTransactionAndStopsAtTheFirstError) {
  auto connection = Connect();
  constexpr Statement kInsert{"insert_cursor",
                              "INSERT INTO consumer_cursor (source, cursor) VALUES ($1, $2::int8)"};
  Params first = Params().Text("a").Int(1), twice = Params().Text("a").Int(2);
  Command commands[] = {{&kInsert, &first}, {&kInsert, &twice}};
  auto results = connection->Pipeline(Soon(), commands);
  EXPECT_EQ(results.status().code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(Constraint(results.status()), "consumer_cursor_pkey");
  EXPECT_EQ(database_.Query("registry", "SELECT count(*) FROM consumer_cursor"), "0");
}

TEST_F(ConnectionTest, UncommittedTransactionIsUndone) {
  auto connection = Connect();
  constexpr Statement kInsert{"insert_cursor",
                              "INSERT INTO consumer_cursor (source, cursor) VALUES ($1, $2::int8)"};
  Context context = Soon();
  {
    Transaction transaction(*connection, context);
    ASSERT_TRUE(transaction.Execute(kInsert, Params().Text("a").Int(1)).ok());
  }
  {
    Transaction transaction(*connection, context);
    transaction.Queue(kInsert, Params().Text("b").Int(1));
    transaction.Queue(kInsert, Params().Text("c").Int(1));
    ASSERT_TRUE(transaction.Commit().ok());
  }
  EXPECT_EQ(database_.Query("registry", "SELECT string_agg(source, ',') FROM consumer_cursor"),
            "b,c");
}

TEST_F(ConnectionTest, AServiceIsRefusedOnEveryOtherSchema) {
  Database all({{"registry", {}}, {"decisions", {}}, {"assignments", {}}, {"reporting", {}}});
  const char* names[] = {"registry", "decisions", "assignments", "reporting"};
  for (const char* mine : names) {
    auto connection = Connection::Open(all.App(mine), Soon());
    ASSERT_TRUE(connection.ok());
    for (const char* theirs : names) {
      DynamicStatement read("read", std::string("SELECT count(*) FROM ") + theirs + ".outbox");
      auto rows = (*connection)->Execute(Soon(), read.statement());
      if (theirs == mine) {
        EXPECT_TRUE(rows.ok()) << mine << rows.status();
      } else {
        EXPECT_EQ(SqlState(rows.status()), "42501") << mine << " reads " << theirs;
      }
    }
    constexpr Statement kCreate{"", "CREATE TABLE intruder (id int)"};
    EXPECT_EQ(SqlState((*connection)->Execute(Soon(), kCreate).status()), "42501");
  }
}

}  // namespace
}  // namespace rezon::db
