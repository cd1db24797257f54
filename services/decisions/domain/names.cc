#include "services/decisions/domain/names.h"

#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {

std::string PointName(std::string_view resolution_id, std::string_view point_id) {
  return names::Join("resolutions", resolution_id) + "/" + names::Join("points", point_id);
}

absl::StatusOr<PointId> ParsePointName(std::string_view name, std::string_view field) {
  auto parts = names::Match("resolutions/{resolution}/points/{point}", name);
  if (!parts || !ids::IsUuid((*parts)[0]) || !ids::IsUuid((*parts)[1])) {
    return errors::InvalidField(field, "must be resolutions/{uuid}/points/{uuid}",
                                "Имя пункта должно иметь вид resolutions/{id}/points/{id}.");
  }
  return PointId{std::string((*parts)[0]), std::string((*parts)[1])};
}

bool IsTargetName(std::string_view name) {
  return names::Match("organisations/{id}", name) || names::Match("addresseeClasses/{id}", name) ||
         names::Match("officials/{id}", name);
}

}  // namespace rezon::decisions
