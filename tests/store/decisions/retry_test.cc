#include <gtest/gtest.h>

#include <thread>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

TEST(RetryTest, TheFirstAnswerComesAgain) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::AdoptResolutionRequest request;
  request.set_name(draft.name());
  request.set_etag(draft.etag());
  request.set_request_id(ids::NewUuid());
  pb::Resolution first, again;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), request, &first).ok());
  absl::Status status = world.resolutions.Adopt(*world.Call(), request, &again);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(first.SerializeAsString(), again.SerializeAsString());
  EXPECT_EQ(world.Query("SELECT count(*) FROM outbox WHERE type = 'resolution.adopted'"), "1");
}

TEST(RetryTest, AnIdForAnotherRequestIsRefused) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::AdoptResolutionRequest request;
  request.set_name(draft.name());
  request.set_request_id(ids::NewUuid());
  pb::Resolution out;
  ASSERT_TRUE(world.resolutions.Adopt(*world.Call(), request, &out).ok());
  request.set_adopt_date("2024-01-01");
  absl::Status status = world.resolutions.Adopt(*world.Call(), request, &out);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(errors::Reason(status), "REQUEST_ID_REUSED");
}

TEST(RetryTest, TwinsAtTheSameTimeMakeOnePoint) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::CreatePointRequest request;
  request.set_parent(draft.name());
  request.mutable_point()->set_text("новый пункт");
  request.set_request_id(ids::NewUuid());
  std::vector<pb::Point> made(4);
  std::vector<absl::Status> ends(4);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < made.size(); ++i) {
    threads.emplace_back(
        [&, i] { ends[i] = world.points.Create(*world.Call(), request, &made[i]); });
  }
  for (std::thread& thread : threads) thread.join();
  for (size_t i = 0; i < made.size(); ++i) {
    ASSERT_TRUE(ends[i].ok()) << ends[i];
    EXPECT_EQ(made[i].name(), made[0].name());
  }
  EXPECT_EQ(world.Points(draft.name()).size(), static_cast<size_t>(draft.point_count()) + 1);
}

TEST(RetryTest, ParallelImportsOfTheSameBytesMakeOneDocument) {
  World world;
  std::vector<pb::ImportDocumentResponse> made(4);
  std::vector<std::thread> threads;
  for (auto& response : made) {
    threads.emplace_back([&] { response = world.Import(SampleText()); });
  }
  for (std::thread& thread : threads) thread.join();
  int fresh = 0;
  for (const auto& response : made) {
    fresh += response.already_imported() ? 0 : 1;
    EXPECT_EQ(response.resolution().name(), made[0].resolution().name());
  }
  EXPECT_EQ(fresh, 1);
  EXPECT_EQ(world.Query("SELECT count(*) FROM resolution"), "1");
}

TEST(RetryTest, OfManyEditorsWithOneEtagOneWins) {
  World world;
  auto draft = world.Import(SampleText()).resolution();
  pb::UpdateResolutionRequest request;
  request.mutable_resolution()->set_name(draft.name());
  request.mutable_resolution()->set_etag(draft.etag());
  request.mutable_resolution()->set_display_name("Новое название");
  std::vector<absl::Status> ends(4);
  std::vector<std::thread> threads;
  for (auto& end : ends) {
    threads.emplace_back([&] {
      pb::Resolution out;
      end = world.resolutions.Update(*world.Call(), request, &out);
    });
  }
  for (std::thread& thread : threads) thread.join();
  int won = 0;
  for (const auto& end : ends) {
    won += end.ok() ? 1 : 0;
    EXPECT_TRUE(end.ok() || absl::IsAborted(end)) << end;
  }
  EXPECT_EQ(won, 1);
}

}  // namespace
}  // namespace rezon::decisions
