#ifndef REZON_SERVICES_DECISIONS_DOMAIN_RELATIONS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_RELATIONS_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/decisions/v1/links.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/reader/document.h"

namespace rezon::decisions {

// Adds what the reader found beside the points, to a draft that was made from the same document:
// one relation for each label of a target, so that each can be decided by itself, and the
// suggestions. Nothing is matched or decided. `new_id` gives UUIDs.
void AddLinks(const reader::Document& document, const std::function<std::string()>& new_id,
              Aggregate& draft);

// How kinds and states are stored: `amends`, `proposed` …; and back (UNSPECIFIED for an unknown
// word).
std::string_view KindWord(pb::Relation::Kind kind);
pb::Relation::Kind RelationKindOf(std::string_view word);
std::string_view RelationStateWord(pb::Relation::State state);
pb::Relation::State RelationStateOf(std::string_view word);
// `open`, `taken`, `dismissed`.
std::string_view SuggestionStateWord(pb::Suggestion::State state);
pb::Suggestion::State SuggestionStateOf(std::string_view word);

// The ids in `resolutions/{resolution}/relations/{relation}`; INVALID_ARGUMENT on `name` otherwise.
struct RelationId {
  std::string resolution;
  std::string relation;
};
absl::StatusOr<RelationId> ParseRelationName(std::string_view name);
std::string RelationName(std::string_view resolution_id, std::string_view relation_id);

// The ids in `resolutions/{resolution}/suggestions/{suggestion}`; INVALID_ARGUMENT on `name`
// otherwise.
struct SuggestionId {
  std::string resolution;
  std::string suggestion;
};
absl::StatusOr<SuggestionId> ParseSuggestionName(std::string_view name);
std::string SuggestionName(std::string_view resolution_id, std::string_view suggestion_id);

// The ids that a target names; `point` is empty for a whole resolution.
struct TargetId {
  std::string resolution;
  std::string point;
};
// INVALID_ARGUMENT on `target` unless it is the name of a resolution or of a point.
absl::StatusOr<TargetId> ParseTarget(std::string_view target);

// A relation with nothing but that target.
pb::Relation TargetOnly(const TargetId& target);

// A person's decision on a relation.
struct Decision {
  pb::Relation::State state = pb::Relation::STATE_CONFIRMED;
  std::string reason;
};
// FAILED_PRECONDITION, reason STATE_FORBIDS, when the relation is rejected already and is to be
// rejected again.
absl::Status CheckDecision(const pb::Relation& relation, const Decision& decision);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_RELATIONS_H_
