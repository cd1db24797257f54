#ifndef REZON_SERVICES_DECISIONS_DOMAIN_CORRECT_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_CORRECT_H_

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"

// What every correction of a draft shares: who makes it, the mark that it leaves on a point, and
// the entry that it leaves in the history.
namespace rezon::decisions {

// Who corrects, and names for people of the targets that the correction mentions.
struct Editor {
  std::string subject;
  std::map<std::string, std::string> names;
};

// The fields of a point that a person may set.
const std::set<std::string_view>& PointFields();
// The facts of a resolution that a person may set.
const std::set<std::string_view>& FactFields();

// Marks the point as corrected by the editor in these fields, and touches it.
void Sign(const Editor& editor, std::initializer_list<std::string_view> fields, pb::Point& point,
          Aggregate& aggregate);
// The same in every field: the point is a person's own.
void SignWhole(const Editor& editor, pb::Point& point, Aggregate& aggregate);

// True when a person set the field. Points that were corrected before fields were recorded count as
// corrected in every one.
bool IsCorrected(const pb::Point& point, std::string_view field);

// A new entry of the history, to be filled by the correction.
pb::Correction& Note(Aggregate& aggregate, const Editor& editor, pb::Correction::Action action);

// ABORTED unless `given` is empty or the point's etag.
absl::Status CheckPointEtag(std::string_view given, const pb::Point& point);

// Place of the point in aggregate.points; NOT_FOUND.
absl::StatusOr<size_t> PlaceOf(const Aggregate& aggregate, std::string_view name);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_CORRECT_H_
