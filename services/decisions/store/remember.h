#ifndef REZON_SERVICES_DECISIONS_STORE_REMEMBER_H_
#define REZON_SERVICES_DECISIONS_STORE_REMEMBER_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/decisions/domain/request.h"
#include "services/platform/db/result.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"

// First answers of changes, kept for retries (platform table idempotency, AIP-155).
namespace rezon::decisions::store {

// The remembered answer in JSON, or nullopt for a new request. Takes a lock on the key until the
// transaction ends, so that the same request sent twice at once is done once. INVALID_ARGUMENT,
// reason REQUEST_ID_REUSED, when the id was used for another request.
absl::StatusOr<std::optional<std::string>> Recall(db::Transaction& transaction,
                                                  const server::CallContext& call,
                                                  const RequestKey& key);

// Remembers the answer with the transaction's commit. Nothing for a key without an id.
void Remember(db::Transaction& transaction, const server::CallContext& call, const RequestKey& key,
              std::string_view json);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_REMEMBER_H_
