// Changes of two resolutions that point at each other, at the same time, on a pool that runs
// nothing again: whatever deadlocks fails.
#include <gtest/gtest.h>

#include <barrier>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "services/decisions/handlers/corrections.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/handlers/relations.h"
#include "services/decisions/handlers/resolutions.h"
#include "services/platform/db/pool.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

constexpr std::size_t kPlans = 24;

std::string Plan(const std::string& title) {
  std::string text = "РЕЗОЛЮЦИЯ\n" + title + "\n\nУчастники решили:\n";
  for (std::size_t i = 1; i <= kPlans; ++i) {
    text +=
        std::to_string(i) + ". Школе № " + std::to_string(i) + " провести день открытых дверей.\n";
  }
  return text;
}

std::unique_ptr<db::Pool> PoolWithoutReruns(const World& world) {
  db::PoolOptions options;
  options.connection = world.database.App("decisions");
  options.size = 2;
  options.max_reruns = 0;
  auto pool = db::Pool::Open(options, testing::Soon());
  EXPECT_TRUE(pool.ok()) << pool.status();
  return *std::move(pool);
}

// A resolution and the other's points that its own, one by one, go on with.
struct Side {
  std::string name;
  std::vector<pb::Point> points;
};

void Relate(World& world, const Side& from, const Side& to) {
  for (std::size_t i = 0; i < kPlans; ++i) {
    pb::CreateRelationRequest request;
    request.set_parent(from.name);
    request.mutable_relation()->set_kind(pb::Relation::KIND_CONTINUES);
    request.mutable_relation()->set_point(from.points[i].name());
    request.mutable_relation()->set_target_point(to.points[i].name());
    pb::Relation out;
    absl::Status status = world.relate.Create(*world.Call(), request, &out);
    ASSERT_TRUE(status.ok()) << status;
  }
}

class DeadlockTest : public ::testing::Test {
 protected:
  DeadlockTest() {
    for (Side* side : {&one_, &other_}) {
      side->name = world_.Import(Plan(side == &one_ ? "весеннего совета" : "осеннего совета"))
                       .resolution()
                       .name();
      side->points = world_.Points(side->name);
      EXPECT_EQ(side->points.size(), kPlans);
    }
    Relate(world_, one_, other_);
    Relate(world_, other_, one_);
  }

  // Both at once, round for round; each is told which round it is, from 1.
  void Race(int rounds, const std::function<absl::Status(int)>& here,
            const std::function<absl::Status(int)>& there) {
    std::barrier start(2);
    auto run = [&](const std::function<absl::Status(int)>& work, std::vector<absl::Status>* out) {
      for (int round = 1; round <= rounds; ++round) {
        start.arrive_and_wait();
        out->push_back(work(round));
      }
    };
    std::vector<absl::Status> mine, theirs;
    std::thread beside([&] { run(there, &theirs); });
    run(here, &mine);
    beside.join();
    for (const absl::Status& status : mine) EXPECT_TRUE(status.ok()) << status;
    for (const absl::Status& status : theirs) EXPECT_TRUE(status.ok()) << status;
  }

  // Puts the round's point into the first.
  absl::Status Merge(const Side& side, int round) {
    pb::MergePointsRequest request;
    request.set_parent(side.name);
    request.add_names(side.points[0].name());
    request.add_names(side.points[static_cast<std::size_t>(round)].name());
    pb::Point whole;
    return corrections_.Merge(*world_.Call(), request, &whole);
  }

  std::vector<pb::Relation> Relations(const Side& side) {
    pb::ListRelationsRequest request;
    request.set_parent(side.name);
    pb::ListRelationsResponse response;
    absl::Status status = world_.relations.List(*world_.Call(), request, &response);
    EXPECT_TRUE(status.ok()) << status;
    return {response.relations().begin(), response.relations().end()};
  }

  World world_;
  std::unique_ptr<db::Pool> pool_ = PoolWithoutReruns(world_);
  store::Store store_{*pool_};
  store::RelationStore relation_store_{*pool_};
  DocumentHandlers documents_{store_, world_.directory};
  CorrectionHandlers corrections_{store_};
  RelationHandlers relations_{relation_store_};
  ResolutionHandlers resolutions_{store_, world_.directory,
                                  [] { return absl::CivilDay(2024, 9, 1); }};
  Side one_, other_;
};

TEST_F(DeadlockTest, BothAreMergedAtOnce) {
  Race(
      kPlans - 1, [&](int round) { return Merge(one_, round); },
      [&](int round) { return Merge(other_, round); });
  for (const Side* side : {&one_, &other_}) {
    const Side& target = side == &one_ ? other_ : one_;
    EXPECT_EQ(world_.Points(side->name).size(), 1u);
    for (const pb::Relation& relation : Relations(*side)) {
      EXPECT_EQ(relation.point(), side->points[0].name());
      EXPECT_EQ(relation.target_point(), target.points[0].name());
    }
  }
}

TEST_F(DeadlockTest, OneIsMergedWhileRelationsOfTheOtherAreDecidedAndMatched) {
  const std::vector<pb::Relation> told = Relations(other_);
  ASSERT_EQ(told.size(), kPlans);
  // As a reader leaves them, for the match to work on.
  world_.Query(
      "UPDATE relation SET state = 'proposed', origin = 'read', decide_time = NULL, "
      "own = true WHERE ordinal > 12 RETURNING 1");
  auto decide = [&](int round) {
    pb::ConfirmRelationRequest confirm;
    confirm.set_name(told[static_cast<std::size_t>(round % 12)].name());
    confirm.set_target(one_.points[0].name());
    pb::Relation out;
    absl::Status status = relations_.Confirm(*world_.Call(), confirm, &out);
    if (!status.ok()) return status;
    pb::MatchRelationsRequest match;
    match.set_parent(other_.name);
    pb::MatchRelationsResponse matched;
    return relations_.Match(*world_.Call(), match, &matched);
  };
  Race(
      kPlans - 1, [&](int round) { return Merge(one_, round); }, decide);
  EXPECT_EQ(Relations(other_)[1].target_point(), one_.points[0].name());
}

TEST_F(DeadlockTest, OneIsMergedWhileTheOtherIsAdopted) {
  auto adopt = [&](int round) {
    if (round != 3) return Merge(other_, round);
    pb::AdoptResolutionRequest request;
    request.set_name(other_.name);
    pb::Resolution out;
    return resolutions_.Adopt(*world_.Call(), request, &out);
  };
  Race(
      3, [&](int round) { return Merge(one_, round); }, adopt);
  EXPECT_EQ(world_.Points(one_.name).size(), kPlans - 3);
}

TEST_F(DeadlockTest, BothComingInAreProposedToTheSameLetters) {
  constexpr int kLetters = 6, kRounds = 4;
  for (int i = 0; i < kLetters; ++i) {
    std::string letter = SampleLetter();
    letter.replace(letter.find("01-11/77"), 8, "01-11/8" + std::to_string(i));
    world_.Import(letter);
  }
  auto import = [&](const std::string& side, int round) {
    std::vector<pb::ImportDocumentRequest> parts(1);
    pb::ImportDocumentRequest& part = parts[0];
    part.set_file_name(side + ".txt");
    part.mutable_file()->set_data(SampleText() + "3. Школе № " + std::to_string(round) + " " +
                                  side + " провести осенний смотр.\n");
    pb::ImportDocumentResponse response;
    return documents_.Import(*world_.Call(), parts, &response);
  };
  Race(
      kRounds, [&](int round) { return import("лесной", round); },
      [&](int round) { return import("речной", round); });
  // A letter is proposed each of them, and its version rises with each.
  EXPECT_EQ(world_.Query("SELECT count(*) FROM letter_link WHERE state = 'proposed'"),
            std::to_string(2 * kRounds * kLetters));
  EXPECT_EQ(world_.Query("SELECT string_agg(DISTINCT version::text, ',') FROM letter"),
            std::to_string(1 + 2 * kRounds));
}

}  // namespace
}  // namespace rezon::decisions
