#ifndef REZON_SERVICES_DECISIONS_STORE_EVENTS_H_
#define REZON_SERVICES_DECISIONS_STORE_EVENTS_H_

#include "services/decisions/domain/aggregate.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"

namespace rezon::decisions::store {

// What happened to a resolution, as the feed names it.
enum class Happening { kDrafted, kChanged, kAdopted, kRevoked };

// Puts the events of a change into the outbox with the transaction's commit: `resolution.drafted`,
// `resolution.changed`, `resolution.adopted` or `resolution.revoked` with the resolution in JSON;
// on adoption also one `point.adopted` a point, whose payload is the Point in JSON with one key
// more, "resolution": the resolution's name; and one `suggestion.taken` or `suggestion.dismissed` a
// suggestion that a person decided on, whose payload is the Suggestion; one `relation.confirmed` a
// relation that a person added and one `relation.removed` a relation, as it was, that a person
// removed again, whose payload is the Relation. Etags are already those after the change.
void Tell(db::Transaction& transaction, const server::CallContext& call, Happening happening,
          const Aggregate& aggregate);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_EVENTS_H_
