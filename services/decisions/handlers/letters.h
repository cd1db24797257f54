#ifndef REZON_SERVICES_DECISIONS_HANDLERS_LETTERS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_LETTERS_H_

#include "absl/status/status.h"
#include "rezon/decisions/v1/letters.pb.h"
#include "services/decisions/store/letters.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

namespace pb = rezon::decisions::v1;

// Cover letters and their links. Thread-safe. Errors as in letters.proto.
class LetterHandlers {
 public:
  // Outlives the handlers.
  explicit LetterHandlers(store::LetterStore& store) : store_(store) {}

  absl::Status Get(server::CallContext& call, const pb::GetLetterRequest& request, pb::Letter* out);
  absl::Status List(server::CallContext& call, const pb::ListLettersRequest& request,
                    pb::ListLettersResponse* out);
  absl::Status Update(server::CallContext& call, const pb::UpdateLetterRequest& request,
                      pb::Letter* out);
  absl::Status Link(server::CallContext& call, const pb::LinkLetterRequest& request,
                    pb::Letter* out);
  absl::Status Unlink(server::CallContext& call, const pb::UnlinkLetterRequest& request,
                      pb::Letter* out);
  absl::Status Match(server::CallContext& call, const pb::MatchLetterRequest& request,
                     pb::Letter* out);
  absl::Status ListCorrections(server::CallContext& call,
                               const pb::ListLetterCorrectionsRequest& request,
                               pb::ListLetterCorrectionsResponse* out);

 private:
  absl::Status Apply(server::CallContext& call, const store::LetterStore::Change& change,
                     pb::Letter* out);

  store::LetterStore& store_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_LETTERS_H_
