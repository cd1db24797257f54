#include "services/decisions/domain/aggregate.h"

#include <algorithm>

namespace rezon::decisions {

pb::Point* Aggregate::Find(std::string_view name) {
  auto found = std::find_if(points.begin(), points.end(),
                            [&](const pb::Point& point) { return point.name() == name; });
  return found == points.end() ? nullptr : &*found;
}

bool IsUnresolved(const pb::Point& point) {
  return point.actionable() &&
         std::none_of(point.addressees().begin(), point.addressees().end(),
                      [](const pb::Addressee& addressee) { return addressee.targets_size() > 0; });
}

void Count(Aggregate& aggregate) {
  int actionable = 0;
  int unresolved = 0;
  for (const pb::Point& point : aggregate.points) {
    actionable += point.actionable() ? 1 : 0;
    unresolved += IsUnresolved(point) ? 1 : 0;
  }
  aggregate.resolution.set_point_count(static_cast<int>(aggregate.points.size()));
  aggregate.resolution.set_actionable_count(actionable);
  aggregate.resolution.set_unresolved_count(unresolved);
}

void Renumber(Aggregate& aggregate) {
  int ordinal = 0;
  for (pb::Point& point : aggregate.points) {
    ++ordinal;
    if (point.ordinal() == ordinal) continue;
    point.set_ordinal(ordinal);
    aggregate.Touch(point);
  }
}

}  // namespace rezon::decisions
