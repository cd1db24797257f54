#include <google/protobuf/util/json_util.h>

#include <atomic>
#include <thread>

#include "tests/store/assignments/fixture.h"

namespace rezon::assignments {
namespace {

using ::rezon::testing::Soon;
using Kind = store::Outcome::Kind;

v1::Assignment Parsed(const std::string& json) {
  v1::Assignment out;
  EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(json, &out).ok()) << json;
  return out;
}

TEST_F(StoreTest, AChangeMovesTheRowAndWritesHistoryAndEvent) {
  std::string id = IssueSome(1)[0];
  auto change = MakeChange(id, Operation::kAcknowledge);
  change.version = 1;
  auto outcome = Apply(change);
  ASSERT_EQ(outcome.kind, Kind::kChanged);
  EXPECT_EQ(outcome.assignment.state(), v1::Assignment::STATE_ACKNOWLEDGED);
  EXPECT_EQ(outcome.assignment.etag(), "\"2\"");
  EXPECT_TRUE(outcome.assignment.overdue());
  EXPECT_EQ(outcome.assignment.SerializeAsString(), Get(id).SerializeAsString());
  EXPECT_EQ(Query("SELECT operation || from_state || to_state || actor FROM history WHERE revision "
                  "= 2"),
            "acknowledge13clerk-1");
  v1::Assignment event = Parsed(Query("SELECT payload FROM outbox WHERE revision = 2"));
  event.set_overdue(true);
  EXPECT_EQ(event.SerializeAsString(), outcome.assignment.SerializeAsString());
}

TEST_F(StoreTest, RefusedChangesSayWhyAndChangeNothing) {
  std::string id = IssueSome(1)[0];
  auto stale = MakeChange(id, Operation::kAcknowledge);
  stale.version = 5;
  auto outcome = Apply(stale);
  EXPECT_EQ(outcome.kind, Kind::kStale);
  EXPECT_EQ(outcome.version, 1);
  outcome = Apply(MakeChange(id, Operation::kAccept));
  EXPECT_EQ(outcome.kind, Kind::kForbidden);
  EXPECT_EQ(outcome.state, v1::Assignment::STATE_ISSUED);
  EXPECT_EQ(Apply(MakeChange(ids::NewUuid(), Operation::kStart)).kind, Kind::kMissing);
  auto foreign = MakeChange(id, Operation::kStart);
  foreign.region = "ru-sve";
  EXPECT_EQ(Apply(foreign).kind, Kind::kMissing);
  EXPECT_EQ(Query("SELECT count(*) FROM history"), "1");
  EXPECT_EQ(Query("SELECT count(*) FROM outbox"), "1");
}

TEST_F(StoreTest, TheWholeLifeOfAnAssignment) {
  std::string id = IssueSome(1)[0];
  auto report = MakeChange(id, Operation::kReport);
  report.comment = "Сделано";
  report.report_id = ids::NewUuid();
  report.ask = 1;
  report.links = R"(["https://example.org/a","https://example.org/b"])";
  auto reported = Apply(report);
  ASSERT_EQ(reported.kind, Kind::kChanged);
  EXPECT_EQ(reported.assignment.last_report_text(), "Сделано");
  EXPECT_TRUE(reported.assignment.has_report_time());
  EXPECT_FALSE(reported.assignment.overdue());
  auto back = MakeChange(id, Operation::kReturn);
  back.comment = "Нет подтверждения";
  back.due = absl::CivilDay(2024, 3, 1);
  auto returned = Apply(back);
  EXPECT_EQ(returned.assignment.state(), v1::Assignment::STATE_RETURNED);
  EXPECT_EQ(returned.assignment.due_date(), "2024-03-01");
  EXPECT_EQ(returned.assignment.decision_comment(), "Нет подтверждения");
  report.report_id = ids::NewUuid();
  EXPECT_EQ(Apply(report).kind, Kind::kChanged);
  auto accepted = Apply(MakeChange(id, Operation::kAccept));
  EXPECT_EQ(accepted.assignment.state(), v1::Assignment::STATE_ACCEPTED);
  EXPECT_TRUE(accepted.assignment.has_accept_time());
  EXPECT_EQ(Apply(MakeChange(id, Operation::kCancel)).kind, Kind::kForbidden);
  auto history = store_.History(Soon(), kRegion, id, 0, 50);
  ASSERT_TRUE(history.ok());
  ASSERT_EQ(history->size(), 5u);
  EXPECT_EQ((*history)[2].operation(), "return");
  EXPECT_EQ((*history)[2].from_state(), v1::Assignment::STATE_REPORTED);
  EXPECT_EQ((*history)[4].revision(), 5);
  auto reports = store_.Reports(Soon(), kRegion, id, "", 50);
  ASSERT_TRUE(reports.ok());
  ASSERT_EQ(reports->size(), 2u);
  EXPECT_EQ((*reports)[0].name(), ReportName(id, report.report_id));
  EXPECT_EQ((*reports)[0].links_size(), 2);
  EXPECT_EQ((*reports)[0].links(1), "https://example.org/b");
}

TEST_F(StoreTest, ARetryAnswersTheFirstAnswer) {
  std::string id = IssueSome(1)[0];
  auto change = MakeChange(id, Operation::kStart);
  change.request_id = ids::NewUuid();
  change.request_hash = std::string("\0\xff hash", 7);
  auto first = Apply(change);
  ASSERT_EQ(first.kind, Kind::kChanged);
  auto cancel = MakeChange(id, Operation::kCancel);
  EXPECT_EQ(Apply(cancel).kind, Kind::kChanged);
  auto again = Apply(change);
  EXPECT_EQ(again.kind, Kind::kReplayed);
  EXPECT_EQ(again.assignment.SerializeAsString(), first.assignment.SerializeAsString());
  change.request_hash = "other";
  EXPECT_EQ(Apply(change).kind, Kind::kReused);
  EXPECT_EQ(Query("SELECT count(*) FROM history"), "3");
}

TEST_F(StoreTest, ConcurrentTwinsOfOneRequestChangeOnce) {
  for (Operation operation : {Operation::kAcknowledge, Operation::kInform}) {
    std::string id = IssueSome(1).back();
    auto change = MakeChange(id, operation);
    change.request_id = ids::NewUuid();
    change.request_hash = "h";
    std::atomic<int> changed = 0, replayed = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        auto outcome = Apply(change);
        changed += outcome.kind == Kind::kChanged ? 1 : 0;
        replayed += outcome.kind == Kind::kReplayed ? 1 : 0;
      });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(changed, 1);
    EXPECT_EQ(replayed, 3);
    EXPECT_EQ(Get(id).etag(), "\"2\"");
  }
}

TEST_F(StoreTest, OfConcurrentChangesWithOneEtagOneWins) {
  std::string id = IssueSome(1)[0];
  std::atomic<int> changed = 0, stale = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      auto change = MakeChange(id, Operation::kInform);
      change.version = 1;
      auto outcome = Apply(change);
      changed += outcome.kind == Kind::kChanged ? 1 : 0;
      stale += outcome.kind == Kind::kStale ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(changed, 1);
  EXPECT_EQ(stale, 3);
}

TEST_F(StoreTest, ABatchChangesWhatItMayAndRefusesTheRest) {
  auto ids = IssueSome(3);
  std::vector<store::Change> changes = {
      MakeChange(ids[0], Operation::kStart), MakeChange(ids[1], Operation::kAccept),
      MakeChange(ids::NewUuid(), Operation::kStart), MakeChange(ids[2], Operation::kCancel)};
  auto outcomes = store_.Apply(Soon(), changes, today_);
  ASSERT_TRUE(outcomes.ok()) << outcomes.status();
  EXPECT_EQ((*outcomes)[0].kind, Kind::kChanged);
  EXPECT_EQ((*outcomes)[1].kind, Kind::kForbidden);
  EXPECT_EQ((*outcomes)[2].kind, Kind::kMissing);
  EXPECT_EQ((*outcomes)[3].kind, Kind::kChanged);
  EXPECT_EQ((*outcomes)[3].assignment.name(), AssignmentName(ids[2]));
}

}  // namespace
}  // namespace rezon::assignments
