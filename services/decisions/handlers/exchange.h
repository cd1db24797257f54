#ifndef REZON_SERVICES_DECISIONS_HANDLERS_EXCHANGE_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_EXCHANGE_H_

#include "absl/status/status.h"
#include "google/api/httpbody.pb.h"
#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/domain/directory.h"
#include "services/decisions/store/store.h"
#include "services/platform/server/call.h"
#include "services/platform/terms/regime.h"

namespace rezon::decisions {

// A resolution out of its document again, and out of Rezon as a file. Thread-safe. Errors as in
// decisions.proto.
class ExchangeHandlers {
 public:
  // All outlive the handlers.
  ExchangeHandlers(store::Store& store, Directory& directory,
                   const terms::Regimes& regimes = terms::Regimes::Published())
      : store_(store), directory_(directory), regimes_(regimes) {}

  absl::Status ReRead(server::CallContext& call, const pb::ReReadResolutionRequest& request,
                      pb::ReReadResolutionResponse* out);
  absl::Status Export(server::CallContext& call, const pb::ExportResolutionRequest& request,
                      google::api::HttpBody* out);

 private:
  store::Store& store_;
  Directory& directory_;
  const terms::Regimes& regimes_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_EXCHANGE_H_
