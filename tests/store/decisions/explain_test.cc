#include <gtest/gtest.h>

#include "tests/store/decisions/world.h"

namespace rezon::decisions {
namespace {

constexpr char kText[] =
    "Резолюция\nсовещания педагогов\n(26 августа 2021 года)\nУчастники решили:\n"
    "1. Подготовить план работы.\nСрок: до конца III квартала 2021 года.\n"
    "2. Обновить сайт.\nСрок: срочно.\n3. Провести опрос школ.\n";

class ExplainTest : public ::testing::Test {
 protected:
  void SetUp() override {
    pb::ListPointsRequest request;
    pb::ListPointsResponse listed;
    request.set_parent(world_.Import(kText, "ru-sve").resolution().name());
    auto call = world_.Call("ru-sve");
    ASSERT_TRUE(world_.points.List(*call, request, &listed).ok());
    points_.assign(listed.points().begin(), listed.points().end());
    ASSERT_EQ(points_.size(), 3u);
  }

  absl::StatusOr<pb::ExplainDeadlineResponse> Ask(const pb::ExplainDeadlineRequest& request,
                                                  const std::string& region = "ru-sve") {
    pb::ExplainDeadlineResponse out;
    auto call = world_.Call(region);
    const absl::Status status = world_.points.ExplainDeadline(*call, request, &out);
    if (!status.ok()) return status;
    return out;
  }

  absl::StatusOr<pb::ExplainDeadlineResponse> AskPoint(int n,
                                                       const std::string& region = "ru-sve") {
    pb::ExplainDeadlineRequest request;
    request.set_name(points_[static_cast<size_t>(n - 1)].name());
    return Ask(request, region);
  }

  World world_;
  std::vector<pb::Point> points_;
};

TEST_F(ExplainTest, APointTellsHowItsDayCameAbout) {
  const auto quarter = AskPoint(1);
  ASSERT_TRUE(quarter.ok()) << quarter.status();
  EXPECT_EQ(quarter->due_date(), "2021-09-30");
  EXPECT_EQ(quarter->steps_size(), 3);
  // Three working days of the region's own rules, counted at the import and kept in the point.
  const auto urgent = AskPoint(2);
  ASSERT_TRUE(urgent.ok()) << urgent.status();
  EXPECT_EQ(urgent->due_date(), "2021-08-31");
  EXPECT_EQ(points_[1].deadline().end_date(), "2021-08-31");
  EXPECT_EQ(points_[1].deadline().jurisdiction(), "ru-sve");
  EXPECT_EQ(points_[1].deadline().base_date(), "2021-08-26");
  EXPECT_EQ(points_[1].deadline().calendar_version(), "ru-2021.3");
  const auto none = AskPoint(3);
  ASSERT_TRUE(none.ok()) << none.status();
  EXPECT_EQ(none->due_date(), "2021-09-24");
}

TEST_F(ExplainTest, APhraseNeedsNoPoint) {
  pb::ExplainDeadlineRequest request;
  request.set_phrase("срочно");
  request.set_base_date("2025-03-13");
  EXPECT_EQ(Ask(request)->due_date(), "2025-03-18");
  request.set_jurisdiction("ru-tyu");
  EXPECT_EQ(Ask(request)->due_date(), "2025-03-14");
  EXPECT_EQ(Ask(request)->deadline().jurisdiction(), "ru-tyu");
}

TEST_F(ExplainTest, WhatCannotBeExplainedIsRefused) {
  EXPECT_EQ(AskPoint(1, "ru-amu").status().code(), absl::StatusCode::kNotFound);
  pb::ExplainDeadlineRequest request;
  request.set_phrase("срочно");
  request.set_base_date("2025-02-30");
  EXPECT_EQ(Ask(request).status().code(), absl::StatusCode::kInvalidArgument);
  request.set_base_date("");
  request.set_jurisdiction("ru-none");
  EXPECT_EQ(Ask(request).status().code(), absl::StatusCode::kInvalidArgument);
  request.set_jurisdiction("");
  request.set_name(points_[0].name());
  EXPECT_EQ(Ask(request).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace rezon::decisions
