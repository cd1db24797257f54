#ifndef REZON_SERVICES_DECISIONS_SCHEMA_SCHEMA_H_
#define REZON_SERVICES_DECISIONS_SCHEMA_SCHEMA_H_

#include "absl/types/span.h"
#include "services/platform/db/migrate.h"

namespace rezon::decisions {

// The numbered SQL files of this folder, embedded in the program.
absl::Span<const db::Migration> Schema();

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_SCHEMA_SCHEMA_H_
