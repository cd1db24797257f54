#ifndef REZON_SERVICES_DECISIONS_DOMAIN_EDIT_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_EDIT_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "google/protobuf/field_mask.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"

// Corrections of an open resolution by a person. Each function checks the state first
// (FAILED_PRECONDITION once adopted), then the input (INVALID_ARGUMENT), keeps the counts right and
// touches what it changes, and notes the correction. On error the aggregate is to be thrown away.
namespace rezon::decisions {

// Targets in `point` whose names `known` does not have, each once.
std::vector<std::string> MissingNames(const pb::Point& point,
                                      const std::map<std::string, std::string>& known);

// Adds `given` under the new name `name`, behind the point `after` (empty: at the end). Answers the
// point's place in aggregate.points.
absl::StatusOr<size_t> AddPoint(Aggregate& aggregate, const pb::Point& given,
                                const std::string& name, const std::string& after,
                                const Editor& editor);

// Changes the fields that the mask names (empty: the populated ones). NOT_FOUND for an unknown
// point; ABORTED when given.etag is not the point's present one. Under a new parent the point
// stands with that one's other points.
absl::StatusOr<size_t> ChangePoint(Aggregate& aggregate, const pb::Point& given,
                                   const google::protobuf::FieldMask& mask, const Editor& editor);

// Removes a point; the points below it move up to its parent. NOT_FOUND, ABORTED as above.
absl::Status DropPoint(Aggregate& aggregate, const std::string& name, std::string_view etag,
                       const Editor& editor);

// Changes facts of the resolution: display_name, event, letter, territory.
absl::Status ChangeFacts(Aggregate& aggregate, const pb::Resolution& given,
                         const google::protobuf::FieldMask& mask, const Editor& editor);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_EDIT_H_
