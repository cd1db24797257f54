#ifndef REZON_SERVICES_DECISIONS_SERVICE_H_
#define REZON_SERVICES_DECISIONS_SERVICE_H_

#include <memory>

#include "services/decisions/handlers/corrections.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/handlers/exchange.h"
#include "services/decisions/handlers/points.h"
#include "services/decisions/handlers/resolutions.h"
#include "services/platform/server/run.h"

namespace rezon::decisions {

// Puts the handlers behind rezon.decisions.v1.DecisionsService and serves it. The handlers outlive
// the answer, which is to be kept until the runtime has stopped.
std::unique_ptr<server::Application> Serve(server::Runtime& runtime, DocumentHandlers& documents,
                                           ResolutionHandlers& resolutions, PointHandlers& points,
                                           CorrectionHandlers& corrections,
                                           ExchangeHandlers& exchange);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_SERVICE_H_
