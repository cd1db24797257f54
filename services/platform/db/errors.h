#ifndef REZON_SERVICES_PLATFORM_DB_ERRORS_H_
#define REZON_SERVICES_PLATFORM_DB_ERRORS_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace rezon::db {

// The one place where SQLSTATE becomes a canonical code (anchors.md 5): 23505 ALREADY_EXISTS,
// 23503 FAILED_PRECONDITION, 23514/23502/22xxx INVALID_ARGUMENT, 40001/40P01 ABORTED (rerun by the
// pool first), 57014 DEADLINE_EXCEEDED, 53xxx RESOURCE_EXHAUSTED, 08xxx/57P0x UNAVAILABLE, 42501
// PERMISSION_DENIED, the rest INTERNAL. The SQLSTATE and the constraint's name travel as payloads.
absl::Status StatusOf(std::string_view sqlstate, std::string_view constraint,
                      std::string_view message);

// SQLSTATE of a status made by this library; empty when it has none.
std::string SqlState(const absl::Status& status);
// Name of the violated constraint; empty when there is none.
std::string Constraint(const absl::Status& status);
// True for a serialization failure or a deadlock: the unit of work may be run again.
bool Rerunnable(const absl::Status& status);

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_ERRORS_H_
