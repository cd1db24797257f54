#ifndef REZON_SERVICES_DECISIONS_HANDLERS_SUGGESTIONS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_SUGGESTIONS_H_

#include "absl/status/status.h"
#include "rezon/decisions/v1/relations.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/store/store.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// A person's decisions on suggestions of a preamble. Thread-safe. Errors as in relations.proto.
class SuggestionHandlers {
 public:
  // `store` outlives the handlers.
  explicit SuggestionHandlers(store::Store& store) : store_(store) {}

  absl::Status Take(server::CallContext& call, const pb::TakeSuggestionRequest& request,
                    pb::TakeSuggestionResponse* out);
  absl::Status Dismiss(server::CallContext& call, const pb::DismissSuggestionRequest& request,
                       pb::Suggestion* out);

 private:
  store::Store& store_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_SUGGESTIONS_H_
