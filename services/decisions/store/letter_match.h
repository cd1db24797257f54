#ifndef REZON_SERVICES_DECISIONS_STORE_LETTER_MATCH_H_
#define REZON_SERVICES_DECISIONS_STORE_LETTER_MATCH_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"

namespace rezon::decisions::store {

// Proposes resolutions that letters without one may carry, by what they say that they send: its
// number and day (table citation) and its words (stems and trigrams of the resolution's title). Of
// one letter against all resolutions of the region, or of all such letters against one resolution;
// nothing is ever linked by this, and what a person rejected stays rejected. At most five for a
// letter; those of one letter that is asked about replace what was proposed before. Answers the ids
// of the letters whose proposals changed.
//
// Score: 0.5 for the number, 0.45 for the day, up to 0.6 for the words; a number or day that
// contradicts takes 0.4 away. Below 0.4 nothing is proposed.
absl::StatusOr<std::vector<std::string>> ProposeLinks(db::Transaction& transaction,
                                                      const std::string& region,
                                                      const std::optional<std::string>& letter,
                                                      const std::optional<std::string>& resolution);

// Proposes a new resolution to the letters that wait for one, and tells `letter.proposed` of each.
absl::Status ProposeFor(db::Transaction& transaction, const server::CallContext& call,
                        const std::string& resolution);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_LETTER_MATCH_H_
