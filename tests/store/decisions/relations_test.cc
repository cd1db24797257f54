#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using R = pb::Relation;

constexpr char kOrder[] =
    "ПРИКАЗ\n\nот 12.03.2020 № 45\n\nО школьном питании\n\nПриказываю:\n\n"
    "1. Школам составить меню.\n"
    "2. Отделу образования проверить столовые.\n"
    "3. Методическому центру развивать школьные музеи и краеведение.\n";

constexpr char kForum[] =
    "РЕЗОЛЮЦИЯ\nрайонного форума «Школа и село»\n\n26 августа 2022 года\n\n"
    "Участники форума рекомендуют:\n\n"
    "1. Провести слёт юных краеведов.\n"
    "2. Обновить школьные автобусы:\n"
    "а) в сельских школах;\n"
    "б) в городских школах.\n";

constexpr char kLater[] =
    "РЕЗОЛЮЦИЯ\nрайонного совещания «Итоги года»\n\n28 августа 2023 года\n\n"
    "Участники предлагают издать сборник лучших уроков.\n\n"
    "Совещание решило:\n\n"
    "1. Снять с контроля пункты 1, 2 приказа от 12.03.2020 № 45.\n"
    "2. Пункт 1 резолюции форума «Школа и село» от 26.08.2022 изложить в новой редакции.\n"
    "3. Продолжить работу по развитию школьных музеев и краеведения.\n"
    "4. Признать утратившим силу приказ от 1 февраля 2019 г. № 7.\n";

std::vector<R> List(World& world, const std::string& resolution) {
  pb::ListRelationsRequest request;
  request.set_parent(resolution);
  pb::ListRelationsResponse response;
  absl::Status status = world.relations.List(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.relations().begin(), response.relations().end()};
}

TEST(RelationsTest, TargetsAreFoundByNumberDayTitleLabelAndMeaning) {
  World world;
  const std::string order = world.Import(kOrder).resolution().name();
  const std::string forum = world.Import(kForum).resolution().name();
  const std::string later = world.Import(kLater).resolution().name();
  const auto relations = List(world, later);
  ASSERT_EQ(relations.size(), 5u);
  const auto order_points = world.Points(order);
  const auto later_points = world.Points(later);
  for (int i : {0, 1}) {
    EXPECT_EQ(relations[i].kind(), R::KIND_REMOVES_FROM_CONTROL);
    EXPECT_EQ(relations[i].state(), R::STATE_PROPOSED);
    EXPECT_EQ(relations[i].point(), later_points[0].name());
    EXPECT_EQ(relations[i].target_resolution(), order);
    EXPECT_EQ(relations[i].target_point(), order_points[i].name());
    EXPECT_EQ(relations[i].target_point_text(), order_points[i].text());
    EXPECT_NEAR(relations[i].score(), 0.95, 0.01);
  }
  EXPECT_EQ(relations[2].kind(), R::KIND_SUPERSEDES);
  EXPECT_EQ(relations[2].target_resolution(), forum);
  EXPECT_EQ(relations[2].target_point(), world.Points(forum)[0].name());
  EXPECT_GT(relations[2].score(), 0.7);
  EXPECT_EQ(relations[3].kind(), R::KIND_CONTINUES);
  EXPECT_EQ(relations[3].target_point(), order_points[2].name());
  EXPECT_GE(relations[3].score(), 0.5);
  EXPECT_EQ(relations[4].kind(), R::KIND_REPEALS);
  EXPECT_EQ(relations[4].target().number(), "7");
  EXPECT_EQ(relations[4].target_resolution(), "");
}

TEST(RelationsTest, WhatComesInLaterIsMatchedOnRequest) {
  World world;
  const std::string later = world.Import(kLater).resolution().name();
  EXPECT_EQ(List(world, later)[0].target_resolution(), "");
  const std::string order = world.Import(kOrder).resolution().name();
  pb::MatchRelationsRequest request;
  request.set_parent(later);
  request.set_request_id(ids::NewUuid());
  pb::MatchRelationsResponse response;
  ASSERT_TRUE(world.relations.Match(*world.Call(), request, &response).ok());
  EXPECT_EQ(response.changed_count(), 3);
  EXPECT_EQ(List(world, later)[0].target_resolution(), order);
  request.set_request_id(ids::NewUuid());
  ASSERT_TRUE(world.relations.Match(*world.Call(), request, &response).ok());
  EXPECT_EQ(response.changed_count(), 0);
}

TEST(RelationsTest, AClerkConfirmsOnceWithTheVersionThatWasSeen) {
  World world;
  const std::string order = world.Import(kOrder).resolution().name();
  const auto relation = List(world, world.Import(kLater).resolution().name())[0];
  pb::ConfirmRelationRequest request;
  request.set_name(relation.name());
  request.set_etag(relation.etag());
  request.set_request_id(ids::NewUuid());
  R confirmed, again;
  ASSERT_TRUE(world.relations.Confirm(*world.Call(), request, &confirmed).ok());
  EXPECT_EQ(confirmed.state(), R::STATE_CONFIRMED);
  EXPECT_EQ(confirmed.decider(), "ivanova");
  EXPECT_TRUE(confirmed.has_decide_time());
  EXPECT_EQ(confirmed.target_resolution(), order);
  ASSERT_TRUE(world.relations.Confirm(*world.Call(), request, &again).ok());
  EXPECT_EQ(again.SerializeAsString(), confirmed.SerializeAsString());
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'relation.confirmed'"), "1");
  request.set_request_id(ids::NewUuid());
  absl::Status stale = world.relations.Confirm(*world.Call(), request, &again);
  EXPECT_TRUE(absl::IsAborted(stale)) << stale;
  pb::GetRelationRequest get;
  get.set_name(relation.name());
  ASSERT_TRUE(world.relations.Get(*world.Call(), get, &again).ok());
  EXPECT_EQ(again.SerializeAsString(), confirmed.SerializeAsString());
}

TEST(RelationsTest, AClerkChoosesAnotherTarget) {
  World world;
  const std::string forum = world.Import(kForum).resolution().name();
  const auto relation = List(world, world.Import(kLater).resolution().name())[4];
  pb::ConfirmRelationRequest request;
  request.set_name(relation.name());
  request.set_target(world.Points(forum)[1].name());
  R out;
  ASSERT_TRUE(world.relations.Confirm(*world.Call(), request, &out).ok());
  EXPECT_EQ(out.target_point(), world.Points(forum)[1].name());
  EXPECT_EQ(out.score(), 1);
  request.set_target("resolutions/" + ids::NewUuid());
  EXPECT_TRUE(absl::IsNotFound(world.relations.Confirm(*world.Call(), request, &out)));
  request.set_target("territories/1");
  EXPECT_TRUE(absl::IsInvalidArgument(world.relations.Confirm(*world.Call(), request, &out)));
}

TEST(RelationsTest, ARejectedOneStaysRejectedAndIsLeftOutOfTheIncoming) {
  World world;
  const std::string order = world.Import(kOrder).resolution().name();
  const std::string later = world.Import(kLater).resolution().name();
  pb::ListIncomingRelationsRequest incoming;
  incoming.set_parent(order);
  pb::ListIncomingRelationsResponse before, after;
  ASSERT_TRUE(world.relations.ListIncoming(*world.Call(), incoming, &before).ok());
  EXPECT_EQ(before.relations_size(), 3);
  pb::RejectRelationRequest request;
  request.set_name(List(world, later)[0].name());
  request.set_reason("другой приказ");
  R out;
  ASSERT_TRUE(world.relations.Reject(*world.Call(), request, &out).ok());
  EXPECT_EQ(out.state(), R::STATE_REJECTED);
  EXPECT_EQ(out.reason(), "другой приказ");
  absl::Status twice = world.relations.Reject(*world.Call(), request, &out);
  EXPECT_EQ(errors::Reason(twice), "STATE_FORBIDS") << twice;
  ASSERT_TRUE(world.relations.ListIncoming(*world.Call(), incoming, &after).ok());
  EXPECT_EQ(after.relations_size(), 2);
  pb::MatchRelationsRequest match;
  match.set_parent(later);
  pb::MatchRelationsResponse matched;
  ASSERT_TRUE(world.relations.Match(*world.Call(), match, &matched).ok());
  EXPECT_EQ(List(world, later)[0].state(), R::STATE_REJECTED);
}

TEST(RelationsTest, PagesAndRights) {
  World world;
  const std::string later = world.Import(kLater).resolution().name();
  pb::ListRelationsRequest request;
  request.set_parent(later);
  request.set_page_size(2);
  std::vector<std::string> kinds;
  do {
    pb::ListRelationsResponse page;
    ASSERT_TRUE(world.relations.List(*world.Call(), request, &page).ok());
    for (const R& relation : page.relations()) kinds.push_back(R::Kind_Name(relation.kind()));
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(kinds.size(), 5u);
  pb::ListRelationsResponse page;
  EXPECT_TRUE(absl::IsNotFound(world.relations.List(*world.Call("ru-yy"), request, &page)));
  pb::RejectRelationRequest reject;
  reject.set_name(List(world, later)[0].name());
  R out;
  absl::Status denied = world.relations.Reject(*world.Call("ru-xx", "viewer"), reject, &out);
  EXPECT_TRUE(absl::IsPermissionDenied(denied)) << denied;
  EXPECT_TRUE(absl::IsNotFound(world.relations.Reject(*world.Call("ru-yy"), reject, &out)));
}

TEST(RelationsTest, TheyFollowTheLettersNumberAfterACorrection) {
  World world;
  const std::string forum = world.Import(kForum).resolution().name();
  pb::UpdateResolutionRequest update;
  update.mutable_resolution()->set_name(forum);
  update.mutable_resolution()->mutable_letter()->set_number("7");
  update.mutable_resolution()->mutable_letter()->set_date("2019-02-01");
  pb::Resolution out;
  ASSERT_TRUE(world.resolutions.Update(*world.Call(), update, &out).ok());
  const auto relations = List(world, world.Import(kLater).resolution().name());
  EXPECT_EQ(relations[4].target_resolution(), forum);
}

TEST(RelationsTest, ADeletedPointTakesItsRelationsAlong) {
  World world;
  const std::string order = world.Import(kOrder).resolution().name();
  const std::string later = world.Import(kLater).resolution().name();
  pb::DeletePointRequest request;
  request.set_name(world.Points(order)[0].name());
  pb::DeletePointResponse out;
  ASSERT_TRUE(world.points.Delete(*world.Call(), request, &out).ok());
  EXPECT_EQ(List(world, later)[0].target_resolution(), order);
  EXPECT_EQ(List(world, later)[0].target_point(), "");
  request.set_name(world.Points(later)[0].name());
  ASSERT_TRUE(world.points.Delete(*world.Call(), request, &out).ok());
  EXPECT_EQ(List(world, later).size(), 3u);
}

TEST(RelationsTest, SuggestionsOfThePreamble) {
  World world;
  const std::string later = world.Import(kLater).resolution().name();
  pb::ListSuggestionsRequest request;
  request.set_parent(later);
  pb::ListSuggestionsResponse response;
  ASSERT_TRUE(world.relations.ListSuggestions(*world.Call(), request, &response).ok());
  ASSERT_EQ(response.suggestions_size(), 1);
  EXPECT_EQ(response.suggestions(0).text(), "издать сборник лучших уроков");
  EXPECT_EQ(response.suggestions(0).rule(), "suggest.propose");
  EXPECT_GT(response.suggestions(0).span().end(), response.suggestions(0).span().begin());
  EXPECT_EQ(response.suggestions(0).state(), pb::Suggestion::STATE_OPEN);
}

}  // namespace
}  // namespace rezon::decisions
