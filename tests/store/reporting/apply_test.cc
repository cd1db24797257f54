#include "services/reporting/feed/apply.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/reporting/store/progress.h"
#include "tests/store/reporting/events.h"
#include "tests/store/reporting/world.h"

namespace rezon::reporting {
namespace {

using Events = std::vector<::rezon::feed::Event>;

absl::Status ApplyAll(World& world, absl::Span<const ::rezon::feed::Event> events) {
  const RegionZones zones = RegionZones::Parse("Asia/Yekaterinburg").value();
  return world.pool().Transact(testing::Soon(), [&](db::Transaction& transaction) {
    return feed::ApplyEvents(transaction, events, zones);
  });
}

// Everything that reads can see, as one text.
std::string Figures(const World& world) {
  return world.database().Query("reporting", R"sql(
SELECT string_agg(line, E'\n' ORDER BY line) FROM (
  SELECT concat('s', s) AS line FROM summary_count s UNION ALL
  SELECT concat('e', e) FROM executor_count e UNION ALL
  SELECT concat('a', a) FROM assignment_fact a UNION ALL
  SELECT concat('p', p) FROM point_fact p UNION ALL
  SELECT concat('r', r) FROM resolution_fact r UNION ALL
  SELECT concat('o', o) FROM organisation_name o UNION ALL
  SELECT concat('t', t) FROM territory_name t) AS lines)sql");
}

TEST(ApplyEvents, EachKindOfEventReachesItsProjection) {
  World world;
  const std::string resolution = absl::StrCat("resolutions/", Id(1));
  const Events events = {
      MakeEvent("territory.created", "territories/72", 1,
                R"({"name":"territories/72","displayName":"город Тобольск"})"),
      MakeEvent("organisation.changed", "organisations/7", 2,
                R"({"name":"organisations/7","displayName":"Школа","kind":"KIND_SCHOOL"})"),
      MakeEvent("resolution.adopted", resolution, 3,
                absl::StrCat(R"({"name":")", resolution,
                             R"(","displayName":"Форум","state":"STATE_ADOPTED"})")),
      MakeEvent("point.adopted", "p", 1,
                absl::StrCat(R"({"name":")", resolution, "/points/", Id(2),
                             R"(","ordinal":1,"text":"Провести","actionable":true})")),
      MakeEvent("document.imported", "documents/1", 1, "not read"),
      MakeEvent("point.deleted", "p", 1, "not read"),
  };
  ASSERT_TRUE(ApplyAll(world, events).ok());
  EXPECT_EQ(world.database().Query("reporting",
                                   "SELECT concat_ws('|', t.name, o.name, r.display_name, r.state, "
                                   "p.text) FROM territory_name t, organisation_name o, "
                                   "resolution_fact r, point_fact p"),
            "город Тобольск|Школа|Форум|ADOPTED|Провести");
}

TEST(ApplyEvents, AnUnreadableEventUndoesItsBatch) {
  World world;
  std::vector<AssignmentFact> last;
  std::mt19937 random(1);
  Events events = AssignmentEvents(Lives(random, 5, 1, &last));
  events.push_back(MakeEvent("assignment.changed", "assignments/x", 1, "{}"));
  EXPECT_EQ(ApplyAll(world, events).code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Figures(world), "");
  events.pop_back();
  EXPECT_TRUE(ApplyAll(world, events).ok());
  EXPECT_EQ(world.database().Query("reporting", "SELECT sum(count) FROM summary_count"), "5");
}

TEST(ApplyEvents, AReplayFromTheStartGivesTheSameFigures) {
  World world;
  std::vector<AssignmentFact> last;
  std::mt19937 random(2);
  const Events events = AssignmentEvents(Lives(random, 50, 6, &last));
  for (const auto& event : events) ASSERT_TRUE(ApplyAll(world, {&event, 1}).ok());
  const std::string before = Figures(world);
  ASSERT_EQ(world.Differences(), "");
  ASSERT_TRUE(store::DropProjections(world.pool(), testing::Soon()).ok());
  EXPECT_EQ(Figures(world), "");
  for (size_t at = 0; at < events.size(); at += 37) {
    ASSERT_TRUE(ApplyAll(world, absl::MakeConstSpan(events).subspan(at, 37)).ok());
  }
  EXPECT_EQ(Figures(world), before);
}

}  // namespace
}  // namespace rezon::reporting
