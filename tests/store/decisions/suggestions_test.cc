#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/meeting.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

using S = pb::Suggestion;

TEST(SuggestionsTest, TakenOnceWithItsPointHistoryAndEvent) {
  World world;
  const std::string name = world.Import(kMeeting).resolution().name();
  const S open = SuggestionOf(world, name);
  EXPECT_EQ(open.state(), S::STATE_OPEN);
  auto request = TakeRequest(open);
  pb::TakeSuggestionResponse taken, again;
  absl::Status status = world.suggestions.Take(*world.Call(), request, &taken);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(taken.suggestion().state(), S::STATE_TAKEN);
  EXPECT_EQ(taken.suggestion().decider(), "ivanova");
  EXPECT_TRUE(taken.suggestion().has_decide_time());
  EXPECT_EQ(taken.suggestion().point(), taken.point().name());
  EXPECT_EQ(taken.point().ordinal(), 4);
  EXPECT_EQ(taken.point().span().begin(), open.span().begin());
  ASSERT_TRUE(world.suggestions.Take(*world.Call(), request, &again).ok());
  EXPECT_EQ(again.SerializeAsString(), taken.SerializeAsString());
  EXPECT_EQ(SuggestionOf(world, name).SerializeAsString(), taken.suggestion().SerializeAsString());
  EXPECT_EQ(world.Points(name)[3].SerializeAsString(), taken.point().SerializeAsString());
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'suggestion.taken' AND payload "
                        "->> 'point' = '" +
                        taken.point().name() + "'"),
            "1");
  EXPECT_EQ(world.Query("SELECT count(*) FROM correction WHERE action = 'ACTION_TAKE_SUGGESTION' "
                        "AND corrector = 'ivanova' AND detail -> 'suggestion' ->> 'state' = "
                        "'STATE_TAKEN'"),
            "1");
  request.set_request_id(ids::NewUuid());
  EXPECT_TRUE(absl::IsAborted(world.suggestions.Take(*world.Call(), request, &again)));
  request.clear_etag();
  EXPECT_EQ(errors::Reason(world.suggestions.Take(*world.Call(), request, &again)),
            "STATE_FORBIDS");
}

TEST(SuggestionsTest, ARemovedPointGivesItBack) {
  World world;
  const std::string name = world.Import(kMeeting).resolution().name();
  pb::TakeSuggestionResponse taken;
  auto request = TakeRequest(SuggestionOf(world, name));
  ASSERT_TRUE(world.suggestions.Take(*world.Call(), request, &taken).ok());
  pb::DeletePointRequest remove;
  remove.set_name(taken.point().name());
  pb::DeletePointResponse removed;
  ASSERT_TRUE(world.points.Delete(*world.Call(), remove, &removed).ok());
  const S open = SuggestionOf(world, name);
  EXPECT_EQ(open.state(), S::STATE_OPEN);
  EXPECT_EQ(open.point(), "");
  EXPECT_FALSE(open.has_decide_time());
}

TEST(SuggestionsTest, DismissedWithAReasonAndWithinRights) {
  World world;
  const std::string name = world.Import(kMeeting).resolution().name();
  pb::DismissSuggestionRequest request;
  request.set_name(SuggestionOf(world, name).name());
  request.set_request_id(ids::NewUuid());
  request.set_reason("не поручение");
  S out, again;
  EXPECT_TRUE(absl::IsPermissionDenied(
      world.suggestions.Dismiss(*world.Call("ru-xx", "viewer"), request, &out)));
  EXPECT_TRUE(absl::IsNotFound(world.suggestions.Dismiss(*world.Call("ru-yy"), request, &out)));
  ASSERT_TRUE(world.suggestions.Dismiss(*world.Call(), request, &out).ok());
  EXPECT_EQ(out.state(), S::STATE_DISMISSED);
  EXPECT_EQ(out.reason(), "не поручение");
  ASSERT_TRUE(world.suggestions.Dismiss(*world.Call(), request, &again).ok());
  EXPECT_EQ(again.SerializeAsString(), out.SerializeAsString());
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'suggestion.dismissed'"), "1");
  EXPECT_EQ(world.Query("SELECT count(*) FROM correction WHERE action = "
                        "'ACTION_DISMISS_SUGGESTION'"),
            "1");
  request.set_request_id(ids::NewUuid());
  request.set_name("resolutions/1/suggestions/2");
  EXPECT_TRUE(absl::IsInvalidArgument(world.suggestions.Dismiss(*world.Call(), request, &out)));
  pb::AdoptResolutionRequest adopt;
  adopt.set_name(name);
  pb::Resolution adopted;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), adopt, &adopted).ok());
  auto take = TakeRequest(out);
  pb::TakeSuggestionResponse taken;
  EXPECT_EQ(errors::Reason(world.suggestions.Take(*world.Call(), take, &taken)),
            "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
