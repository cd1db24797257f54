#ifndef REZON_SERVICES_DECISIONS_STORE_CARRIED_H_
#define REZON_SERVICES_DECISIONS_STORE_CARRIED_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/decisions/domain/letter_file.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"

namespace rezon::decisions::store {

// Stores the letters from other files that carry a new resolution, and links them. A letter whose
// bytes are here already is linked where it carries nothing else, and left alone otherwise. Tells
// `letter.stored` or `letter.linked`.
absl::Status StoreCarried(db::Transaction& transaction, const server::CallContext& call,
                          const std::string& resolution, const std::vector<CarriedLetter>& letters);

// Queues a document; its row comes back unless the same bytes are there already.
absl::StatusOr<db::Result> AddDocument(db::Transaction& transaction,
                                       const server::CallContext& call,
                                       const pb::Document& document, std::string_view content);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_CARRIED_H_
