#include "services/decisions/domain/split.h"

#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;

constexpr char kSource[] =
    "2. Директорам школ:\n2.1. провести\nсеминар до 1 мая; методистам — подготовить сборник; "
    "выложить его.\n";
constexpr char kText[] =
    "провести семинар до 1 мая; методистам — подготовить сборник; выложить его";

std::int64_t At(std::string_view words) {
  return static_cast<std::int64_t>(std::string_view(kText).find(words));
}

// The sample with the text above as point 2, read from `kSource`, and a point below it.
Aggregate CutDraft() {
  Aggregate draft = SampleDraft();
  pb::Point& point = draft.points[1];
  point.set_text(kText);
  const std::string_view source = kSource;
  point.mutable_span()->set_begin(static_cast<std::int64_t>(source.find("2.1.")));
  point.mutable_span()->set_end(static_cast<std::int64_t>(source.size()) - 1);
  point.clear_addressees();
  point.add_addressees()->set_phrase("Директорам школ");
  point.add_addressees()->set_phrase("методистам");
  point.mutable_deadline()->set_kind(Deadline::KIND_DATE);
  point.mutable_deadline()->set_end_date("2025-05-01");
  point.mutable_deadline()->set_printed("до 1 мая");
  draft.points[2].set_parent(SamplePoint(2));
  return draft;
}

Cuts At3() {
  Cuts cuts;
  cuts.name = SamplePoint(2);
  cuts.offsets = {At("методистам"), At("выложить")};
  cuts.source = kSource;
  cuts.new_name = [n = 6]() mutable { return SamplePoint(n++); };
  return cuts;
}

TEST(SplitTest, PartsFollowEachOtherAndTakeWhatIsTheirs) {
  Aggregate draft = CutDraft();
  auto parts = SplitPoint(draft, At3(), kClerk);
  ASSERT_TRUE(parts.ok()) << parts.status();
  EXPECT_EQ(parts->first, 1u);
  ASSERT_EQ(parts->count, 3u);
  ASSERT_EQ(draft.points.size(), 6u);
  EXPECT_EQ(draft.points[1].name(), SamplePoint(2));
  EXPECT_EQ(draft.points[1].label(), "2");
  EXPECT_EQ(draft.points[1].text(), "провести семинар до 1 мая");
  EXPECT_EQ(draft.points[2].text(), "методистам — подготовить сборник");
  EXPECT_EQ(draft.points[3].text(), "выложить его");
  EXPECT_EQ(draft.points[3].label(), "");
  for (size_t i = 0; i < draft.points.size(); ++i) {
    EXPECT_EQ(draft.points[i].ordinal(), static_cast<int>(i) + 1);
  }
  for (size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(draft.points[i].parent(), SamplePoint(1));
    EXPECT_EQ(draft.points[i].corrector(), "ivanova");
    EXPECT_EQ(draft.points[i].addressees(0).phrase(), "Директорам школ");
  }
  // The one printed in the second part carries on into the third.
  EXPECT_EQ(draft.points[1].addressees_size(), 1);
  EXPECT_EQ(draft.points[2].addressees_size(), 2);
  EXPECT_EQ(draft.points[3].addressees_size(), 2);
  EXPECT_EQ(draft.points[1].deadline().end_date(), "2025-05-01");
  EXPECT_EQ(draft.points[2].deadline().kind(), Deadline::KIND_NONE);
  EXPECT_EQ(draft.points[2].warnings_size(), 1);
  // What stood below the point stands below its last part.
  EXPECT_EQ(draft.points[4].parent(), draft.points[3].name());
  EXPECT_EQ(draft.resolution.point_count(), 6);
}

TEST(SplitTest, PartsKeepTheirPlacesInTheSource) {
  Aggregate draft = CutDraft();
  ASSERT_TRUE(SplitPoint(draft, At3(), kClerk).ok());
  auto printed = [&](size_t i) {
    const auto& span = draft.points[i].span();
    return std::string_view(kSource).substr(static_cast<size_t>(span.begin()),
                                            static_cast<size_t>(span.end() - span.begin()));
  };
  EXPECT_EQ(printed(1), "2.1. провести\nсеминар до 1 мая");
  EXPECT_EQ(printed(2), "методистам — подготовить сборник");
  EXPECT_EQ(printed(3), "выложить его.");
}

TEST(SplitTest, ARewrittenTextKeepsTheWholePlace) {
  Aggregate draft = CutDraft();
  Cuts cuts = At3();
  cuts.source = "совсем другой текст, в котором нет ничего похожего на этот пункт и его части";
  const auto span = draft.points[1].span();
  ASSERT_TRUE(SplitPoint(draft, cuts, kClerk).ok());
  for (size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(draft.points[i].span().begin(), span.begin());
    EXPECT_EQ(draft.points[i].span().end(), span.end());
  }
}

TEST(SplitTest, TheHistoryTellsOneBecameThree) {
  Aggregate draft = CutDraft();
  ASSERT_TRUE(SplitPoint(draft, At3(), kClerk).ok());
  ASSERT_EQ(draft.corrections.size(), 1u);
  const pb::Correction& note = draft.corrections[0];
  EXPECT_EQ(note.action(), pb::Correction::ACTION_SPLIT);
  EXPECT_EQ(note.corrector(), "ivanova");
  ASSERT_EQ(note.before_size(), 1);
  EXPECT_EQ(note.before(0).text(), kText);
  EXPECT_EQ(note.after_size(), 3);
}

TEST(SplitTest, TheReadersProposalIsTaken) {
  Aggregate draft = CutDraft();
  for (std::string_view words : {"провести", "методистам", "выложить"}) {
    draft.points[1].add_proposed_parts()->set_offset(static_cast<int>(At(words)));
  }
  Cuts cuts = At3();
  cuts.offsets.clear();
  cuts.as_proposed = true;
  auto parts = SplitPoint(draft, cuts, kClerk);
  ASSERT_TRUE(parts.ok()) << parts.status();
  EXPECT_EQ(parts->count, 3u);
  for (const pb::Point& point : draft.points) EXPECT_EQ(point.proposed_parts_size(), 0);
}

TEST(SplitTest, WithoutAProposalThereIsNothingToTake) {
  Aggregate draft = CutDraft();
  Cuts cuts = At3();
  cuts.offsets.clear();
  cuts.as_proposed = true;
  absl::Status status = SplitPoint(draft, cuts, kClerk).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(errors::Reason(status), "NO_PROPOSAL");
}

struct WrongCut {
  std::vector<std::int64_t> offsets;
  const char* path;
};

class WrongCutTest : public ::testing::TestWithParam<WrongCut> {};

TEST_P(WrongCutTest, IsRefusedWithItsField) {
  Aggregate draft = CutDraft();
  Cuts cuts = At3();
  cuts.offsets = GetParam().offsets;
  absl::Status status = SplitPoint(draft, cuts, kClerk).status();
  ASSERT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
  EXPECT_EQ(errors::Violations(status).at(0).path, GetParam().path);
  EXPECT_FALSE(errors::MessageRu(status).empty());
}

INSTANTIATE_TEST_SUITE_P(
    Offsets, WrongCutTest,
    ::testing::Values(WrongCut{{}, "offsets"}, WrongCut{{0}, "offsets[0]"},
                      WrongCut{{-5}, "offsets[0]"}, WrongCut{{100000}, "offsets[0]"},
                      WrongCut{{static_cast<std::int64_t>(sizeof(kText)) - 1}, "offsets[0]"},
                      WrongCut{{3}, "offsets[0]"},       // inside a letter of two bytes
                      WrongCut{{17, 17}, "offsets[1]"},  // does not rise
                      WrongCut{{17, 2}, "offsets[1]"},   // falls
                      WrongCut{{46, 47}, "offsets[1]"},  // only a space between
                      WrongCut{std::vector<std::int64_t>(60, 2), "offsets"}));

TEST(SplitTest, StaleForeignAndAdoptedAreRefused) {
  Aggregate draft = CutDraft();
  Cuts cuts = At3();
  cuts.etag = "\"7\"";
  EXPECT_EQ(SplitPoint(draft, cuts, kClerk).status().code(), absl::StatusCode::kAborted);
  cuts.etag.clear();
  cuts.name = SamplePoint(8);
  EXPECT_EQ(SplitPoint(draft, cuts, kClerk).status().code(), absl::StatusCode::kNotFound);
  draft.resolution.set_state(pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(errors::Reason(SplitPoint(draft, At3(), kClerk).status()), "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
