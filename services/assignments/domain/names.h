#ifndef REZON_SERVICES_ASSIGNMENTS_DOMAIN_NAMES_H_
#define REZON_SERVICES_ASSIGNMENTS_DOMAIN_NAMES_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rezon::assignments {

std::string AssignmentName(std::string_view id);
std::string ResolutionName(std::string_view id);
std::string PointName(std::string_view resolution, std::string_view point);
std::string ReportName(std::string_view assignment, std::string_view report);
std::string IssuanceName(std::string_view id);

// The id of `assignments/{uuid}`; INVALID_ARGUMENT naming `field` for anything else.
absl::StatusOr<std::string> AssignmentId(std::string_view name, std::string_view field = "name");

// "\"7\"" for version 7, and back: 0 for an empty etag, INVALID_ARGUMENT for one that is not ours.
std::string EtagOf(std::int64_t version);
absl::StatusOr<std::int64_t> VersionOf(std::string_view etag);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_DOMAIN_NAMES_H_
