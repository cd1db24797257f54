#ifndef REZON_SERVICES_DECISIONS_STORE_LETTER_HISTORY_H_
#define REZON_SERVICES_DECISIONS_STORE_LETTER_HISTORY_H_

#include <string>

#include "rezon/decisions/v1/history.pb.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"

// The history of letters (table letter_correction).
namespace rezon::decisions::store {

namespace pb = rezon::decisions::v1;

// Queues an entry by the caller in the history of `note.letter()` and, where `resolution` names
// one, in that resolution's.
void AddLetterCorrection(db::Transaction& transaction, const server::CallContext& call,
                         pb::Correction note, const std::string& resolution);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_LETTER_HISTORY_H_
