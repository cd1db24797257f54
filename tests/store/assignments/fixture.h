#ifndef REZON_TESTS_STORE_ASSIGNMENTS_FIXTURE_H_
#define REZON_TESTS_STORE_ASSIGNMENTS_FIXTURE_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/assignments/domain/names.h"
#include "services/assignments/domain/plan.h"
#include "services/assignments/schema/schema.h"
#include "services/assignments/store/store.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::assignments {

inline constexpr char kRegion[] = "ru-tyu";

// A database of the service with its store, and resolutions to issue.
class StoreTest : public ::testing::Test {
 protected:
  // An adopted resolution of `points` points, each for the same `executors` organisations, due on
  // the first days of 2024; the last point is a standing task.
  Adopted MakeAdopted(int points, int executors) {
    Adopted adopted;
    std::string id = ids::NewUuid();
    adopted.resolution.set_name(ResolutionName(id));
    adopted.resolution.set_display_name("Резолюция совещания");
    adopted.resolution.set_content_hash(std::string(64, 'a'));
    adopted.resolution.set_adopt_date("2023-08-25");
    auto& organisations = adopted.expansions[{"addresseeClasses/schools", ""}];
    for (int i = 0; i < executors; ++i) {
      std::string number = absl::StrCat(i);
      organisations.push_back({"org-" + number, "Школа № " + number, "KIND_SCHOOL",
                               "t" + absl::StrCat(i % 3), "Округ"});
    }
    for (int i = 1; i <= points; ++i) AddPoint(adopted, id, i, i == points);
    return adopted;
  }

  // The due days of these tests are those that are printed.
  static terms::Regime NothingMoves() {
    static const terms::Regimes regimes(
        {}, terms::RuleBook::WithRows("ru-tyu | shift | none | test").value());
    return regimes.Of(kRegion);
  }

  store::IssueOrder Order() {
    return {kRegion, "operator-1", ids::NewUuid(), "hash-of-request", traceparent_};
  }

  // The rows of a page as messages.
  static std::vector<v1::Assignment> Rows(const store::Page& page) {
    std::vector<v1::Assignment> rows(page.rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_TRUE(rows[i].ParseFromString(page.rows[i]));
    }
    return rows;
  }

  v1::Issuance Issue(const Adopted& adopted, const store::IssueOrder& order) {
    auto issuance = store_.Issue(rezon::testing::Soon(), order, adopted,
                                 MakePlan(adopted, NothingMoves()), [](int) { return true; });
    EXPECT_TRUE(issuance.ok()) << issuance.status();
    return issuance.ok() ? *issuance : v1::Issuance();
  }

  // Issues `count` assignments of one point and answers their ids, by due date.
  std::vector<std::string> IssueSome(int count) {
    Issue(MakeAdopted(1, count), Order());
    store::ListQuery query;
    query.region = kRegion;
    query.size = 1000;
    auto page = store_.List(rezon::testing::Soon(), query);
    EXPECT_TRUE(page.ok()) << page.status();
    std::vector<std::string> ids;
    for (const auto& row : Rows(*page)) ids.push_back(row.name().substr(12));
    return ids;
  }

  store::Change MakeChange(const std::string& id, Operation operation) {
    store::Change change;
    change.region = kRegion;
    change.id = id;
    change.move = &MoveOf(operation);
    change.actor = "clerk-1";
    change.traceparent = traceparent_;
    return change;
  }

  store::Outcome Apply(const store::Change& change) {
    auto outcomes = store_.Apply(rezon::testing::Soon(), absl::MakeConstSpan(&change, 1), today_);
    EXPECT_TRUE(outcomes.ok()) << outcomes.status();
    return outcomes.ok() ? outcomes->front() : store::Outcome();
  }

  v1::Assignment Get(const std::string& id) {
    auto rows = store_.Get(rezon::testing::Soon(), kRegion, {id}, today_);
    EXPECT_TRUE(rows.ok() && rows->size() == 1) << rows.status();
    return rows.ok() && !rows->empty() ? rows->front() : v1::Assignment();
  }

  std::string Query(const std::string& sql) { return database_.Query("assignments", sql); }

  const std::string traceparent_ = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  absl::CivilDay today_ = absl::CivilDay(2024, 1, 15);
  rezon::testing::Database database_{{{"assignments", Schema()}}};
  std::unique_ptr<db::Pool> pool_ = database_.AppPool("assignments");
  store::Store store_{*pool_};

 private:
  void AddPoint(Adopted& adopted, const std::string& resolution, int ordinal, bool standing) {
    decisions::v1::Point point;
    point.set_name(PointName(resolution, ids::NewUuid()));
    point.set_ordinal(ordinal);
    point.set_label(absl::StrCat(ordinal, "."));
    point.set_text(absl::StrCat("Сделать дело № ", ordinal));
    point.set_actionable(true);
    auto* addressee = point.add_addressees();
    addressee->set_phrase("руководителям школ");
    addressee->add_targets("addresseeClasses/schools");
    auto* deadline = point.mutable_deadline();
    deadline->set_kind(standing && ordinal > 1 ? common::v1::Deadline::KIND_STANDING
                                               : common::v1::Deadline::KIND_DATE);
    if (deadline->kind() == common::v1::Deadline::KIND_DATE) {
      deadline->set_end_date(absl::StrCat("2024-01-", ordinal < 10 ? "0" : "", ordinal));
      deadline->set_printed("до указанного дня");
    }
    adopted.points.push_back(point);
  }
};

}  // namespace rezon::assignments

#endif  // REZON_TESTS_STORE_ASSIGNMENTS_FIXTURE_H_
