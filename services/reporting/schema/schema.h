#pragma once

#include "absl/types/span.h"
#include "services/platform/db/migrate.h"

namespace rezon::reporting {

// The numbered SQL files of this folder.
absl::Span<const db::Migration> Schema();

}  // namespace rezon::reporting
