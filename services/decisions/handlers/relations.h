#ifndef REZON_SERVICES_DECISIONS_HANDLERS_RELATIONS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_RELATIONS_H_

#include "absl/status/status.h"
#include "rezon/decisions/v1/relations.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/store/relations.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// Relations, likely duplicates and suggestions. Thread-safe. Errors as in relations.proto.
class RelationHandlers {
 public:
  // Outlives the handlers.
  explicit RelationHandlers(store::RelationStore& store) : store_(store) {}

  absl::Status List(server::CallContext& call, const pb::ListRelationsRequest& request,
                    pb::ListRelationsResponse* out);
  absl::Status ListIncoming(server::CallContext& call,
                            const pb::ListIncomingRelationsRequest& request,
                            pb::ListIncomingRelationsResponse* out);
  absl::Status Get(server::CallContext& call, const pb::GetRelationRequest& request,
                   pb::Relation* out);
  absl::Status Confirm(server::CallContext& call, const pb::ConfirmRelationRequest& request,
                       pb::Relation* out);
  absl::Status Reject(server::CallContext& call, const pb::RejectRelationRequest& request,
                      pb::Relation* out);
  absl::Status Match(server::CallContext& call, const pb::MatchRelationsRequest& request,
                     pb::MatchRelationsResponse* out);
  absl::Status ListDuplicates(server::CallContext& call,
                              const pb::ListPointDuplicatesRequest& request,
                              pb::ListPointDuplicatesResponse* out);
  absl::Status ListSuggestions(server::CallContext& call, const pb::ListSuggestionsRequest& request,
                               pb::ListSuggestionsResponse* out);

 private:
  store::RelationStore& store_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_RELATIONS_H_
