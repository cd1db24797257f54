#ifndef REZON_SERVICES_DECISIONS_DOMAIN_NAMES_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_NAMES_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rezon::decisions {

// The ids inside `resolutions/{resolution}/points/{point}`.
struct PointId {
  std::string resolution;
  std::string point;
};

// `resolutions/{id}/points/{id}`.
std::string PointName(std::string_view resolution_id, std::string_view point_id);

// INVALID_ARGUMENT naming `field` unless the name has that shape and both ids are UUIDs.
absl::StatusOr<PointId> ParsePointName(std::string_view name, std::string_view field);

// True for `organisations/{id}`, `addresseeClasses/{id}` and `officials/{id}`.
bool IsTargetName(std::string_view name);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_NAMES_H_
