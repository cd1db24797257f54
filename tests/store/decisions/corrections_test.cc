#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

// A world with one draft, and a check that a refused correction left no trace.
struct Draft {
  Draft() : resolution(world.Import(SampleText()).resolution()) {
    points = world.Points(resolution.name());
  }
  std::string State() const {
    return world.Query(
        "SELECT md5(string_agg(t, '|' ORDER BY t)) FROM (SELECT p::text FROM point p UNION ALL "
        "SELECT r::text FROM resolution r UNION ALL SELECT c::text FROM correction c UNION ALL "
        "SELECT o::text FROM outbox o UNION ALL SELECT i::text FROM idempotency i) AS s(t)");
  }
  pb::ListCorrectionsResponse History(const std::string& point = "") {
    pb::ListCorrectionsRequest request;
    request.set_parent(resolution.name());
    request.set_point(point);
    pb::ListCorrectionsResponse response;
    absl::Status status = world.corrections.List(*world.Call(), request, &response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  World world;
  pb::Resolution resolution;
  std::vector<pb::Point> points;
};

pb::SplitPointRequest SplitOf(const pb::Point& point) {
  pb::SplitPointRequest request;
  request.set_name(point.name());
  request.set_etag(point.etag());
  request.add_offsets(static_cast<int>(point.text().find(' ')));
  request.set_request_id(ids::NewUuid());
  return request;
}

TEST(CorrectionsTest, ASplitIsStoredWithItsHistoryAndAnswersARetry) {
  Draft draft;
  const pb::Point& point = draft.points[1];
  const auto request = SplitOf(point);
  pb::SplitPointResponse response, again;
  absl::Status status = draft.world.corrections.Split(*draft.world.Call(), request, &response);
  ASSERT_TRUE(status.ok()) << status;
  ASSERT_EQ(response.points_size(), 2);
  EXPECT_EQ(response.points(0).name(), point.name());
  EXPECT_EQ(response.points(0).etag(), "\"2\"");
  EXPECT_EQ(response.points(1).etag(), "\"1\"");
  const auto stored = draft.world.Points(draft.resolution.name());
  ASSERT_EQ(stored.size(), draft.points.size() + 1);
  EXPECT_EQ(stored[1].SerializeAsString(), response.points(0).SerializeAsString());
  EXPECT_EQ(stored[2].SerializeAsString(), response.points(1).SerializeAsString());
  EXPECT_LE(stored[1].span().end(), stored[2].span().begin());
  EXPECT_EQ(stored[2].span().end(), point.span().end());
  ASSERT_TRUE(draft.world.corrections.Split(*draft.world.Call(), request, &again).ok());
  EXPECT_EQ(again.SerializeAsString(), response.SerializeAsString());
  const auto history = draft.History();
  ASSERT_EQ(history.corrections_size(), 1);
  const pb::Correction& note = history.corrections(0);
  EXPECT_EQ(note.action(), pb::Correction::ACTION_SPLIT);
  EXPECT_EQ(note.corrector(), "ivanova");
  EXPECT_GT(note.create_time().seconds(), 0);
  EXPECT_EQ(note.name().rfind(draft.resolution.name() + "/corrections/", 0), 0u);
  EXPECT_EQ(note.before(0).text(), point.text());
  EXPECT_EQ(note.after_size(), 2);
  EXPECT_EQ(draft.world.Query("SELECT count(*) FROM outbox WHERE type = 'resolution.changed'"),
            "1");
}

TEST(CorrectionsTest, ACheckShowsAndChangesNothing) {
  Draft draft;
  const std::string before = draft.State();
  auto split = SplitOf(draft.points[1]);
  split.set_validate_only(true);
  pb::SplitPointResponse parts;
  ASSERT_TRUE(draft.world.corrections.Split(*draft.world.Call(), split, &parts).ok());
  EXPECT_EQ(parts.points_size(), 2);
  EXPECT_EQ(parts.points(1).name(), "");
  pb::MergePointsRequest merge;
  merge.set_parent(draft.resolution.name());
  merge.add_names(draft.points[1].name());
  merge.add_names(draft.points[2].name());
  merge.set_validate_only(true);
  pb::Point whole, moved;
  ASSERT_TRUE(draft.world.corrections.Merge(*draft.world.Call(), merge, &whole).ok());
  EXPECT_EQ(whole.text(), draft.points[1].text() + "; " + draft.points[2].text());
  pb::MovePointRequest move;
  move.set_name(draft.points[4].name());
  move.set_validate_only(true);
  ASSERT_TRUE(draft.world.corrections.Move(*draft.world.Call(), move, &moved).ok());
  EXPECT_EQ(moved.ordinal(), 1);
  EXPECT_EQ(draft.State(), before);
}

TEST(CorrectionsTest, AMergeDropsTheOthersAndKeepsTheirPlaces) {
  Draft draft;
  pb::MergePointsRequest request;
  request.set_parent(draft.resolution.name());
  request.set_etag(draft.resolution.etag());
  request.add_names(draft.points[4].name());
  request.add_names(draft.points[1].name());
  pb::Point whole;
  absl::Status status = draft.world.corrections.Merge(*draft.world.Call(), request, &whole);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(whole.name(), draft.points[1].name());
  ASSERT_EQ(whole.spans_size(), 2);
  EXPECT_EQ(whole.spans(0).begin(), draft.points[1].span().begin());
  EXPECT_EQ(whole.spans(1).end(), draft.points[4].span().end());
  const auto stored = draft.world.Points(draft.resolution.name());
  ASSERT_EQ(stored.size(), draft.points.size() - 1);
  EXPECT_EQ(stored[1].SerializeAsString(), whole.SerializeAsString());
  EXPECT_EQ(draft.History(draft.points[4].name()).corrections_size(), 1);
  EXPECT_EQ(draft.History(draft.points[0].name()).corrections_size(), 0);
}

TEST(CorrectionsTest, AMoveIsStoredInOrder) {
  Draft draft;
  pb::MovePointRequest request;
  request.set_name(draft.points[3].name());
  request.set_parent(draft.points[0].name());
  request.set_after(draft.points[1].name());
  pb::Point moved;
  absl::Status status = draft.world.corrections.Move(*draft.world.Call(), request, &moved);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(moved.parent(), draft.points[0].name());
  EXPECT_EQ(moved.ordinal(), 3);
  const auto stored = draft.world.Points(draft.resolution.name());
  ASSERT_EQ(stored.size(), draft.points.size());
  const size_t order[] = {0, 1, 3, 4, 5, 2};
  for (size_t i = 0; i < stored.size(); ++i) {
    EXPECT_EQ(stored[i].name(), draft.points[order[i]].name()) << i;
    EXPECT_EQ(stored[i].ordinal(), static_cast<int>(i) + 1);
  }
}

TEST(CorrectionsTest, EveryCorrectionOfOldIsInTheHistoryNewestFirst) {
  Draft draft;
  pb::UpdatePointRequest update;
  update.mutable_point()->set_name(draft.points[1].name());
  update.mutable_point()->set_label("7");
  pb::Point point;
  ASSERT_TRUE(draft.world.points.Update(*draft.world.Call(), update, &point).ok());
  EXPECT_EQ(point.corrected_fields(0), "label");
  pb::UpdateResolutionRequest facts;
  facts.mutable_resolution()->set_name(draft.resolution.name());
  facts.mutable_resolution()->set_display_name("Другое");
  pb::Resolution resolution;
  ASSERT_TRUE(draft.world.resolutions.Update(*draft.world.Call(), facts, &resolution).ok());
  EXPECT_EQ(resolution.corrected_fields(0), "display_name");
  pb::DeletePointRequest remove;
  remove.set_name(draft.points[2].name());
  pb::DeletePointResponse removed;
  ASSERT_TRUE(draft.world.points.Delete(*draft.world.Call(), remove, &removed).ok());
  const auto history = draft.History();
  ASSERT_EQ(history.corrections_size(), 3);
  EXPECT_EQ(history.corrections(0).action(), pb::Correction::ACTION_DELETE);
  EXPECT_EQ(history.corrections(0).before(0).text(), draft.points[2].text());
  EXPECT_EQ(history.corrections(1).action(), pb::Correction::ACTION_UPDATE_FACTS);
  EXPECT_EQ(history.corrections(1).resolution_before().display_name(),
            draft.resolution.display_name());
  EXPECT_EQ(history.corrections(2).fields(0), "label");
  EXPECT_EQ(history.corrections(2).after(0).label(), "7");
  pb::ListCorrectionsRequest page;
  page.set_parent(draft.resolution.name());
  page.set_page_size(2);
  pb::ListCorrectionsResponse first, second;
  ASSERT_TRUE(draft.world.corrections.List(*draft.world.Call(), page, &first).ok());
  page.set_page_token(first.next_page_token());
  ASSERT_TRUE(draft.world.corrections.List(*draft.world.Call(), page, &second).ok());
  EXPECT_EQ(first.corrections_size(), 2);
  EXPECT_EQ(second.corrections_size(), 1);
  EXPECT_EQ(second.next_page_token(), "");
}

TEST(CorrectionsTest, TheHistoryIsNeverChangedOrForeign) {
  Draft draft;
  pb::DeletePointRequest remove;
  remove.set_name(draft.points[2].name());
  pb::DeletePointResponse removed;
  ASSERT_TRUE(draft.world.points.Delete(*draft.world.Call(), remove, &removed).ok());
  for (const char* sql : {"UPDATE correction SET corrector = 'x'", "DELETE FROM correction"}) {
    auto result = draft.world.pool->Execute(db::Context::Within(absl::Seconds(10)),
                                            db::Statement{"spoil", sql}, db::Params());
    EXPECT_FALSE(result.ok()) << sql;
  }
  pb::ListCorrectionsRequest request;
  request.set_parent(draft.resolution.name());
  pb::ListCorrectionsResponse response;
  EXPECT_EQ(draft.world.corrections.List(*draft.world.Call("ru-yy"), request, &response).code(),
            absl::StatusCode::kNotFound);
}

// Every wrong correction has its code and field, a Russian sentence, and changes nothing.
TEST(CorrectionsTest, WrongInputChangesNothing) {
  Draft draft;
  pb::Resolution other = draft.world.Import(SampleText() + "3. Прочее.\n").resolution();
  const std::string foreign = draft.world.Points(other.name())[0].name();
  const std::string before = draft.State();
  auto refused = [&](const absl::Status& status, absl::StatusCode code, const std::string& path) {
    EXPECT_EQ(status.code(), code) << status;
    EXPECT_FALSE(errors::MessageRu(status).empty()) << status;
    if (!path.empty() && status.code() == absl::StatusCode::kInvalidArgument) {
      EXPECT_EQ(errors::Violations(status).at(0).path, path);
    }
    EXPECT_EQ(draft.State(), before) << status;
  };
  auto split = [&](const pb::SplitPointRequest& request, const char* role = "operator") {
    pb::SplitPointResponse response;
    return draft.world.corrections.Split(*draft.world.Call("ru-xx", role), request, &response);
  };
  auto merge = [&](const std::vector<std::string>& names, const std::string& etag) {
    pb::MergePointsRequest request;
    request.set_parent(draft.resolution.name());
    request.set_etag(etag);
    for (const std::string& name : names) request.add_names(name);
    pb::Point point;
    return draft.world.corrections.Merge(*draft.world.Call(), request, &point);
  };
  auto move = [&](size_t i, const std::string& parent, const std::string& after) {
    pb::MovePointRequest request;
    request.set_name(draft.points[i].name());
    request.set_parent(parent);
    request.set_after(after);
    pb::Point point;
    return draft.world.corrections.Move(*draft.world.Call(), request, &point);
  };
  constexpr auto kInvalid = absl::StatusCode::kInvalidArgument;
  auto request = SplitOf(draft.points[1]);
  request.set_offsets(0, 1);
  refused(split(request), kInvalid, "offsets[0]");
  request.set_offsets(0, 100000);
  refused(split(request), kInvalid, "offsets[0]");
  request.clear_offsets();
  refused(split(request), kInvalid, "offsets");
  request.set_as_proposed(true);
  refused(split(request), absl::StatusCode::kFailedPrecondition, "");
  refused(split(SplitOf(draft.points[1]), "auditor"), absl::StatusCode::kPermissionDenied, "");
  request = SplitOf(draft.points[1]);
  request.set_etag("\"99\"");
  refused(split(request), absl::StatusCode::kAborted, "");
  request.set_name("points/1");
  refused(split(request), kInvalid, "name");
  request = SplitOf(draft.points[1]);
  request.set_request_id("nonsense");
  refused(split(request), kInvalid, "request_id");
  request = SplitOf(draft.points[1]);
  request.set_name(draft.resolution.name() + "/points/0192aaaa-0000-7000-8000-0123456789ab");
  refused(split(request), absl::StatusCode::kNotFound, "");
  refused(merge({draft.points[1].name()}, ""), kInvalid, "names");
  refused(merge({draft.points[1].name(), foreign}, ""), kInvalid, "names[1]");
  refused(merge({draft.points[1].name(), draft.points[2].name()}, "\"99\""),
          absl::StatusCode::kAborted, "");
  refused(move(0, draft.points[1].name(), ""), kInvalid, "parent");
  refused(move(0, draft.points[0].name(), ""), kInvalid, "parent");
  refused(move(0, foreign, ""), kInvalid, "parent");
  refused(move(1, "", foreign), kInvalid, "after");
}

TEST(CorrectionsTest, AnAdoptedResolutionTakesNone) {
  Draft draft;
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(draft.resolution.name());
  pb::Resolution adopted;
  ASSERT_TRUE(draft.world.resolutions.Adopt(*draft.world.Call(), adopt, &adopted).ok());
  const std::string before = draft.State();
  auto split = SplitOf(draft.points[1]);
  split.clear_etag();
  pb::SplitPointResponse parts;
  pb::MergePointsRequest merge;
  merge.set_parent(draft.resolution.name());
  merge.add_names(draft.points[1].name());
  merge.add_names(draft.points[2].name());
  pb::MovePointRequest move;
  move.set_name(draft.points[1].name());
  pb::Point point;
  for (bool check : {false, true}) {
    split.set_validate_only(check);
    merge.set_validate_only(check);
    move.set_validate_only(check);
    for (const absl::Status& status :
         {draft.world.corrections.Split(*draft.world.Call(), split, &parts),
          draft.world.corrections.Merge(*draft.world.Call(), merge, &point),
          draft.world.corrections.Move(*draft.world.Call(), move, &point)}) {
      EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
      EXPECT_EQ(errors::Reason(status), "RESOLUTION_FROZEN");
    }
  }
  EXPECT_EQ(draft.State(), before);
}

}  // namespace
}  // namespace rezon::decisions
