#include "tests/store/reporting/events.h"

#include "absl/strings/str_cat.h"
#include "tests/store/reporting/world.h"

namespace rezon::reporting {
namespace {

std::string Payload(const AssignmentFact& fact) {
  std::string json = absl::StrCat(
      R"({"name":"assignments/)", fact.id, R"(","resolution":"resolutions/)", fact.resolution,
      R"(","resolutionDisplayName":")", fact.resolution_name, R"(","point":"resolutions/)",
      fact.resolution, "/points/", fact.point, R"(","pointOrdinal":)", fact.point_ordinal,
      R"(,"pointLabel":")", fact.point_label, R"(","pointText":")", fact.point_text);
  absl::StrAppend(&json, R"(","executorDisplayName":")", fact.executor_name,
                  R"(","executorKind":")", fact.executor_kind, R"(","territoryDisplayName":")",
                  fact.territory_name, R"(","state":"STATE_)", fact.state, "\"");
  if (!fact.executor.empty()) {
    absl::StrAppend(&json, R"(,"executor":"organisations/)", fact.executor, "\"");
  }
  if (!fact.territory.empty()) {
    absl::StrAppend(&json, R"(,"territory":"territories/)", fact.territory, "\"");
  }
  if (fact.due_date) {
    absl::StrAppend(&json, R"(,"dueDate":")", absl::FormatCivilTime(*fact.due_date), "\"");
    const absl::CivilDay reported = *fact.due_date + (fact.done_late ? 2 : -2);
    absl::StrAppend(&json, R"(,"reportTime":")", absl::FormatCivilTime(reported), "T12:00:00Z\"");
  }
  return absl::StrCat(json, "}");
}

}  // namespace

::rezon::feed::Event MakeEvent(const std::string& type, const std::string& subject,
                               int64_t revision, const std::string& payload) {
  ::rezon::feed::Event event;
  event.type = type;
  event.subject = subject;
  event.revision = revision;
  event.payload = payload;
  event.region = kRegion;
  event.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  return event;
}

std::vector<::rezon::feed::Event> AssignmentEvents(const std::vector<AssignmentFact>& facts) {
  std::vector<::rezon::feed::Event> events;
  for (const AssignmentFact& fact : facts) {
    events.push_back(MakeEvent("assignment.changed", absl::StrCat("assignments/", fact.id),
                               fact.revision, Payload(fact)));
    events.back().position = static_cast<int64_t>(events.size());
  }
  return events;
}

}  // namespace rezon::reporting
