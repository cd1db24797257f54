#ifndef REZON_SERVICES_PLATFORM_DB_MIGRATE_H_
#define REZON_SERVICES_PLATFORM_DB_MIGRATE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "services/platform/db/connection.h"
#include "services/platform/db/context.h"

namespace rezon::db {

// One numbered SQL file, embedded by rezon_schema() (see CMakeLists.txt of this folder). Files are
// named NNNN_title.sql and never change once released; forward only.
struct Migration {
  int version;
  std::string_view title;
  std::string_view sql;
};

// What every service's schema stands on: outbox, idempotency, consumer_cursor, dead_letter and the
// grants for `<schema>_app`.
absl::Span<const Migration> PlatformSchema();

// Brings the schema named in options.schema to the last platform and service migration, as the
// owner role. Each migration is one transaction; a session advisory lock for database and schema
// keeps two runners apart (tried until the context's deadline, then ABORTED). Answers how many were
// applied: 0 on a second run. FAILED_PRECONDITION when an applied migration's text has changed or
// the database knows a later one that this program does not.
absl::StatusOr<int> Migrate(const ConnectionOptions& options, absl::Span<const Migration> service,
                            const Context& context);

// For servers at start, as the app role: OK when every migration of this program is applied
// (a database that is ahead is accepted: old and new pods overlap), else FAILED_PRECONDITION.
absl::Status CheckSchema(const ConnectionOptions& options, absl::Span<const Migration> service,
                         const Context& context);

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_MIGRATE_H_
