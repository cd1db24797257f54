#ifndef REZON_SERVICES_DECISIONS_HANDLERS_LOOKUP_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_LOOKUP_H_

#include <string>

#include "absl/status/status.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/directory.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// Looks the open addressees of a draft up in the registry as of a day (`YYYY-MM-DD`, empty: today).
// When the registry does not answer, they stay open and the draft warns of it.
absl::Status LookUpAddressees(server::CallContext& call, Directory& directory,
                              const std::string& as_of_date, Aggregate& draft);

// True for the errors of a registry that does not answer.
bool RegistryIsAway(const absl::Status& status);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_LOOKUP_H_
