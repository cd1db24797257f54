#include "services/decisions/domain/edit.h"

#include <gtest/gtest.h>

#include "services/decisions/domain/etag.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/decisions/samples.h"

namespace rezon::decisions {
namespace {

using google::protobuf::FieldMask;

const Editor kEditor{"ivanova", {{"organisations/1", "Школа № 1"}}};

pb::Point Given(int n, const std::string& text) {
  pb::Point point;
  point.set_name(SamplePoint(n));
  point.set_text(text);
  return point;
}

TEST(EditTest, EtagsReadBack) {
  EXPECT_EQ(ReadEtag(""), std::nullopt);
  EXPECT_EQ(ReadEtag(MakeEtag(42)), 42);
  for (const char* wrong :
       {"42", "\"\"", "\"-1\"", "\"x\"", "\"01\"", "\"1", "\"99999999999999999999\""}) {
    EXPECT_EQ(ReadEtag(wrong), 0) << wrong;
  }
}

TEST(EditTest, ChangedPointIsSignedAndTouched) {
  Aggregate draft = SampleDraft();
  auto place = ChangePoint(draft, Given(3, "утвердить новый план"), FieldMask(), kEditor);
  ASSERT_TRUE(place.ok()) << place.status();
  const pb::Point& point = draft.points[*place];
  EXPECT_EQ(point.text(), "утвердить новый план");
  EXPECT_TRUE(point.actionable());
  EXPECT_EQ(point.corrector(), "ivanova");
  EXPECT_EQ(point.confidence(), 1);
  EXPECT_EQ(draft.changed_points, std::set<std::string>{SamplePoint(3)});
}

TEST(EditTest, StaleEtagIsAborted) {
  Aggregate draft = SampleDraft();
  pb::Point given = Given(3, "утвердить новый план");
  given.set_etag("\"7\"");
  absl::Status status = ChangePoint(draft, given, FieldMask(), kEditor).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(errors::MetadataValue(status, "etag"), "\"1\"");
}

TEST(EditTest, ChosenTargetsResolveAPoint) {
  Aggregate draft = SampleDraft();
  ASSERT_EQ(draft.resolution.unresolved_count(), 3);
  pb::Point given;
  given.set_name(SamplePoint(2));
  auto* addressee = given.add_addressees();
  addressee->set_phrase("органам управления");
  addressee->add_targets("organisations/1");
  addressee->add_alternatives()->set_target("organisations/forged");
  ASSERT_TRUE(ChangePoint(draft, given, FieldMask(), kEditor).ok());
  EXPECT_EQ(draft.points[1].addressees(0).target_display_names(0), "Школа № 1");
  EXPECT_EQ(draft.points[1].addressees(0).alternatives_size(), 0);
  EXPECT_EQ(draft.resolution.unresolved_count(), 2);
}

TEST(EditTest, ParentMustStandAbove) {
  Aggregate draft = SampleDraft();
  pb::Point given;
  given.set_name(SamplePoint(1));
  given.set_parent(SamplePoint(2));
  absl::Status status = ChangePoint(draft, given, FieldMask(), kEditor).status();
  EXPECT_EQ(errors::Violations(status).at(0).path, "point.parent");
}

TEST(EditTest, NewPointStandsBehindTheNamedOne) {
  Aggregate draft = SampleDraft();
  pb::Point given;
  given.set_text("провести вебинар");
  given.set_actionable(true);
  given.set_rule("forged");
  auto place = AddPoint(draft, given, SamplePoint(9), SamplePoint(2), kEditor);
  ASSERT_TRUE(place.ok()) << place.status();
  EXPECT_EQ(draft.points[*place].ordinal(), 3);
  EXPECT_EQ(draft.points[*place].rule(), "manual");
  EXPECT_EQ(draft.points[4].ordinal(), 5);
  EXPECT_EQ(draft.changed_points,
            (std::set<std::string>{SamplePoint(9), SamplePoint(3), SamplePoint(4)}));
  EXPECT_EQ(draft.resolution.point_count(), 5);
}

TEST(EditTest, NewPointNeedsTextAndAKnownPlace) {
  Aggregate draft = SampleDraft();
  EXPECT_EQ(errors::Violations(AddPoint(draft, {}, SamplePoint(9), "", kEditor).status())[0].path,
            "point.text");
  EXPECT_EQ(
      errors::Violations(
          AddPoint(draft, Given(0, "текст"), SamplePoint(9), SamplePoint(8), kEditor).status())[0]
          .path,
      "after");
}

TEST(EditTest, DroppedPointHandsItsChildrenUp) {
  Aggregate draft = SampleDraft();
  ASSERT_TRUE(DropPoint(draft, SamplePoint(1), "\"1\"", kEditor).ok());
  ASSERT_EQ(draft.points.size(), 3u);
  EXPECT_EQ(draft.points[0].parent(), "");
  EXPECT_EQ(draft.points[0].ordinal(), 1);
  EXPECT_EQ(draft.dropped_points, std::set<std::string>{SamplePoint(1)});
  EXPECT_EQ(DropPoint(draft, SamplePoint(1), "", kEditor).code(), absl::StatusCode::kNotFound);
}

TEST(EditTest, FactsChangeByMask) {
  Aggregate draft = SampleDraft();
  pb::Resolution given;
  given.set_display_name("Конференция");
  given.set_state(pb::Resolution::STATE_ADOPTED);
  ASSERT_TRUE(ChangeFacts(draft, given, FieldMask(), kEditor).ok());
  EXPECT_EQ(draft.resolution.display_name(), "Конференция");
  EXPECT_EQ(draft.resolution.state(), pb::Resolution::STATE_DRAFT);
  FieldMask mask;
  mask.add_paths("event.end_date");
  given.mutable_event()->set_end_date("2024-13-01");
  EXPECT_EQ(errors::Violations(ChangeFacts(draft, given, mask, kEditor))[0].path,
            "resolution.event.end_date");
}

TEST(EditTest, AnAdoptedResolutionTakesNoCorrection) {
  Aggregate draft = SampleDraft();
  draft.resolution.set_state(pb::Resolution::STATE_ADOPTED);
  EXPECT_EQ(errors::Reason(ChangePoint(draft, Given(3, "x"), {}, kEditor).status()),
            "RESOLUTION_FROZEN");
  EXPECT_EQ(errors::Reason(AddPoint(draft, Given(9, "x"), SamplePoint(9), "", kEditor).status()),
            "RESOLUTION_FROZEN");
  EXPECT_EQ(errors::Reason(DropPoint(draft, SamplePoint(3), "", kEditor)), "RESOLUTION_FROZEN");
  EXPECT_EQ(errors::Reason(ChangeFacts(draft, pb::Resolution(), {}, kEditor)), "RESOLUTION_FROZEN");
}

}  // namespace
}  // namespace rezon::decisions
