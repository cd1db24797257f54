#ifndef REZON_SERVICES_DECISIONS_DOMAIN_RELATE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_RELATE_H_

#include <cstddef>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"
#include "services/decisions/domain/relations.h"

// Relations that a person adds to a draft beside those that were read. Pure.
namespace rezon::decisions {

// The target that `given` names; nullopt where it only cites one. INVALID_ARGUMENT on
// `relation.target_resolution` or `relation.target_point`.
absl::StatusOr<std::optional<TargetId>> TargetOf(const pb::Relation& given);

// Adds the relation `given` (kind, point, citation) as confirmed by the editor, behind all others,
// and gives its place. `target` has the fields of the target that was found, or none. Errors:
// INVALID_ARGUMENT inside `relation` without a kind or any target, on a point of another
// resolution, or on a point that would point to itself; FAILED_PRECONDITION once adopted or, reason
// RELATION_EXISTS, when there is one of this kind from the same point to the same target.
absl::StatusOr<std::size_t> AddRelation(Aggregate& aggregate, const pb::Relation& given,
                                        const pb::Relation& target, const std::string& name,
                                        const Editor& editor);

// Removes a relation that a person added. NOT_FOUND; ABORTED for another version than `etag`,
// unless that is empty; FAILED_PRECONDITION once adopted or, reason RELATION_READ, for one that was
// read.
absl::Status DropRelation(Aggregate& aggregate, const std::string& name, const std::string& etag,
                          const Editor& editor);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_RELATE_H_
