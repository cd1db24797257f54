#ifndef REZON_SERVICES_DECISIONS_HANDLERS_RELATE_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_RELATE_H_

#include "absl/status/status.h"
#include "rezon/decisions/v1/relations.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/store/relations.h"
#include "services/decisions/store/store.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// Relations that persons add to a draft and take back. Thread-safe. Errors as in relations.proto.
class RelateHandlers {
 public:
  // Both outlive the handlers.
  RelateHandlers(store::Store& store, store::RelationStore& relations)
      : store_(store), relations_(relations) {}

  absl::Status Create(server::CallContext& call, const pb::CreateRelationRequest& request,
                      pb::Relation* out);
  absl::Status Delete(server::CallContext& call, const pb::DeleteRelationRequest& request,
                      pb::DeleteRelationResponse* out);

 private:
  store::Store& store_;
  store::RelationStore& relations_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_RELATE_H_
