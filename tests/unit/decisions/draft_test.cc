#include "services/decisions/domain/draft.h"

#include <gtest/gtest.h>

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;

reader::Document Read() {
  reader::Document document;
  document.file_name = "резолюция.txt";
  document.text = "\n  Резолюция совещания\n1. Пункт";
  document.reader_version = reader::kReaderVersion;
  document.event.end = "2024-08-23";
  document.event.participants = 120;
  document.event.figures.push_back({"schools", 12, {}});
  reader::Item heading;
  heading.ordinal = 1;
  heading.label = "1";
  heading.text = "Школам:";
  heading.actionable = false;
  reader::Item item;
  item.ordinal = 2;
  item.parent = 1;
  item.text = "провести занятия";
  item.responsible.push_back({"Школам", {10, 20}, false});
  item.responsible_from = reader::ResponsibleFrom::kParentHeading;
  item.deadline.printed = "до 1 июня 2025 года";
  item.deadline.kind = reader::DeadlineKind::kDate;
  item.deadline.end = "2025-06-01";
  item.deadline.rule = "date.until";
  item.deadline.calendar_version = "ru-2025.1";
  item.span = {30, 40};
  document.items = {heading, item};
  return document;
}

Aggregate Draft(const reader::Document& document) {
  int next = 0;
  return MakeDraft(document, {"ru-xx", "d", "r", [&next] { return "p" + std::to_string(++next); }});
}

TEST(DraftTest, PointsKeepWhatWasRead) {
  Aggregate draft = Draft(Read());
  EXPECT_EQ(draft.resolution.name(), "resolutions/r");
  EXPECT_EQ(draft.resolution.document(), "documents/d");
  EXPECT_EQ(draft.resolution.state(), pb::Resolution::STATE_DRAFT);
  EXPECT_EQ(draft.resolution.event().participants(), 120);
  EXPECT_EQ(draft.resolution.point_count(), 2);
  EXPECT_EQ(draft.resolution.actionable_count(), 1);
  EXPECT_EQ(draft.resolution.unresolved_count(), 1);
  const pb::Point& point = draft.points[1];
  EXPECT_EQ(point.name(), "resolutions/r/points/p2");
  EXPECT_EQ(point.parent(), "resolutions/r/points/p1");
  EXPECT_EQ(point.addressees(0).phrase(), "Школам");
  EXPECT_EQ(point.addressees(0).span().begin(), 10);
  EXPECT_EQ(point.responsible_from(), pb::Point::RESPONSIBLE_FROM_PARENT_HEADING);
  EXPECT_EQ(point.deadline().kind(), Deadline::KIND_DATE);
  EXPECT_EQ(point.deadline().end_date(), "2025-06-01");
  EXPECT_EQ(point.deadline().calendar_version(), "ru-2025.1");
  EXPECT_EQ(draft.changed_points.size(), 2u);
}

TEST(DraftTest, TitleIsTheEventElseTheFirstLine) {
  reader::Document document = Read();
  EXPECT_EQ(Draft(document).resolution.display_name(), "Резолюция совещания");
  document.event.name = "Августовское совещание";
  EXPECT_EQ(Draft(document).resolution.display_name(), "Августовское совещание");
}

TEST(DraftTest, TermsWithoutDatesAskTheClerk) {
  reader::Document document = Read();
  document.items[1].deadline = {};
  document.items[1].deadline.printed = "в течение 10 дней";
  document.items[1].deadline.kind = reader::DeadlineKind::kRelative;
  Aggregate draft = Draft(document);
  EXPECT_EQ(draft.points[1].deadline().kind(), Deadline::KIND_NONE);
  EXPECT_EQ(draft.points[1].deadline().printed(), "в течение 10 дней");
  EXPECT_EQ(draft.points[1].warnings_size(), 1);
  document.items[1].deadline.start = document.items[1].deadline.end = "2025-01-10";
  EXPECT_EQ(Draft(document).points[1].deadline().kind(), Deadline::KIND_DATE);
}

TEST(DraftTest, APointWithoutTextStaysAndAsksForIt) {
  reader::Document document = Read();
  document.items[1].text.clear();
  Aggregate draft = Draft(document);
  EXPECT_NE(draft.points[1].text(), "");
  EXPECT_EQ(draft.points[1].warnings_size(), 1);
}

TEST(DraftTest, ADocumentWithoutPointsSaysSo) {
  reader::Document document = Read();
  document.items.clear();
  EXPECT_EQ(Draft(document).resolution.warnings_size(), 1);
}

}  // namespace
}  // namespace rezon::decisions
