#include "tests/store/reporting/world.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/reporting/schema/schema.h"
#include "services/reporting/store/projector.h"

namespace rezon::reporting {
namespace {

const char* const kStates[] = {"ISSUED",   "DELIVERED", "ACKNOWLEDGED", "IN_PROGRESS",
                               "REPORTED", "RETURNED",  "ACCEPTED",     "CANCELLED"};

template <typename Facts>
void Transact(db::Pool& pool, const Facts& facts, absl::Status (*apply)(db::Transaction&, Facts)) {
  const absl::Status status = pool.Transact(
      testing::Soon(), [&](db::Transaction& transaction) { return apply(transaction, facts); });
  ASSERT_TRUE(status.ok()) << status;
}

}  // namespace

World::World() : database_({{"reporting", Schema()}}), pool_(database_.AppPool("reporting", 4)) {}

void World::Apply(const std::vector<AssignmentFact>& facts) {
  Transact(*pool_, facts, &store::ApplyAssignments);
}
void World::Apply(const std::vector<PointFact>& facts) {
  Transact(*pool_, facts, &store::ApplyPoints);
}
void World::Apply(const std::vector<ResolutionFact>& facts) {
  Transact(*pool_, facts, &store::ApplyResolutions);
}

std::string World::Differences() const {
  return database_.Query("reporting", R"sql(
WITH points AS (
  SELECT region, resolution, point, territory, executor_kind, state, due_date, done_late, count(*) n
  FROM assignment_fact GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
), executors AS (
  SELECT region, executor, resolution, territory, state, due_date, done_late, count(*) n
  FROM assignment_fact GROUP BY 1, 2, 3, 4, 5, 6, 7
), wrong AS (
  (TABLE points EXCEPT TABLE summary_count) UNION ALL (TABLE summary_count EXCEPT TABLE points)
), wrong_executors AS (
  (TABLE executors EXCEPT TABLE executor_count)
  UNION ALL (TABLE executor_count EXCEPT TABLE executors)
)
SELECT string_agg(line, E'\n') FROM (
  SELECT wrong::text AS line FROM wrong UNION ALL SELECT wrong_executors::text FROM wrong_executors
) AS lines)sql");
}

std::string Id(int number) { return absl::StrFormat("01920000-0000-7000-8000-%012d", number); }

AssignmentFact Assignment(int number, int point) {
  AssignmentFact fact;
  fact.region = kRegion;
  fact.id = Id(10'000 + number);
  fact.revision = 1;
  fact.resolution = Id(1);
  fact.resolution_name = "Итоги конференции";
  fact.point = Id(100 + point);
  fact.point_ordinal = point;
  fact.point_label = absl::StrFormat("1.%d", point);
  fact.point_text = absl::StrFormat("Пункт %d", point);
  fact.executor = Id(1000 + number);
  fact.executor_name = absl::StrFormat("СОШ № %d", number);
  fact.executor_kind = "KIND_SCHOOL";
  fact.territory = Id(500);
  fact.territory_name = "город Тюмень";
  fact.state = "ISSUED";
  fact.due_date = absl::CivilDay(2026, 6, 1);
  return fact;
}

std::vector<AssignmentFact> Lives(std::mt19937& random, int count, int revisions,
                                  std::vector<AssignmentFact>* last) {
  const auto draw = [&random](int most) {
    return std::uniform_int_distribution<int>(0, most - 1)(random);
  };
  std::vector<AssignmentFact> all;
  for (int number = 0; number < count; ++number) {
    AssignmentFact fact = Assignment(draw(7), draw(5));
    fact.id = Id(10'000 + number);
    for (int revision = 1; revision <= revisions; ++revision) {
      fact.revision = revision;
      fact.state = kStates[draw(8)];
      fact.done_late = fact.state == "ACCEPTED" && draw(2) == 1;
      if (draw(4) == 0) fact.due_date = absl::CivilDay(2026, 5, 1) + draw(40);
      if (draw(6) == 0) fact.due_date.reset();
      if (draw(5) == 0) fact.territory = draw(3) == 0 ? "" : Id(500 + draw(4));
      if (draw(9) == 0) fact.executor = draw(3) == 0 ? "" : Id(1000 + draw(7));
      fact.executor_name = absl::StrCat("СОШ ", fact.executor);
      fact.territory_name = absl::StrCat("район ", fact.territory);
      all.push_back(fact);
    }
    last->push_back(fact);
  }
  return all;
}

}  // namespace rezon::reporting
