#pragma once

#include "absl/types/span.h"
#include "services/platform/db/migrate.h"

namespace rezon::registry {

// The numbered SQL files of this folder, embedded in the program.
absl::Span<const db::Migration> Schema();

}  // namespace rezon::registry
