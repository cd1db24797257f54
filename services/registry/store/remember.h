#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"
#include "services/registry/domain/request.h"

// First answers of changes, kept for retries (table idempotency, AIP-155).
namespace rezon::registry::store {

// The remembered answer in JSON, or nullopt for a new request. Locks the key until the transaction
// ends, so that a request sent twice at once is done once. INVALID_ARGUMENT, reason
// REQUEST_ID_REUSED, when the id was used for another request.
absl::StatusOr<std::optional<std::string>> Recall(db::Transaction& transaction,
                                                  const server::CallContext& call,
                                                  const RequestKey& key);

// Remembers the answer with the transaction's commit. Nothing for a key without an id.
void Remember(db::Transaction& transaction, const server::CallContext& call, const RequestKey& key,
              std::string_view json);

}  // namespace rezon::registry::store
