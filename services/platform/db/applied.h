#ifndef REZON_SERVICES_PLATFORM_DB_APPLIED_H_
#define REZON_SERVICES_PLATFORM_DB_APPLIED_H_

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "services/platform/db/connection.h"
#include "services/platform/db/migrate.h"

namespace rezon::db {

// What schema_migrations says. Internal to the migrator.
// (component, version) -> checksum; the components are "platform" and "service".
using Applied = std::map<std::pair<std::string, int>, std::string>;

// Empty when the table does not exist yet.
absl::StatusOr<Applied> ReadApplied(Connection& connection, const Context& context);

// Hexadecimal SHA-256 of a migration's text.
std::string ChecksumOf(const Migration& migration);

// FAILED_PRECONDITION with a reason that a program can act on.
absl::Status SchemaError(std::string_view reason, std::string_view component, int version);

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_APPLIED_H_
