#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "services/platform/feed/event.h"
#include "services/reporting/domain/calendar.h"
#include "services/reporting/domain/facts.h"

// Events of the other services' feeds to facts. The payload is the whole resource in proto3 JSON;
// fields that this program does not know are skipped, so that a newer service can be followed.
// INVALID_ARGUMENT means that no retry will help: the event belongs in the dead letters.
namespace rezon::reporting::feed {

using ::rezon::feed::Event;

absl::StatusOr<AssignmentFact> DecodeAssignment(const Event& event, const RegionZones& zones);
absl::StatusOr<ResolutionFact> DecodeResolution(const Event& event);
absl::StatusOr<PointFact> DecodePoint(const Event& event);
absl::StatusOr<NameFact> DecodeTerritory(const Event& event);
// The name is the short one where there is one, as assignments show it.
absl::StatusOr<NameFact> DecodeOrganisation(const Event& event);

}  // namespace rezon::reporting::feed
