#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/store/reporting/world.h"

namespace rezon::reporting {
namespace {

// What the feed may do to a consumer: everything twice, batches of any size, subjects in any order.
std::vector<std::vector<AssignmentFact>> Shuffled(std::mt19937& random,
                                                  std::vector<AssignmentFact> facts) {
  const std::vector<AssignmentFact> twice = facts;
  facts.insert(facts.end(), twice.begin(), twice.end());
  std::shuffle(facts.begin(), facts.end(), random);
  std::vector<std::vector<AssignmentFact>> batches;
  for (size_t at = 0; at < facts.size();) {
    const size_t size =
        std::min(facts.size() - at, std::uniform_int_distribution<size_t>(1, 60)(random));
    batches.emplace_back(facts.begin() + at, facts.begin() + at + size);
    at += size;
  }
  return batches;
}

void ExpectFinal(const World& world, const std::vector<AssignmentFact>& last) {
  EXPECT_EQ(world.Differences(), "");
  EXPECT_EQ(world.database().Query("reporting", "SELECT sum(count) FROM summary_count"),
            absl::StrCat(last.size()));
  EXPECT_EQ(world.database().Query("reporting", "SELECT sum(count) FROM executor_count"),
            absl::StrCat(last.size()));
  for (const AssignmentFact& fact : last) {
    EXPECT_EQ(world.database().Query(
                  "reporting",
                  absl::StrCat("SELECT concat_ws(' ', revision, state, done_late, executor) FROM "
                               "assignment_fact WHERE id = '",
                               fact.id, "'")),
              absl::StrCat(fact.revision, " ", fact.state, " ", fact.done_late ? "t" : "f", " ",
                           fact.executor));
  }
}

TEST(Projection, CountsEqualARecountInAnyOrder) {
  std::mt19937 random(20261122);
  World world;
  std::vector<AssignmentFact> last;
  for (const auto& batch : Shuffled(random, Lives(random, 40, 12, &last))) {
    world.Apply(batch);
    ASSERT_EQ(world.Differences(), "");
  }
  ExpectFinal(world, last);
}

TEST(Projection, CountsEqualARecountUnderConcurrentWriters) {
  std::mt19937 random(7);
  World world;
  std::vector<AssignmentFact> last;
  const auto facts = Lives(random, 60, 10, &last);
  std::vector<std::vector<std::vector<AssignmentFact>>> writers;
  for (int i = 0; i < 4; ++i) writers.push_back(Shuffled(random, facts));
  std::vector<std::thread> threads;
  for (const auto& batches : writers) {
    threads.emplace_back([&world, &batches] {
      for (const auto& batch : batches) world.Apply(batch);
    });
  }
  for (std::thread& thread : threads) thread.join();
  ExpectFinal(world, last);
}

TEST(Projection, DuplicatesAndOlderRevisionsChangeNothing) {
  World world;
  AssignmentFact fact = Assignment(1);
  fact.revision = 3;
  fact.state = "REPORTED";
  world.Apply(std::vector{fact});
  const auto state = [&world] {
    return world.database().Query("reporting",
                                  "SELECT concat(f, ' ', c, ' ', x.xmin) FROM assignment_fact f, "
                                  "summary_count c, summary_count x");
  };
  const std::string before = state();
  world.Apply(std::vector{fact});
  fact.revision = 2;
  fact.state = "ISSUED";
  world.Apply(std::vector{fact});
  EXPECT_EQ(state(), before);
}

TEST(Projection, WhatAFeedSaysItselfWinsOverHearsay) {
  World world;
  PointFact point{kRegion, Id(1), Id(101), 1, 5, "II.5", "Текст пункта", true};
  world.Apply(std::vector{Assignment(1)});
  world.Apply(std::vector{point});
  world.Apply(std::vector{Assignment(2)});
  EXPECT_EQ(world.database().Query("reporting", "SELECT label FROM point_fact"), "II.5");
  point.label = "old";
  world.Apply(std::vector{point});
  EXPECT_EQ(world.database().Query("reporting", "SELECT label FROM point_fact"), "II.5");
}

}  // namespace
}  // namespace rezon::reporting
