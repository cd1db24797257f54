#ifndef REZON_SERVICES_ASSIGNMENTS_SCHEMA_SCHEMA_H_
#define REZON_SERVICES_ASSIGNMENTS_SCHEMA_SCHEMA_H_

#include "absl/types/span.h"
#include "services/platform/db/migrate.h"

namespace rezon::assignments {

// The numbered migrations of this folder, embedded at build time.
absl::Span<const db::Migration> Schema();

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_SCHEMA_SCHEMA_H_
