#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/exchange_files.h"
#include "tests/store/decisions/meeting.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using R = pb::Relation;
using C = pb::Correction;

constexpr char kLibraryOrder[] =
    "ПРИКАЗ\n\nот 14.05.2021 № 88\n\nО школьных библиотеках\n\nПриказываю:\n\n"
    "1. Школам пополнить фонды.\n"
    "2. Отделу образования завести сводный каталог.\n";

std::string EtagOf(World& world, const std::string& resolution) {
  pb::GetResolutionRequest request;
  request.set_name(resolution);
  pb::Resolution out;
  absl::Status status = world.resolutions.Get(*world.Call(), request, &out);
  EXPECT_TRUE(status.ok()) << status;
  return out.etag();
}

std::vector<C> HistoryOf(World& world, const std::string& resolution) {
  pb::ListCorrectionsRequest request;
  request.set_parent(resolution);
  pb::ListCorrectionsResponse response;
  absl::Status status = world.corrections.List(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.corrections().begin(), response.corrections().end()};
}

// Asks for «continues» from a point to a target; either may be empty.
pb::CreateRelationRequest Wanted(const std::string& meeting, const std::string& point,
                                 const std::string& target_point) {
  pb::CreateRelationRequest request;
  request.set_parent(meeting);
  request.set_request_id(ids::NewUuid());
  request.mutable_relation()->set_kind(R::KIND_CONTINUES);
  request.mutable_relation()->set_point(point);
  request.mutable_relation()->set_target_point(target_point);
  return request;
}

R Create(World& world, const pb::CreateRelationRequest& request) {
  R out;
  absl::Status status = world.relate.Create(*world.Call(), request, &out);
  EXPECT_TRUE(status.ok()) << status;
  return out;
}

// A meeting and an earlier order that none of its words cite.
struct Drafts {
  explicit Drafts(World& world)
      : order(world.Import(kLibraryOrder).resolution().name()),
        meeting(world.Import(kMeeting).resolution().name()),
        targets(world.Points(order)),
        points(world.Points(meeting)) {}

  std::string order, meeting;
  std::vector<pb::Point> targets, points;
};

TEST(RelateTest, AClerkAddsWhatTheReaderDidNotSee) {
  World world;
  const Drafts drafts(world);
  const std::string etag = EtagOf(world, drafts.meeting);
  auto request = Wanted(drafts.meeting, drafts.points[2].name(), drafts.targets[1].name());
  request.set_etag(etag);
  const R made = Create(world, request);
  EXPECT_EQ(made.state(), R::STATE_CONFIRMED);
  EXPECT_EQ(made.origin(), R::ORIGIN_PERSON);
  EXPECT_EQ(made.decider(), "ivanova");
  EXPECT_TRUE(made.has_decide_time());
  EXPECT_FALSE(made.has_span());
  EXPECT_EQ(made.score(), 1);
  EXPECT_EQ(made.target_resolution(), drafts.order);
  EXPECT_EQ(made.target_point_text(), drafts.targets[1].text());
  const auto all = world.Relations(drafts.meeting);
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[3].SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(all[0].origin(), R::ORIGIN_READ);
  EXPECT_NE(EtagOf(world, drafts.meeting), etag);
  const auto history = HistoryOf(world, drafts.meeting);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].action(), C::ACTION_CREATE_RELATION);
  EXPECT_EQ(history[0].corrector(), "ivanova");
  EXPECT_EQ(history[0].relation().target_point(), drafts.targets[1].name());
  EXPECT_EQ(world.Query("SELECT payload->>'decider' FROM outbox WHERE type = 'relation.confirmed' "
                        "AND subject = '" +
                        made.name() + "'"),
            "ivanova");
  EXPECT_EQ(Create(world, request).SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(world.Relations(drafts.meeting).size(), 4u);
}

TEST(RelateTest, OnlyAskingChangesNothing) {
  World world;
  const Drafts drafts(world);
  const std::string etag = EtagOf(world, drafts.meeting);
  auto request = Wanted(drafts.meeting, "", drafts.targets[0].name());
  request.set_validate_only(true);
  const R shown = Create(world, request);
  EXPECT_EQ(shown.name(), "");
  EXPECT_EQ(shown.target_point_text(), drafts.targets[0].text());
  EXPECT_EQ(world.Relations(drafts.meeting).size(), 3u);
  EXPECT_EQ(EtagOf(world, drafts.meeting), etag);
  EXPECT_TRUE(HistoryOf(world, drafts.meeting).empty());
}

TEST(RelateTest, AnActThatIsNotHereIsCited) {
  World world;
  const Drafts drafts(world);
  auto request = Wanted(drafts.meeting, "", "");
  request.mutable_relation()->mutable_target()->set_act("постановление");
  request.mutable_relation()->mutable_target()->set_number("12-п");
  request.mutable_relation()->mutable_target()->set_act_date("2018-03-01");
  const R made = Create(world, request);
  EXPECT_EQ(made.target_resolution(), "");
  EXPECT_EQ(made.target().number(), "12-п");
  EXPECT_EQ(made.score(), 0);
  pb::MatchRelationsRequest match;
  match.set_parent(drafts.meeting);
  pb::MatchRelationsResponse matched;
  ASSERT_TRUE(world.relations.Match(*world.Call(), match, &matched).ok());
  EXPECT_EQ(world.Relations(drafts.meeting)[3].SerializeAsString(), made.SerializeAsString());
}

TEST(RelateTest, WhatIsRefused) {
  World world;
  const Drafts drafts(world);
  const auto refused = [&](const pb::CreateRelationRequest& request) {
    R out;
    return world.relate.Create(*world.Call(), request, &out);
  };
  const std::string point = drafts.points[2].name();
  auto request = Wanted(drafts.meeting, point, drafts.targets[0].name());
  request.mutable_relation()->clear_kind();
  EXPECT_TRUE(absl::IsInvalidArgument(refused(request)));
  EXPECT_TRUE(absl::IsInvalidArgument(refused(Wanted(drafts.meeting, point, ""))));
  EXPECT_TRUE(absl::IsInvalidArgument(refused(Wanted(drafts.meeting, point, point))));
  EXPECT_TRUE(absl::IsInvalidArgument(
      refused(Wanted(drafts.meeting, drafts.targets[0].name(), drafts.targets[1].name()))));
  request = Wanted(drafts.meeting, point, drafts.targets[0].name());
  request.mutable_relation()->set_target_resolution(drafts.meeting);
  EXPECT_TRUE(absl::IsInvalidArgument(refused(request)));
  EXPECT_TRUE(absl::IsNotFound(
      refused(Wanted(drafts.meeting, point, drafts.order + "/points/" + ids::NewUuid()))));
  EXPECT_TRUE(absl::IsNotFound(
      refused(Wanted("resolutions/" + ids::NewUuid(), "", drafts.targets[0].name()))));
  request = Wanted(drafts.meeting, point, drafts.targets[0].name());
  request.set_etag("\"77\"");
  EXPECT_TRUE(absl::IsAborted(refused(request)));
  request.clear_etag();
  R out;
  EXPECT_TRUE(
      absl::IsPermissionDenied(world.relate.Create(*world.Call("ru-xx", "viewer"), request, &out)));
  EXPECT_TRUE(absl::IsNotFound(world.relate.Create(*world.Call("ru-yy"), request, &out)));
  Create(world, request);
  request.set_request_id(ids::NewUuid());
  EXPECT_EQ(errors::Reason(refused(request)), "RELATION_EXISTS");
  EXPECT_EQ(world.Relations(drafts.meeting).size(), 4u);
}

TEST(RelateTest, WhatWasAddedCanBeTakenBackWhileADraft) {
  World world;
  const Drafts drafts(world);
  const R made =
      Create(world, Wanted(drafts.meeting, drafts.points[2].name(), drafts.targets[1].name()));
  pb::DeleteRelationRequest remove;
  pb::DeleteRelationResponse out;
  remove.set_name(world.Relations(drafts.meeting)[0].name());
  absl::Status read = world.relate.Delete(*world.Call(), remove, &out);
  EXPECT_EQ(errors::Reason(read), "RELATION_READ") << read;
  remove.set_name(made.name());
  remove.set_etag("\"9\"");
  EXPECT_TRUE(absl::IsAborted(world.relate.Delete(*world.Call(), remove, &out)));
  remove.set_etag(made.etag());
  remove.set_request_id(ids::NewUuid());
  ASSERT_TRUE(world.relate.Delete(*world.Call(), remove, &out).ok());
  ASSERT_TRUE(world.relate.Delete(*world.Call(), remove, &out).ok());
  EXPECT_EQ(world.Relations(drafts.meeting).size(), 3u);
  const auto history = HistoryOf(world, drafts.meeting);
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[0].action(), C::ACTION_DELETE_RELATION);
  EXPECT_EQ(history[0].relation().SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(world.Query("SELECT revision FROM outbox WHERE type = 'relation.removed'"), "2");
}

TEST(RelateTest, AfterAdoptionNothingIsAddedOrRemoved) {
  World world;
  const Drafts drafts(world);
  const auto request = Wanted(drafts.meeting, "", drafts.targets[1].name());
  const R made = Create(world, request);
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(drafts.meeting);
  pb::Resolution adopted;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), adopt, &adopted).ok());
  R out;
  absl::Status late = world.relate.Create(
      *world.Call(), Wanted(drafts.meeting, "", drafts.targets[0].name()), &out);
  EXPECT_EQ(errors::Reason(late), "RESOLUTION_FROZEN") << late;
  pb::DeleteRelationRequest remove;
  remove.set_name(made.name());
  pb::DeleteRelationResponse nothing;
  late = world.relate.Delete(*world.Call(), remove, &nothing);
  EXPECT_EQ(errors::Reason(late), "RESOLUTION_FROZEN") << late;
  EXPECT_EQ(world.Relations(drafts.meeting).size(), 4u);
}

TEST(RelateTest, AReReadLeavesItAlone) {
  World world;
  const Drafts drafts(world);
  const R made =
      Create(world, Wanted(drafts.meeting, drafts.points[2].name(), drafts.targets[1].name()));
  pb::ReReadResolutionRequest again;
  again.set_name(drafts.meeting);
  pb::ReReadResolutionResponse response;
  ASSERT_TRUE(world.exchange.ReRead(*world.Call(), again, &response).ok());
  ASSERT_EQ(response.relation_differences_size(), 4);
  EXPECT_EQ(response.relation_differences(3).kind(), pb::PointDifference::KIND_KEPT);
  const auto all = world.Relations(drafts.meeting);
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[3].SerializeAsString(), made.SerializeAsString());
}

TEST(RelateTest, ItFollowsMergedAndSplitPoints) {
  World world;
  const Drafts drafts(world);
  const std::string first = drafts.points[0].name(), second = drafts.points[1].name();
  Create(world, Wanted(drafts.meeting, second, drafts.targets[0].name()));
  Create(world, Wanted(drafts.meeting, second, drafts.targets[1].name()));
  pb::MergePointsRequest merge;
  merge.set_parent(drafts.meeting);
  merge.add_names(first);
  merge.add_names(second);
  pb::Point whole;
  ASSERT_TRUE(world.corrections.Merge(*world.Call(), merge, &whole).ok());
  auto all = world.Relations(drafts.meeting);
  ASSERT_EQ(all.size(), 4u);
  for (int i : {2, 3}) {
    EXPECT_EQ(all[i].origin(), R::ORIGIN_PERSON);
    EXPECT_EQ(all[i].point(), whole.name());
    EXPECT_EQ(all[i].target_point(), drafts.targets[i - 2].name());
  }
  pb::SplitPointRequest split;
  split.set_name(whole.name());
  split.add_offsets(static_cast<int>(whole.text().rfind("пункт 2")));
  pb::SplitPointResponse parts;
  ASSERT_TRUE(world.corrections.Split(*world.Call(), split, &parts).ok());
  all = world.Relations(drafts.meeting);
  ASSERT_EQ(all.size(), 4u);
  for (int i : {2, 3}) EXPECT_EQ(all[i].point(), parts.points(0).name());
  EXPECT_FALSE(all[2].has_span());
}

TEST(RelateTest, AnExportCarriesIt) {
  World world;
  const Drafts drafts(world);
  Create(world, Wanted(drafts.meeting, drafts.points[2].name(), drafts.targets[1].name()));
  const std::string file = ExportJson(world, drafts.meeting);
  const std::string order = world.Import(kLibraryOrder, "ru-yy").resolution().name();
  const std::string copy = world.Import(file, "ru-yy").resolution().name();
  EXPECT_EQ(WithoutOrigin(ExportJson(world, copy, "ru-yy")), WithoutOrigin(file));
  const auto all = world.Relations(copy, "ru-yy");
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[3].origin(), R::ORIGIN_PERSON);
  EXPECT_EQ(all[3].state(), R::STATE_CONFIRMED);
  EXPECT_EQ(all[3].decider(), "ivanova");
  EXPECT_EQ(all[3].target_resolution(), order);
  EXPECT_EQ(all[3].target_point_text(), drafts.targets[1].text());
  EXPECT_FALSE(all[3].has_span());
}

}  // namespace
}  // namespace rezon::decisions
