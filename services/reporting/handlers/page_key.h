#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/reporting/domain/summary.h"

namespace rezon::reporting::handlers {

// Tokens are not signed: a made-up sort key must be refused here, not by the database.
// INVALID_ARGUMENT on page_token. An empty key (first page) is right.
absl::Status CheckKey(Dimension dimension, const std::vector<std::string>& key);
// The same for the key of late assignments: due date and id.
absl::Status CheckOverdueKey(const std::vector<std::string>& key);

}  // namespace rezon::reporting::handlers
