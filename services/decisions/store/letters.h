#ifndef REZON_SERVICES_DECISIONS_STORE_LETTERS_H_
#define REZON_SERVICES_DECISIONS_STORE_LETTERS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/decisions/v1/history.pb.h"
#include "rezon/decisions/v1/letter.pb.h"
#include "services/platform/db/pool.h"
#include "services/platform/paging/sql.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"

namespace rezon::decisions::store {

namespace pb = rezon::decisions::v1;

// Letters and their links. Rows of other regions than the caller's do not exist here. Thread-safe;
// blocks on the database at most until the call's deadline. Errors of the database as in
// platform/db/errors.h; NOT_FOUND for an unknown id.
class LetterStore {
 public:
  // `pool` outlives the store.
  explicit LetterStore(db::Pool& pool) : pool_(pool) {}

  absl::StatusOr<pb::Letter> Get(const server::CallContext& call, const std::string& id);
  // Newest first, at most `limit` rows behind `after` (empty: from the start); of a resolution when
  // its id is given: those linked with it or proposed for it. `condition` was made with first
  // parameter kListFirstParameter.
  absl::StatusOr<std::vector<pb::Letter>> List(const server::CallContext& call,
                                               const std::string& resolution,
                                               const paging::Condition& condition,
                                               const std::string& after, int limit);
  static constexpr int kListFirstParameter = 5;
  // What a filter of letters may name.
  static const paging::Fields& LetterFields();

  // A change of one letter: recalls the answer of a retry, else takes the letter (ABORTED unless
  // `version` is its present one), lets `change` work on it, writes its facts and the link with
  // `resolution` back with the event and an entry in the letter's history and in that of the
  // resolution, all in one transaction. `change` gets that resolution's title. Answers the letter
  // in JSON.
  struct Change {
    server::RequestKey key;
    std::string id;
    std::optional<std::int64_t> version;
    // Id of the resolution concerned; empty: the linked one, if any.
    std::string resolution;
    std::function<absl::Status(const std::string& resolution_display_name, pb::Letter&)> change;
    const char* event = "letter.changed";
    // ACTION_UPDATE_LETTER leaves links alone.
    pb::Correction::Action action = pb::Correction::ACTION_UPDATE_LETTER;
    // Only answers what would come out.
    bool validate_only = false;
  };
  absl::StatusOr<std::string> Apply(const server::CallContext& call, const Change& change);

  // Makes the letter's proposals anew (store/letter_match.h); tells `letter.proposed` where they
  // changed. ABORTED unless `version` is its present one. Answers the letter in JSON.
  absl::StatusOr<std::string> Match(const server::CallContext& call, const server::RequestKey& key,
                                    const std::string& id, std::optional<std::int64_t> version);

  // The letter's history, newest first, at most `limit` rows behind the id `after` (empty: from the
  // start).
  absl::StatusOr<std::vector<pb::Correction>> ListCorrections(const server::CallContext& call,
                                                              const std::string& letter,
                                                              const std::string& after, int limit);

 private:
  db::Pool& pool_;
};

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_LETTERS_H_
