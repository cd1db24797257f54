#include "services/reporting/feed/decode.h"

#include <gtest/gtest.h>

#include <string>

namespace rezon::reporting::feed {
namespace {

constexpr char kAssignment[] = R"({
  "name": "assignments/01920000-0000-7000-8000-00000000000a",
  "resolution": "resolutions/01920000-0000-7000-8000-000000000001",
  "resolutionDisplayName": "Конференция",
  "point": "resolutions/01920000-0000-7000-8000-000000000001/points/01920000-0000-7000-8000-000000000002",
  "pointOrdinal": 3, "pointLabel": "1.2", "pointText": "Провести",
  "executor": "organisations/01920000-0000-7000-8000-000000000003",
  "executorDisplayName": "Школа", "executorKind": "KIND_SCHOOL",
  "territory": "territories/71701000", "territoryDisplayName": "Город",
  "dueDate": "2026-06-01", "state": "STATE_ACCEPTED", "reportTime": "2026-06-01T20:00:00Z",
  "etag": "\"4\"", "aFieldOfTomorrow": {"a": [1, 2]}})";

Event AssignmentEvent(std::string payload = kAssignment) {
  Event event;
  event.type = "assignment.accepted";
  event.subject = "assignments/01920000-0000-7000-8000-00000000000a";
  event.region = "ru-tyu";
  event.revision = 4;
  event.payload = std::move(payload);
  return event;
}

std::string Without(std::string text, const std::string& part, const std::string& by = "") {
  const size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, part.size(), by);
}

RegionZones Zones() { return RegionZones::Parse("Asia/Yekaterinburg").value(); }

TEST(DecodeAssignment, ReadsWhatSummariesNeed) {
  const auto fact = DecodeAssignment(AssignmentEvent(), Zones());
  ASSERT_TRUE(fact.ok()) << fact.status();
  EXPECT_EQ(fact->id, "01920000-0000-7000-8000-00000000000a");
  EXPECT_EQ(fact->revision, 4);
  EXPECT_EQ(fact->point, "01920000-0000-7000-8000-000000000002");
  EXPECT_EQ(fact->territory, "71701000");
  EXPECT_EQ(fact->state, "ACCEPTED");
  EXPECT_EQ(fact->due_date, absl::CivilDay(2026, 6, 1));
  EXPECT_TRUE(fact->done_late) << "reported on 2 June, local time";
}

TEST(DecodeAssignment, LatenessCountsOnlyOnceAccepted) {
  const auto fact = DecodeAssignment(
      AssignmentEvent(Without(kAssignment, "STATE_ACCEPTED", "STATE_REPORTED")), Zones());
  ASSERT_TRUE(fact.ok());
  EXPECT_FALSE(fact->done_late);
}

TEST(DecodeAssignment, StandingTasksHaveNoDueDate) {
  const auto fact = DecodeAssignment(
      AssignmentEvent(Without(kAssignment, "\"dueDate\": \"2026-06-01\",")), Zones());
  ASSERT_TRUE(fact.ok()) << fact.status();
  EXPECT_FALSE(fact->due_date.has_value());
}

TEST(DecodeAssignment, WhatCannotBeAppliedIsRefused) {
  const std::string good = kAssignment;
  for (const std::string& bad :
       {std::string("{"), std::string("{}"), Without(good, "STATE_ACCEPTED", "STATE_OF_TOMORROW"),
        Without(good, "2026-06-01\"", "soon\""), Without(good, "/points/", "/items/"),
        Without(good, "territories/", "places/"), Without(good, "00000000000a", "x")}) {
    EXPECT_EQ(DecodeAssignment(AssignmentEvent(bad), Zones()).status().code(),
              absl::StatusCode::kInvalidArgument)
        << bad;
  }
  Event event = AssignmentEvent();
  event.revision = 0;
  EXPECT_FALSE(DecodeAssignment(event, Zones()).ok());
  event = AssignmentEvent();
  event.region.clear();
  EXPECT_FALSE(DecodeAssignment(event, Zones()).ok());
}

TEST(DecodeOrganisation, PrefersTheShortName) {
  Event event = AssignmentEvent(
      R"({"name": "organisations/01920000-0000-7000-8000-000000000003", "kind": "KIND_SCHOOL",
          "displayName": "Муниципальное учреждение", "shortName": "СОШ № 27"})");
  auto fact = DecodeOrganisation(event);
  ASSERT_TRUE(fact.ok()) << fact.status();
  EXPECT_EQ(fact->name, "СОШ № 27");
  EXPECT_EQ(fact->kind, "KIND_SCHOOL");
  event.payload = R"({"displayName": "Без имени ресурса"})";
  EXPECT_FALSE(DecodeOrganisation(event).ok());
}

TEST(DecodePoint, KeepsOrderAndHeadings) {
  const auto fact = DecodePoint(AssignmentEvent(
      R"({"name": "resolutions/01920000-0000-7000-8000-000000000001/points/01920000-0000-7000-8000-000000000002",
          "ordinal": 7, "label": "2", "text": "Рекомендовать:"})"));
  ASSERT_TRUE(fact.ok()) << fact.status();
  EXPECT_EQ(fact->ordinal, 7);
  EXPECT_FALSE(fact->actionable);
}

}  // namespace
}  // namespace rezon::reporting::feed
