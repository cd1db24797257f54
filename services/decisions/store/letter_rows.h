#ifndef REZON_SERVICES_DECISIONS_STORE_LETTER_ROWS_H_
#define REZON_SERVICES_DECISIONS_STORE_LETTER_ROWS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/decisions/v1/letter.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/platform/db/result.h"
#include "services/platform/db/transaction.h"
#include "services/platform/server/call.h"

// Letters in and out of the tables, inside a transaction.
namespace rezon::decisions::store {

// Columns of a letter `l` as ReadLetter expects them; its links come as one JSON object, the one
// that holds first, then the likeliest proposals, then rejected ones.
#define REZON_LETTER_COLUMNS                                                                      \
  "l.id, l.region, l.document_id, l.detail, l.reader_version, l.create_time, l.update_time, "     \
  "l.version, "                                                                                   \
  "(SELECT jsonb_build_object('links', coalesce(jsonb_agg(jsonb_build_object("                    \
  "   'resolution', 'resolutions/' || k.resolution_id, 'resolutionDisplayName', t.display_name, " \
  "   'kind', 'KIND_' || upper(k.kind), 'state', 'STATE_' || upper(k.state), "                    \
  "   'origin', 'ORIGIN_' || upper(k.origin), 'score', k.score, 'reasons', k.reasons, "           \
  "   'decider', k.decider, 'decideTime', to_char(k.decide_time AT TIME ZONE 'UTC', "             \
  "     'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')) "                                                   \
  "   ORDER BY k.state = 'linked' DESC, k.state = 'proposed' DESC, k.score DESC, "                \
  "     k.resolution_id), '[]')) "                                                                \
  " FROM letter_link k JOIN resolution t ON t.region = k.region AND t.id = k.resolution_id "      \
  " WHERE k.region = l.region AND k.letter_id = l.id)"

pb::Letter ReadLetter(const db::Result& rows, int row);

// NOT_FOUND unless the letter is there.
absl::StatusOr<pb::Letter> FindLetter(db::Transaction& transaction, const std::string& region,
                                      const std::string& id);
// Those of the letters that are there, oldest first.
absl::StatusOr<std::vector<pb::Letter>> FindLetters(db::Transaction& transaction,
                                                    const std::string& region,
                                                    const std::vector<std::string>& ids);
// The letter in a document; nullopt without one.
absl::StatusOr<std::optional<pb::Letter>> LetterOfDocument(db::Transaction& transaction,
                                                           const std::string& region,
                                                           const std::string& document_id);

// Queues a new letter with its links.
void AddLetter(db::Transaction& transaction, const pb::Letter& letter);

// Queues the facts of a letter whose row was locked.
void PutLetter(db::Transaction& transaction, const pb::Letter& letter);

// Queues a new version of a letter that was changed.
void RaiseLetter(db::Transaction& transaction, const std::string& region, const std::string& id);

// Queues one of its links, new or changed; a person's decision is of now.
void PutLink(db::Transaction& transaction, const pb::Letter& letter, const pb::Letter::Link& link);

// Writes that the letter in a resolution's file follows the resolution: its facts, and what a new
// reading says (aggregate.letter). There is none any more when the resolution has no letter, which
// is told as `letter.removed`, with an entry in the history of both.
absl::Status FollowResolution(db::Transaction& transaction, const server::CallContext& call,
                              Aggregate& aggregate);

// What happened to a letter, as the feed names it: `letter.stored`, `letter.proposed`,
// `letter.changed`, `letter.linked`, `letter.unlinked`, `letter.removed`; the payload is the letter
// in JSON, of a removed one as it was.
// `later` versions behind the one that it shows.
void TellLetter(db::Transaction& transaction, const server::CallContext& call, const char* type,
                const pb::Letter& letter, std::int64_t later = 0);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_LETTER_ROWS_H_
