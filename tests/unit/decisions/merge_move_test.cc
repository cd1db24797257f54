#include <gtest/gtest.h>

#include "services/decisions/domain/merge.h"
#include "services/decisions/domain/move.h"
#include "services/decisions/domain/tree.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;

std::vector<std::string> Order(const Aggregate& draft) {
  std::vector<std::string> order;
  for (const pb::Point& point : draft.points) order.push_back(point.name());
  return order;
}

void SetSpan(std::int64_t begin, std::int64_t end, pb::Point& point) {
  point.mutable_span()->set_begin(begin);
  point.mutable_span()->set_end(end);
}

std::string PathOf(const absl::Status& status) {
  return status.code() == absl::StatusCode::kInvalidArgument ? errors::Violations(status).at(0).path
                                                             : std::string(status.message());
}

TEST(MergeTest, TheFirstTakesTextPlacesAddresseesAndChildren) {
  Aggregate draft = SampleDraft();
  SetSpan(10, 20, draft.points[1]);
  SetSpan(40, 55, draft.points[3]);
  draft.points[3].add_addressees()->set_phrase("школам");
  draft.points[3].mutable_deadline()->set_kind(Deadline::KIND_STANDING);
  draft.points[2].set_parent(SamplePoint(4));
  auto place = MergePoints(draft, {SamplePoint(4), SamplePoint(2)}, "", kClerk);
  ASSERT_TRUE(place.ok()) << place.status();
  const pb::Point& whole = draft.points[*place];
  EXPECT_EQ(whole.name(), SamplePoint(2));
  EXPECT_EQ(whole.label(), "2");
  EXPECT_EQ(whole.text(), "провести семинар; разместить материалы");
  EXPECT_EQ(whole.addressees_size(), 2);
  EXPECT_EQ(whole.deadline().kind(), Deadline::KIND_STANDING);
  EXPECT_EQ(whole.span().begin(), 10);
  EXPECT_EQ(whole.span().end(), 55);
  ASSERT_EQ(whole.spans_size(), 2);
  EXPECT_EQ(whole.spans(1).begin(), 40);
  EXPECT_EQ(Order(draft),
            (std::vector<std::string>{SamplePoint(1), SamplePoint(2), SamplePoint(3)}));
  EXPECT_EQ(draft.points[2].parent(), SamplePoint(2));
  EXPECT_EQ(draft.dropped_points, std::set<std::string>{SamplePoint(4)});
  EXPECT_EQ(draft.corrections.at(0).before_size(), 2);
  EXPECT_EQ(draft.corrections.at(0).after(0).text(), whole.text());
}

TEST(MergeTest, UnlikeDeadlinesKeepTheFirstAndWarn) {
  Aggregate draft = SampleDraft();
  for (size_t i : {1u, 2u}) {
    draft.points[i].mutable_deadline()->set_kind(Deadline::KIND_DATE);
    draft.points[i].mutable_deadline()->set_end_date("2025-05-0" + std::to_string(i));
  }
  draft.points[2].mutable_deadline()->set_printed("до 2 мая");
  auto place = MergePoints(draft, {SamplePoint(2), SamplePoint(3)}, " ", kClerk);
  ASSERT_TRUE(place.ok()) << place.status();
  EXPECT_EQ(draft.points[*place].deadline().end_date(), "2025-05-01");
  ASSERT_EQ(draft.points[*place].warnings_size(), 1);
  EXPECT_NE(draft.points[*place].warnings(0).find("до 2 мая"), std::string::npos);
}

TEST(MergeTest, AHeadingSwallowsItsPoint) {
  Aggregate draft = SampleDraft();
  ASSERT_TRUE(MergePoints(draft, {SamplePoint(1), SamplePoint(2)}, " ", kClerk).ok());
  EXPECT_EQ(draft.points[0].text(), "Органам управления образованием: провести семинар");
  EXPECT_TRUE(draft.points[0].actionable());
  EXPECT_EQ(draft.points[1].parent(), SamplePoint(1));
}

TEST(MergeTest, WrongNamesAreRefused) {
  Aggregate draft = SampleDraft();
  auto path = [&](const std::vector<std::string>& names) {
    return PathOf(MergePoints(draft, names, "", kClerk).status());
  };
  EXPECT_EQ(path({SamplePoint(1)}), "names");
  EXPECT_EQ(path({SamplePoint(1), SamplePoint(9)}), "names[1]");
  EXPECT_EQ(path({SamplePoint(1), SamplePoint(1)}), "names[1]");
  EXPECT_EQ(PathOf(MergePoints(draft, {SamplePoint(1), SamplePoint(2)}, "\x01", kClerk).status()),
            "separator");
  draft.points[0].set_text(std::string(40000, 'a'));
  draft.points[1].set_text(std::string(40000, 'a'));
  EXPECT_EQ(path({SamplePoint(1), SamplePoint(2)}), "names");
  draft.resolution.set_state(pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(
      errors::Reason(MergePoints(draft, {SamplePoint(1), SamplePoint(2)}, "", kClerk).status()),
      "RESOLUTION_FROZEN");
}

TEST(MoveTest, ASubtreeGoesWithItsPoint) {
  Aggregate draft = SampleDraft();
  auto place = MovePoint(draft, {SamplePoint(1), "\"1\"", "", SamplePoint(4)}, kClerk);
  ASSERT_TRUE(place.ok()) << place.status();
  EXPECT_EQ(*place, 1u);
  EXPECT_EQ(Order(draft), (std::vector<std::string>{SamplePoint(4), SamplePoint(1), SamplePoint(2),
                                                    SamplePoint(3)}));
  EXPECT_EQ(draft.points[1].ordinal(), 2);
  EXPECT_EQ(draft.corrections.at(0).action(), pb::Correction::ACTION_MOVE);
  EXPECT_EQ(draft.corrections.at(0).before(0).ordinal(), 1);
  EXPECT_EQ(draft.corrections.at(0).after(0).ordinal(), 2);
}

TEST(MoveTest, APointFindsItsNewParentAndPlace) {
  Aggregate draft = SampleDraft();
  auto place = MovePoint(draft, {SamplePoint(4), "", SamplePoint(1), SamplePoint(2)}, kClerk);
  ASSERT_TRUE(place.ok()) << place.status();
  EXPECT_EQ(*place, 2u);
  EXPECT_EQ(draft.points[2].parent(), SamplePoint(1));
  EXPECT_TRUE(IsCorrected(draft.points[2], "parent"));
  EXPECT_FALSE(IsCorrected(draft.points[2], "text"));
  place = MovePoint(draft, {SamplePoint(4), "", SamplePoint(1), ""}, kClerk);
  ASSERT_TRUE(place.ok()) << place.status();
  EXPECT_EQ(*place, 1u);
  place = MovePoint(draft, {SamplePoint(4), "", "", ""}, kClerk);
  ASSERT_TRUE(place.ok()) << place.status();
  EXPECT_EQ(*place, 0u);
}

TEST(MoveTest, CirclesAndStrangersAreRefused) {
  Aggregate draft = SampleDraft();
  auto path = [&](const Place& to) { return PathOf(MovePoint(draft, to, kClerk).status()); };
  EXPECT_EQ(path({SamplePoint(1), "", SamplePoint(1), ""}), "parent");
  EXPECT_EQ(path({SamplePoint(1), "", SamplePoint(2), ""}), "parent");
  EXPECT_EQ(path({SamplePoint(1), "", SamplePoint(9), ""}), "parent");
  EXPECT_EQ(path({SamplePoint(4), "", "", SamplePoint(2)}), "after");
  EXPECT_EQ(path({SamplePoint(4), "", "", SamplePoint(4)}), "after");
  EXPECT_EQ(path({SamplePoint(4), "", "", SamplePoint(9)}), "after");
  absl::Status status = MovePoint(draft, {SamplePoint(1), "\"7\"", "", ""}, kClerk).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
  status = MovePoint(draft, {SamplePoint(9), "", "", ""}, kClerk).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  draft.resolution.set_state(pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(errors::Reason(MovePoint(draft, {SamplePoint(1), "", "", ""}, kClerk).status()),
            "RESOLUTION_FROZEN");
}

TEST(TreeTest, ADeepTreeIsPutInOrder) {
  Aggregate draft = SampleDraft();
  draft.points.clear();
  for (int i = 20000; i > 0; --i) {
    pb::Point& point = draft.points.emplace_back();
    point.set_name("p" + std::to_string(i));
    if (i > 1) point.set_parent("p" + std::to_string(i - 1));
  }
  PutInTreeOrder(draft);
  ASSERT_EQ(draft.points.size(), 20000u);
  EXPECT_EQ(draft.points.front().name(), "p1");
  EXPECT_EQ(draft.points.back().name(), "p20000");
  EXPECT_EQ(EndOfSubtree(draft, 1), 20000u);
}

}  // namespace
}  // namespace rezon::decisions
