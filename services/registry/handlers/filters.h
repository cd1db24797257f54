#pragma once

#include "services/platform/paging/sql.h"
#include "services/registry/domain/resource.h"

namespace rezon::registry {

// What a list's filter may name, as the contract documents it.
const paging::Fields& FilterFields(const ResourceType& type);

}  // namespace rezon::registry
