#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/store/decisions/meeting.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using Json = nlohmann::json;
using R = pb::Relation;
using S = pb::Suggestion;
using K = pb::PointDifference;

constexpr char kMenuOrder[] =
    "ПРИКАЗ\n\nот 12.03.2020 № 45\n\nО школьном питании\n\nПриказываю:\n\n"
    "1. Школам составить меню.\n"
    "2. Отделу образования проверить столовые.\n";

R ConfirmOne(World& world, const R& relation) {
  pb::ConfirmRelationRequest request;
  request.set_name(relation.name());
  R out;
  absl::Status status = world.relations.Confirm(*world.Call(), request, &out);
  EXPECT_TRUE(status.ok()) << status;
  return out;
}

std::string ExportFile(World& world, const std::string& name, const std::string& region = "ru-xx") {
  pb::ExportResolutionRequest request;
  request.set_name(name);
  request.set_format(pb::ExportResolutionRequest::FORMAT_JSON);
  google::api::HttpBody body;
  absl::Status status = world.exchange.Export(*world.Call(region), request, &body);
  EXPECT_TRUE(status.ok()) << status;
  return body.data();
}

std::string PlainFile(const std::string& file) {
  Json json = Json::parse(file);
  json.erase("origin");
  return json.dump(1);
}

TEST(LinksTest, MergedPointsKeepWhatTheySayAndWhatIsSaidOfThem) {
  World world;
  const std::string order = world.Import(kMenuOrder).resolution().name();
  const std::string meeting = world.Import(kMeeting).resolution().name();
  ASSERT_EQ(world.Relations(meeting).size(), 3u);
  const R confirmed = ConfirmOne(world, world.Relations(meeting)[1]);
  EXPECT_EQ(confirmed.target_point(), world.Points(order)[0].name());
  const auto points = world.Points(meeting);
  pb::MergePointsRequest merge;
  merge.set_parent(meeting);
  merge.add_names(points[0].name());
  merge.add_names(points[1].name());
  pb::Point whole;
  ASSERT_TRUE(world.corrections.Merge(*world.Call(), merge, &whole).ok());
  const auto after = world.Relations(meeting);
  ASSERT_EQ(after.size(), 2u);
  EXPECT_EQ(after[0].name(), confirmed.name());
  for (const R& relation : after) EXPECT_EQ(relation.point(), whole.name());
  const auto targets = world.Points(order);
  merge.set_parent(order);
  merge.set_names(0, targets[0].name());
  merge.set_names(1, targets[1].name());
  ASSERT_TRUE(world.corrections.Merge(*world.Call(), merge, &whole).ok());
  for (const R& relation : world.Relations(meeting)) {
    EXPECT_EQ(relation.target_point(), targets[0].name());
  }
}

TEST(LinksTest, SplitPartsShareWhatThePointSaid) {
  World world;
  const std::string meeting = world.Import(kMeeting).resolution().name();
  const auto point = world.Points(meeting)[1];
  pb::SplitPointRequest split;
  split.set_name(point.name());
  split.add_offsets(static_cast<int>(point.text().find("и пункт 2")));
  pb::SplitPointResponse parts;
  ASSERT_TRUE(world.corrections.Split(*world.Call(), split, &parts).ok());
  const auto after = world.Relations(meeting);
  ASSERT_EQ(after.size(), 3u);
  EXPECT_EQ(after[1].point(), parts.points(0).name());
  EXPECT_EQ(after[1].target().label(), "1");
  EXPECT_EQ(after[2].point(), parts.points(1).name());
  EXPECT_EQ(after[2].target().label(), "2");
}

// The meeting with one relation confirmed, one rejected and its suggestion taken.
std::string Decided(World& world) {
  std::string meeting = world.Import(kMeeting).resolution().name();
  ConfirmOne(world, world.Relations(meeting)[0]);
  pb::RejectRelationRequest reject;
  reject.set_name(world.Relations(meeting)[1].name());
  reject.set_reason("повтор");
  R out;
  EXPECT_TRUE(world.relations.Reject(*world.Call(), reject, &out).ok());
  auto take = TakeRequest(SuggestionOf(world, meeting));
  pb::TakeSuggestionResponse taken;
  EXPECT_TRUE(world.suggestions.Take(*world.Call(), take, &taken).ok());
  return meeting;
}

TEST(LinksTest, AnExportCarriesThemAndTheirTargets) {
  World world;
  world.Import(kMenuOrder);
  const std::string meeting = Decided(world);
  const std::string file = ExportFile(world, meeting);
  const std::string order = world.Import(kMenuOrder, "ru-yy").resolution().name();
  const std::string copy = world.Import(file, "ru-yy").resolution().name();
  EXPECT_EQ(PlainFile(ExportFile(world, copy, "ru-yy")), PlainFile(file));
  const auto relations = world.Relations(copy, "ru-yy");
  ASSERT_EQ(relations.size(), 3u);
  EXPECT_EQ(relations[0].state(), R::STATE_CONFIRMED);
  EXPECT_EQ(relations[0].target_resolution(), order);
  EXPECT_EQ(relations[0].target_point_text(), "Школам составить меню");
  EXPECT_EQ(relations[1].state(), R::STATE_REJECTED);
  EXPECT_EQ(relations[1].reason(), "повтор");
  EXPECT_EQ(relations[2].state(), R::STATE_PROPOSED);
  EXPECT_EQ(relations[2].target_resolution(), order);
  EXPECT_EQ(SuggestionOf(world, copy, "ru-yy").state(), S::STATE_TAKEN);
  EXPECT_FALSE(SuggestionOf(world, copy, "ru-yy").point().empty());
}

TEST(LinksTest, ATargetThatIsNotHereYetIsRememberedUntilItIs) {
  World world;
  world.Import(kMenuOrder);
  const std::string file = ExportFile(world, Decided(world));
  const std::string copy = world.Import(file, "ru-yy").resolution().name();
  EXPECT_EQ(PlainFile(ExportFile(world, copy, "ru-yy")), PlainFile(file));
  EXPECT_EQ(world.Relations(copy, "ru-yy")[0].target_resolution(), "");
  EXPECT_EQ(world.Relations(copy, "ru-yy")[0].state(), R::STATE_CONFIRMED);
  const std::string order = world.Import(kMenuOrder, "ru-yy").resolution().name();
  pb::MatchRelationsRequest match;
  match.set_parent(copy);
  pb::MatchRelationsResponse matched;
  ASSERT_TRUE(world.relations.Match(*world.Call("ru-yy"), match, &matched).ok());
  EXPECT_EQ(matched.changed_count(), 3);
  EXPECT_EQ(world.Relations(copy, "ru-yy")[0].target_resolution(), order);
}

TEST(LinksTest, TheSameReaderChangesNothingOfThem) {
  World world;
  world.Import(kMenuOrder);
  const std::string meeting = Decided(world);
  const auto before = world.Relations(meeting);
  const S suggestion = SuggestionOf(world, meeting);
  const auto answer = world.ReRead(meeting, false);
  ASSERT_EQ(answer.relation_differences_size(), 3);
  for (const auto& one : answer.relation_differences()) EXPECT_EQ(one.kind(), K::KIND_SAME);
  ASSERT_EQ(answer.suggestion_differences_size(), 1);
  EXPECT_EQ(answer.suggestion_differences(0).kind(), K::KIND_SAME);
  const auto after = world.Relations(meeting);
  ASSERT_EQ(after.size(), before.size());
  for (size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].SerializeAsString(), before[i].SerializeAsString());
  }
  EXPECT_EQ(SuggestionOf(world, meeting).SerializeAsString(), suggestion.SerializeAsString());
}

TEST(LinksTest, ANewReaderProposesThemAnewAroundWhatPersonsDecided) {
  World world;
  const std::string order = world.Import(kMenuOrder).resolution().name();
  const std::string meeting = Decided(world);
  // What an older reader might have left: other kinds, one relation fewer, and one that is none.
  world.Query("UPDATE relation SET kind = 'amends' WHERE state <> 'proposed' RETURNING 1");
  world.Query("DELETE FROM relation WHERE state = 'proposed' RETURNING 1");
  world.Query(
      "INSERT INTO relation (region, resolution_id, id, ordinal, point_id, kind, act, number, "
      "  issuer, title, label, own, span_begin, span_end, rule, confidence) "
      "SELECT region, resolution_id, gen_random_uuid(), 9, id, 'repeals', '', '', '', 'музеи', '', "
      "  false, 0, 0, 'old', 0.5 FROM point WHERE body LIKE '%музеи%' RETURNING 1");
  const auto shown = world.ReRead(meeting, true);
  ASSERT_EQ(shown.relation_differences_size(), 4);
  EXPECT_EQ(shown.relation_differences(0).kind(), K::KIND_KEPT);
  EXPECT_EQ(shown.relation_differences(0).relation().kind(), R::KIND_AMENDS);
  EXPECT_EQ(shown.relation_differences(0).read().kind(), R::KIND_REMOVES_FROM_CONTROL);
  EXPECT_EQ(shown.relation_differences(1).kind(), K::KIND_KEPT);
  EXPECT_EQ(shown.relation_differences(2).kind(), K::KIND_NEW);
  EXPECT_EQ(shown.relation_differences(3).kind(), K::KIND_GONE);
  EXPECT_EQ(world.Relations(meeting).size(), 3u);
  world.ReRead(meeting, false);
  const auto after = world.Relations(meeting);
  ASSERT_EQ(after.size(), 3u);
  EXPECT_EQ(after[0].kind(), R::KIND_AMENDS);
  EXPECT_EQ(after[0].state(), R::STATE_CONFIRMED);
  EXPECT_EQ(after[0].target_resolution(), order);
  EXPECT_EQ(after[1].state(), R::STATE_REJECTED);
  EXPECT_EQ(after[2].state(), R::STATE_PROPOSED);
  EXPECT_EQ(after[2].target_resolution(), order);
  EXPECT_EQ(after[2].target_point(), world.Points(order)[1].name());
}

TEST(LinksTest, ATermHasItsPlace) {
  World world;
  const auto imported = world.Import(kMeeting);
  const auto point = world.Points(imported.resolution().name())[2];
  const std::string text = kMeeting;
  const auto& span = point.deadline().span();
  EXPECT_EQ(point.deadline().printed(), "до 1 мая 2024 года");
  EXPECT_EQ(text.substr(static_cast<size_t>(span.begin()),
                        static_cast<size_t>(span.end() - span.begin())),
            point.deadline().printed());
  EXPECT_FALSE(world.Points(imported.resolution().name())[0].deadline().has_span());
}

}  // namespace
}  // namespace rezon::decisions
