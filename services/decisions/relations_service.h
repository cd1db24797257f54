#ifndef REZON_SERVICES_DECISIONS_RELATIONS_SERVICE_H_
#define REZON_SERVICES_DECISIONS_RELATIONS_SERVICE_H_

#include <memory>

#include "services/decisions/handlers/relate.h"
#include "services/decisions/handlers/relations.h"
#include "services/decisions/handlers/suggestions.h"
#include "services/platform/server/run.h"

namespace rezon::decisions {

// Puts the handlers behind rezon.decisions.v1.RelationsService and serves it. The handlers outlive
// the answer, which is to be kept until the runtime has stopped.
std::unique_ptr<server::Application> ServeRelations(server::Runtime& runtime,
                                                    RelationHandlers& relations,
                                                    RelateHandlers& relate,
                                                    SuggestionHandlers& suggestions);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_RELATIONS_SERVICE_H_
