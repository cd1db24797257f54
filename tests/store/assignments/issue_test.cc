#include <thread>

#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"
#include "tests/store/assignments/fixture.h"

namespace rezon::assignments {
namespace {

using ::rezon::testing::Soon;

TEST_F(StoreTest, IssueWritesEveryPairOnceWithHistoryAndEvent) {
  Adopted adopted = MakeAdopted(19, 50);
  v1::Issuance issuance = Issue(adopted, Order());
  EXPECT_EQ(issuance.assignment_count(), 950);
  EXPECT_EQ(issuance.existing_count(), 0);
  EXPECT_EQ(issuance.point_count(), 19);
  EXPECT_EQ(issuance.executor_count(), 50);
  EXPECT_EQ(Query("SELECT count(*) FROM assignment"), "950");
  EXPECT_EQ(Query("SELECT count(*) FROM history WHERE revision = 1 AND operation = 'issue'"),
            "950");
  EXPECT_EQ(Query("SELECT count(DISTINCT subject) FROM outbox WHERE type = 'assignment.issued'"),
            "950");
  EXPECT_EQ(Query("SELECT count(*) FROM assignment WHERE due_date = 'infinity'"), "50");
  EXPECT_EQ(Query("SELECT DISTINCT trace_id FROM history"), "0af7651916cd43dd8448eb211c80319c");
  auto stored = store_.GetIssuance(Soon(), kRegion, issuance.name().substr(10));
  ASSERT_TRUE(stored.ok() && stored->has_value());
  EXPECT_EQ((*stored)->SerializeAsString(), issuance.SerializeAsString());
}

TEST_F(StoreTest, RetryOfAnIssueAnswersTheFirst) {
  Adopted adopted = MakeAdopted(2, 3);
  auto order = Order();
  v1::Issuance first = Issue(adopted, order), second = Issue(adopted, order);
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
  EXPECT_EQ(Query("SELECT count(*) FROM assignment"), "6");
  EXPECT_EQ(Query("SELECT count(*) FROM issuance"), "1");
  order.request_hash = "another";
  auto reused = store_.Issue(Soon(), order, adopted, MakePlan(adopted), [](int) { return true; });
  EXPECT_EQ(reused.status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(StoreTest, AnotherIssueOfTheSameResolutionMakesOnlyWhatIsMissing) {
  Adopted adopted = MakeAdopted(2, 3);
  Issue(adopted, Order());
  adopted.expansions[{"addresseeClasses/schools", ""}].push_back(
      {"new", "Новая школа", "KIND_SCHOOL", "", ""});
  v1::Issuance second = Issue(adopted, Order());
  EXPECT_EQ(second.assignment_count(), 2);
  EXPECT_EQ(second.existing_count(), 6);
  EXPECT_EQ(Query("SELECT count(*) FROM history"), "8");
}

TEST_F(StoreTest, AnIssueThatIsStoppedLeavesNothing) {
  Adopted adopted = MakeAdopted(10, 50);
  int told = 0;
  auto stopped = store_.Issue(Soon(), Order(), adopted, MakePlan(adopted), [&](int written) {
    told = written;
    return written < 400;
  });
  EXPECT_EQ(stopped.status().code(), absl::StatusCode::kCancelled);
  EXPECT_GE(told, 400);
  EXPECT_EQ(Query("SELECT (SELECT count(*) FROM assignment) + (SELECT count(*) FROM outbox) + "
                  "(SELECT count(*) FROM issued_point) + (SELECT count(*) FROM idempotency)"),
            "0");
}

TEST_F(StoreTest, ConcurrentRetriesOfOneIssueEndWithOneAnswer) {
  Adopted adopted = MakeAdopted(4, 60);
  auto order = Order();
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] { answer = Issue(adopted, order).SerializeAsString(); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) EXPECT_EQ(answer, answers[0]);
  EXPECT_EQ(Query("SELECT count(*) FROM assignment"), "240");
  EXPECT_EQ(Query("SELECT count(*) FROM history"), "240");
}

TEST_F(StoreTest, APointWithoutAConfirmedAddresseeGetsOneAssignment) {
  Adopted adopted = MakeAdopted(1, 1);
  adopted.points[0].mutable_addressees(0)->clear_targets();
  v1::Issuance issuance = Issue(adopted, Order());
  EXPECT_EQ(issuance.unaddressed_count(), 1);
  EXPECT_EQ(Issue(adopted, Order()).existing_count(), 1);
  EXPECT_EQ(Query("SELECT executor || '|' || executor_name FROM assignment"),
            "|руководителям школ");
}

TEST_F(StoreTest, ADueDayKeepsByWhatItWasCounted) {
  Adopted adopted = MakeAdopted(3, 2);
  adopted.points[0].mutable_deadline()->set_end_date("2024-09-01");
  adopted.points[1].mutable_deadline()->Clear();
  const Plan plan = MakePlan(adopted, terms::Regimes::Published().Of(kRegion));
  ASSERT_TRUE(store_.Issue(Soon(), Order(), adopted, plan, [](int) { return true; }).ok());
  store::ListQuery query;
  query.region = kRegion;
  auto page = store_.List(Soon(), query);
  ASSERT_TRUE(page.ok()) << page.status();
  const std::vector<v1::Assignment> rows = Rows(*page);
  ASSERT_EQ(rows.size(), 6u);
  // A month from 25 August 2023, a Monday; then Sunday 1 September 2024; then the standing task.
  EXPECT_EQ(rows[0].due_date(), "2023-09-25");
  EXPECT_EQ(rows[0].due_rules(), "ru-tyu/none");
  EXPECT_EQ(rows[0].deadline().calendar_version(), "ru-2023.1");
  EXPECT_EQ(rows[2].due_date(), "2024-08-30");
  EXPECT_EQ(rows[2].due_rules(), "ru/shift.preceding");
  EXPECT_EQ(rows[2].deadline().end_date(), "2024-09-01");
  EXPECT_FALSE(rows[2].deadline().provisional());
  EXPECT_EQ(rows[4].due_rules(), "");
  EXPECT_EQ(Query("SELECT count(*) FROM outbox WHERE payload->>'dueRules' = 'ru/shift.preceding' "
                  "AND payload->'deadline'->>'calendarVersion' = 'ru-2024.1'"),
            "2");
}

TEST_F(StoreTest, WhatWasWrittenOnceCannotBeChangedByTheService) {
  Issue(MakeAdopted(1, 1), Order());
  for (const char* sql : {"UPDATE history SET comment = 'x'", "DELETE FROM history",
                          "UPDATE issuance SET actor = 'x'", "DELETE FROM assignment",
                          "UPDATE issued_point SET text = 'x'"}) {
    db::DynamicStatement statement("forbidden", sql);
    EXPECT_EQ(db::SqlState(pool_->Execute(Soon(), statement.statement()).status()), "42501") << sql;
  }
}

}  // namespace
}  // namespace rezon::assignments
