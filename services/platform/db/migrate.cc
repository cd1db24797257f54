#include "services/platform/db/migrate.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/platform/db/applied.h"
#include "services/platform/db/text.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/log.h"

namespace rezon::db {
namespace {

constexpr Statement kTryLock{
    "try_migration_lock",
    "SELECT pg_try_advisory_lock(hashtext(current_database()), hashtext('migrate ' || $1))"};
constexpr absl::Duration kLockRetry = absl::Milliseconds(100);

// The app role of the schema gets data rights on everything the owner makes in it, now and later.
constexpr char kPrepare[] = R"(
DO $$
DECLARE app text := current_schema() || '_app';
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = app) THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), app);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE '
                   'ON TABLES TO %I', current_schema(), app);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO %I',
                   current_schema(), app);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT EXECUTE ON FUNCTIONS TO %I',
                   current_schema(), app);
  END IF;
END $$;
CREATE TABLE IF NOT EXISTS schema_migrations (
  component  text        NOT NULL,
  version    integer     NOT NULL,
  title      text        NOT NULL,
  checksum   text        NOT NULL,
  apply_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (component, version)
);
DO $$
DECLARE app text := current_schema() || '_app';
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = app) THEN
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON schema_migrations FROM %I', app);
  END IF;
END $$;
)";

absl::Status Lock(Connection& connection, const std::string& schema, const Context& context) {
  for (;;) {
    auto locked = connection.Execute(context, kTryLock, Params().Text(schema));
    if (!locked.ok()) return locked.status();
    if (locked->Bool(0, 0)) return absl::OkStatus();
    if (absl::Now() + kLockRetry >= context.deadline) {
      return errors::Aborted("MIGRATION_RUNNING", "another migration holds the lock",
                             "Обновление схемы уже выполняется");
    }
    absl::SleepFor(kLockRetry);
  }
}

absl::Status CheckKnown(const Applied& applied, const char* component,
                        absl::Span<const Migration> migrations) {
  for (const auto& [key, checksum] : applied) {
    if (key.first != component) continue;
    int version = key.second;
    auto known = std::find_if(migrations.begin(), migrations.end(),
                              [&](const Migration& m) { return m.version == version; });
    if (known == migrations.end()) return SchemaError("SCHEMA_AHEAD", component, version);
    if (ChecksumOf(*known) != checksum) return SchemaError("MIGRATION_CHANGED", component, version);
  }
  return absl::OkStatus();
}

absl::Status Apply(Connection& connection, const char* component, const Migration& migration,
                   const Context& context) {
  // A short lock_timeout, so that waiting DDL does not queue the running service behind it.
  std::string sql = absl::StrCat(
      "BEGIN; SET LOCAL lock_timeout = '10s';\n", View(migration.sql),
      "\n; INSERT INTO schema_migrations (component, version, title, checksum) VALUES ('",
      component, "', ", migration.version, ", '", View(migration.title), "', '",
      ChecksumOf(migration), "'); COMMIT;");
  absl::Status status = connection.Script(context, sql);
  if (!status.ok() && !connection.broken()) {
    connection.Script(context, "ROLLBACK").IgnoreError();
  }
  if (status.ok()) {
    log::Info(
        "migration applied",
        {{"component", component}, {"version", migration.version}, {"title", migration.title}});
  }
  return status;
}

absl::StatusOr<int> ApplyMissing(Connection& connection, const Applied& applied,
                                 const char* component, absl::Span<const Migration> migrations,
                                 const Context& context) {
  int count = 0;
  for (const Migration& migration : migrations) {
    if (applied.contains({component, migration.version})) continue;
    absl::Status status = Apply(connection, component, migration, context);
    if (!status.ok()) return status;
    ++count;
  }
  return count;
}

}  // namespace

absl::StatusOr<int> Migrate(const ConnectionOptions& options, absl::Span<const Migration> service,
                            const Context& context) {
  auto connection = Connection::Open(options, context);
  if (!connection.ok()) return connection.status();
  Connection& session = **connection;  // its end frees the lock
  if (absl::Status status = Lock(session, options.schema, context); !status.ok()) return status;
  if (absl::Status status = session.Script(context, kPrepare); !status.ok()) return status;
  auto applied = ReadApplied(session, context);
  if (!applied.ok()) return applied.status();
  absl::Status known = CheckKnown(*applied, "platform", PlatformSchema());
  if (known.ok()) known = CheckKnown(*applied, "service", service);
  if (!known.ok()) return known;
  auto platform = ApplyMissing(session, *applied, "platform", PlatformSchema(), context);
  if (!platform.ok()) return platform;
  auto own = ApplyMissing(session, *applied, "service", service, context);
  if (!own.ok()) return own;
  return *platform + *own;
}

}  // namespace rezon::db
