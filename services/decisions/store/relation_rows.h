#ifndef REZON_SERVICES_DECISIONS_STORE_RELATION_ROWS_H_
#define REZON_SERVICES_DECISIONS_STORE_RELATION_ROWS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/decisions/v1/links.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/relations.h"
#include "services/platform/db/result.h"
#include "services/platform/db/transaction.h"

// Relations and suggestions in and out of the tables.
namespace rezon::decisions::store {

// Columns and tables of a relation `l` with its target, as ReadRelation expects them from the first
// column on.
#define REZON_RELATION_COLUMNS                                                                  \
  "l.id, l.resolution_id, l.point_id, l.kind, l.state, l.act, l.number, l.act_date, l.issuer, " \
  "l.title, l.label, l.own, l.span_begin, l.span_end, l.rule, l.confidence, "                   \
  "l.target_resolution_id, coalesce(tr.display_name, ''), l.target_point_id, "                  \
  "coalesce(tp.body, ''), l.score, l.decider, l.decide_time, l.reason, l.version, l.origin, "   \
  "l.ordinal"
#define REZON_RELATION_TARGETS                                                           \
  " LEFT JOIN resolution tr ON tr.region = l.region AND tr.id = l.target_resolution_id " \
  " LEFT JOIN point tp ON tp.region = l.region "                                         \
  "   AND tp.resolution_id = l.target_resolution_id AND tp.id = l.target_point_id "

// Where the ordinal stands among the columns.
inline constexpr int kRelationOrdinal = 26;

pb::Relation ReadRelation(const db::Result& rows, int row);

// Fills what a relation's target is called, by target_resolution and target_point. NOT_FOUND unless
// it is there.
absl::Status NameTarget(db::Transaction& transaction, const std::string& region,
                        pb::Relation* relation);

// NOT_FOUND unless the relation is there.
absl::StatusOr<pb::Relation> FindRelation(db::Transaction& transaction, const std::string& region,
                                          const RelationId& id);

// Columns of a suggestion `s`, as ReadSuggestion expects them from the first column on, and where
// the ordinal stands among them.
#define REZON_SUGGESTION_COLUMNS                                                             \
  "s.id, s.resolution_id, s.body, s.span_begin, s.span_end, s.rule, s.confidence, s.state, " \
  "s.point_id, s.decider, s.decide_time, s.reason, s.version, s.ordinal"
inline constexpr int kSuggestionOrdinal = 13;

pb::Suggestion ReadSuggestion(const db::Result& rows, int row);

// Queues the lock of every relation that a change of a resolution may touch: those that it tells
// and those of others to it, in the order of their ids. Whoever writes more than one relation takes
// this behind the resolution's own row and before any point: two resolutions that point at each
// other, changed at once, else wait for each other.
void LockRelations(db::Transaction& transaction, const std::string& region,
                   const std::string& resolution);

// Queues the reading of a resolution's relations and suggestions, two statements, and puts their
// rows into the aggregate.
void QueueLinks(db::Transaction& transaction, const std::string& region,
                const std::string& resolution);
void ReadLinkRows(const db::Result& relations, const db::Result& suggestions, Aggregate& aggregate);

// Writes relations and suggestions as they are in the aggregate, where they are changed: others of
// the resolution are removed, and relations of others follow merged points. Its points are there.
// Relations and suggestions that are written get their etags and the times of decisions.
absl::Status PutLinks(db::Transaction& transaction, Aggregate& aggregate);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_RELATION_ROWS_H_
