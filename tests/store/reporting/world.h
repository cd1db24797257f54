#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "services/platform/db/pool.h"
#include "services/reporting/domain/facts.h"
#include "services/reporting/domain/summary.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::reporting {

inline constexpr char kRegion[] = "ru-tyu";
inline constexpr absl::CivilDay kToday(2026, 5, 15);

// A database of reporting's own with a pool, and made-up assignments to project.
class World {
 public:
  World();
  db::Pool& pool() { return *pool_; }
  const testing::Database& database() const { return database_; }

  // Applies in one transaction, failing the test on an error.
  void Apply(const std::vector<AssignmentFact>& facts);
  void Apply(const std::vector<PointFact>& facts);
  void Apply(const std::vector<ResolutionFact>& facts);
  // Differences between the counts and a recount of the facts, over both tables; "" when none.
  std::string Differences() const;

 private:
  testing::Database database_;
  std::unique_ptr<db::Pool> pool_;
};

// Ids that sort as their numbers.
std::string Id(int number);
// An assignment of resolution Id(1), point Id(100 + point), with everything filled in.
AssignmentFact Assignment(int number, int point = 1);
// The whole life of `count` assignments: revisions 1…`revisions` of each, with states, dates,
// executors and territories drawn at random; the last revision of each is in `last`.
std::vector<AssignmentFact> Lives(std::mt19937& random, int count, int revisions,
                                  std::vector<AssignmentFact>* last);

}  // namespace rezon::reporting
