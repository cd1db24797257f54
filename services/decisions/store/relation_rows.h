#ifndef REZON_SERVICES_DECISIONS_STORE_RELATION_ROWS_H_
#define REZON_SERVICES_DECISIONS_STORE_RELATION_ROWS_H_

#include <string>

#include "absl/status/statusor.h"
#include "rezon/decisions/v1/links.pb.h"
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
  "coalesce(tp.body, ''), l.score, l.decider, l.decide_time, l.reason, l.version, l.ordinal"
#define REZON_RELATION_TARGETS                                                           \
  " LEFT JOIN resolution tr ON tr.region = l.region AND tr.id = l.target_resolution_id " \
  " LEFT JOIN point tp ON tp.region = l.region "                                         \
  "   AND tp.resolution_id = l.target_resolution_id AND tp.id = l.target_point_id "

// Where the ordinal stands among the columns.
inline constexpr int kRelationOrdinal = 25;

pb::Relation ReadRelation(const db::Result& rows, int row);

// NOT_FOUND unless the relation is there; for `lock` the row is locked until the transaction ends.
absl::StatusOr<pb::Relation> FindRelation(db::Transaction& transaction, const std::string& region,
                                          const RelationId& id, bool lock);

// Queues the insertion of proposals of one resolution.
void InsertProposals(db::Transaction& transaction, const std::string& region,
                     const std::string& resolution, const Proposals& proposals);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_RELATION_ROWS_H_
