#ifndef REZON_SERVICES_DECISIONS_STORE_AGGREGATE_ROWS_H_
#define REZON_SERVICES_DECISIONS_STORE_AGGREGATE_ROWS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"

// A resolution with all that belongs to it, in and out of the tables, inside a transaction.
namespace rezon::decisions::store {

// Takes the resolution for a change: raises its version (which locks the row against every other
// change of it) where it is still `version`, and reads it whole. NOT_FOUND for an unknown
// or foreign one; ABORTED, reason ETAG_MISMATCH, for another version.
absl::StatusOr<Aggregate> Take(db::Transaction& transaction, const std::string& region,
                               const std::string& id, std::optional<std::int64_t> version);

// The same without taking it.
absl::StatusOr<Aggregate> Look(db::Transaction& transaction, const std::string& region,
                               const std::string& id);

// Writes back what a change did to a taken aggregate: the resolution, touched and dropped points,
// changed relations and suggestions, a new text of the document, and the history.
// The etags of written points become the new ones.
absl::Status Put(db::Transaction& transaction, const server::CallContext& call,
                 Aggregate& aggregate);

// Inserts a new resolution with all that belongs to it and matches its relations; fills its times
// and the etags of its points and suggestions.
absl::Status Add(db::Transaction& transaction, Aggregate& aggregate);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_AGGREGATE_ROWS_H_
