#include "services/reporting/feed/decode.h"

#include <google/protobuf/util/json_util.h>

#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/time.h"
#include "rezon/assignments/v1/resources.pb.h"
#include "rezon/decisions/v1/points.pb.h"
#include "rezon/decisions/v1/resources.pb.h"
#include "rezon/registry/v1/resources.pb.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::reporting::feed {
namespace {

absl::Status Bad(const Event& event, absl::string_view why) {
  return absl::InvalidArgumentError(absl::StrCat(event.type, " ", event.subject, ": ", why));
}

template <typename Message>
absl::StatusOr<Message> Payload(const Event& event) {
  if (event.region.empty()) return Bad(event, "no region");
  if (event.revision < 1) return Bad(event, "no revision");
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  Message message;
  const auto status = google::protobuf::util::JsonStringToMessage(event.payload, &message, options);
  if (!status.ok()) return Bad(event, "the payload is not the resource in JSON");
  return message;
}

// The UUID of a one-part name.
absl::StatusOr<std::string> Uuid(const Event& event, std::string_view collection,
                                 const std::string& name) {
  auto id = names::ParseUuid(collection, name);
  if (!id.ok()) return Bad(event, absl::StrCat("bad name ", name));
  return id;
}

// The id of a reference that may be empty.
absl::StatusOr<std::string> Reference(const Event& event, std::string_view collection,
                                      const std::string& name) {
  if (name.empty()) return std::string();
  auto id = names::ParseId(collection, name);
  if (!id.ok()) return Bad(event, absl::StrCat("bad name ", name));
  return id;
}

struct PointName {
  std::string resolution;
  std::string point;
};

absl::StatusOr<PointName> SplitPoint(const Event& event, const std::string& name) {
  const auto parts = names::Match("resolutions/{resolution}/points/{point}", name);
  if (!parts || !ids::IsUuid(parts->at(0)) || !ids::IsUuid(parts->at(1))) {
    return Bad(event, absl::StrCat("bad name ", name));
  }
  return PointName{std::string(parts->at(0)), std::string(parts->at(1))};
}

std::optional<absl::Time> TimeOf(bool present, const google::protobuf::Timestamp& time) {
  if (!present) return std::nullopt;
  return absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
}

absl::StatusOr<std::optional<absl::CivilDay>> Day(const Event& event, const std::string& text) {
  if (text.empty()) return std::optional<absl::CivilDay>();
  absl::CivilDay day;
  if (!absl::ParseCivilTime(text, &day)) return Bad(event, absl::StrCat("bad date ", text));
  return std::optional(day);
}

// Where, when and how far; the names are copied by the caller.
absl::Status ReadKeys(const Event& event, const assignments::v1::Assignment& from,
                      AssignmentFact* fact) {
  auto id = Uuid(event, "assignments", from.name());
  if (!id.ok()) return id.status();
  auto point = SplitPoint(event, from.point());
  if (!point.ok()) return point.status();
  auto executor = Reference(event, "organisations", from.executor());
  if (!executor.ok()) return executor.status();
  auto territory = Reference(event, "territories", from.territory());
  if (!territory.ok()) return territory.status();
  auto due = Day(event, from.due_date());
  if (!due.ok()) return due.status();
  if (from.state() == assignments::v1::Assignment::STATE_UNSPECIFIED) {
    return Bad(event, "unknown state");
  }
  fact->id = *std::move(id);
  fact->resolution = std::move(point->resolution);
  fact->point = std::move(point->point);
  fact->executor = *std::move(executor);
  fact->territory = *std::move(territory);
  fact->due_date = *due;
  fact->state = std::string(
      absl::StripPrefix(assignments::v1::Assignment::State_Name(from.state()), "STATE_"));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<AssignmentFact> DecodeAssignment(const Event& event, const RegionZones& zones) {
  auto payload = Payload<assignments::v1::Assignment>(event);
  if (!payload.ok()) return payload.status();
  AssignmentFact fact;
  if (absl::Status status = ReadKeys(event, *payload, &fact); !status.ok()) return status;
  fact.region = event.region;
  fact.revision = event.revision;
  fact.resolution_name = payload->resolution_display_name();
  fact.point_ordinal = payload->point_ordinal();
  fact.point_label = payload->point_label();
  fact.point_text = payload->point_text();
  fact.executor_name = payload->executor_display_name();
  fact.executor_kind = payload->executor_kind();
  fact.territory_name = payload->territory_display_name();
  fact.done_late =
      fact.state == "ACCEPTED" &&
      zones.DoneLate(fact.region, TimeOf(payload->has_report_time(), payload->report_time()),
                     fact.due_date);
  return fact;
}

absl::StatusOr<ResolutionFact> DecodeResolution(const Event& event) {
  auto payload = Payload<decisions::v1::Resolution>(event);
  if (!payload.ok()) return payload.status();
  auto id = Uuid(event, "resolutions", payload->name());
  if (!id.ok()) return id.status();
  return ResolutionFact{event.region, *std::move(id), event.revision, payload->display_name(),
                        std::string(absl::StripPrefix(
                            decisions::v1::Resolution::State_Name(payload->state()), "STATE_"))};
}

absl::StatusOr<PointFact> DecodePoint(const Event& event) {
  auto payload = Payload<decisions::v1::Point>(event);
  if (!payload.ok()) return payload.status();
  auto name = SplitPoint(event, payload->name());
  if (!name.ok()) return name.status();
  return PointFact{event.region,    std::move(name->resolution), std::move(name->point),
                   event.revision,  payload->ordinal(),          payload->label(),
                   payload->text(), payload->actionable()};
}

absl::StatusOr<NameFact> DecodeTerritory(const Event& event) {
  auto payload = Payload<registry::v1::Territory>(event);
  if (!payload.ok()) return payload.status();
  auto id = Reference(event, "territories", payload->name());
  if (!id.ok()) return id.status();
  if (id->empty()) return Bad(event, "no name");
  return NameFact{event.region, *std::move(id), event.revision,
                  registry::v1::Territory::Kind_Name(payload->kind()), payload->display_name()};
}

absl::StatusOr<NameFact> DecodeOrganisation(const Event& event) {
  auto payload = Payload<registry::v1::Organisation>(event);
  if (!payload.ok()) return payload.status();
  auto id = Reference(event, "organisations", payload->name());
  if (!id.ok()) return id.status();
  if (id->empty()) return Bad(event, "no name");
  const std::string& name =
      payload->short_name().empty() ? payload->display_name() : payload->short_name();
  return NameFact{event.region, *std::move(id), event.revision,
                  registry::v1::Organisation::Kind_Name(payload->kind()), name};
}

}  // namespace rezon::reporting::feed
