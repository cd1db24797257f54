#include <openssl/sha.h>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "services/platform/db/applied.h"
#include "services/platform/db/errors.h"
#include "services/platform/db/text.h"
#include "services/platform/errors/errors.h"

namespace rezon::db {
namespace {

constexpr Statement kApplied{"read_schema_migrations",
                             "SELECT component, version, checksum FROM schema_migrations"};

absl::Status CheckComponent(const Applied& applied, const char* component,
                            absl::Span<const Migration> migrations) {
  for (const Migration& migration : migrations) {
    auto found = applied.find({component, migration.version});
    if (found == applied.end()) {
      return SchemaError("SCHEMA_BEHIND", component, migration.version);
    }
    if (found->second != ChecksumOf(migration)) {
      return SchemaError("MIGRATION_CHANGED", component, migration.version);
    }
  }
  return absl::OkStatus();
}

}  // namespace

std::string ChecksumOf(const Migration& migration) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(migration.sql.data()), migration.sql.size(),
         digest);
  return absl::BytesToHexString({reinterpret_cast<const char*>(digest), sizeof(digest)});
}

absl::Status SchemaError(std::string_view reason, std::string_view component, int version) {
  return errors::FailedPrecondition(
      reason, absl::StrCat("migration ", View(component), "/", version, ": ", View(reason)),
      "Схема базы данных не соответствует версии программы",
      {{"component", std::string(component)}, {"version", std::to_string(version)}});
}

absl::StatusOr<Applied> ReadApplied(Connection& connection, const Context& context) {
  auto rows = connection.Execute(context, kApplied);
  if (!rows.ok() && SqlState(rows.status()) == "42P01") return Applied();
  if (!rows.ok()) return rows.status();
  Applied applied;
  for (int row = 0; row < rows->rows(); ++row) {
    applied[{rows->Text(row, 0), static_cast<int>(rows->Int(row, 1))}] = rows->Text(row, 2);
  }
  return applied;
}

absl::Status CheckSchema(const ConnectionOptions& options, absl::Span<const Migration> service,
                         const Context& context) {
  auto connection = Connection::Open(options, context);
  if (!connection.ok()) return connection.status();
  auto applied = ReadApplied(**connection, context);
  if (!applied.ok()) return applied.status();
  absl::Status status = CheckComponent(*applied, "platform", PlatformSchema());
  if (status.ok()) status = CheckComponent(*applied, "service", service);
  return status;
}

}  // namespace rezon::db
