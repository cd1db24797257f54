#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"

// First answers of changes, kept for retries (platform table idempotency, AIP-155). The same
// subject in two regions is two principals.
namespace rezon::db {

// The remembered answer in JSON, or nullopt for a new request. Takes a lock on the key until the
// transaction ends, so that the same request sent twice at once is done once. INVALID_ARGUMENT,
// reason REQUEST_ID_REUSED, when the id was used for another request.
absl::StatusOr<std::optional<std::string>> Recall(Transaction& transaction,
                                                  const server::CallContext& call,
                                                  const server::RequestKey& key);

// Remembers the answer with the transaction's commit. Nothing for a key without an id.
void Remember(Transaction& transaction, const server::CallContext& call,
              const server::RequestKey& key, std::string_view json);

}  // namespace rezon::db
