#include "services/registry/store/imports.h"

#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "services/platform/db/errors.h"
#include "services/platform/db/remember.h"
#include "services/platform/errors/errors.h"
#include "services/platform/outbox/outbox.h"
#include "services/platform/server/db_context.h"
#include "services/registry/domain/resource.h"

namespace rezon::registry::store {
namespace {

constexpr db::Statement kTerritories{
    "import_territories",
    "SELECT t.id, t.display_name, coalesce(t.parent::text, ''), "
    "ARRAY(SELECT jsonb_array_elements_text(coalesce(t.body -> 'aliases', '[]'))), t.oktmo "
    "FROM territory t WHERE t.region = $1"};
constexpr db::Statement kKnown{
    "import_known",
    "SELECT t.id, t.version, t.body FROM organisation t WHERE t.region = $1 AND (t.inn = "
    "ANY($2::text[]) OR t.ogrn = ANY($3::text[]) OR t.display_name = ANY($4::text[]))"};
constexpr db::Statement kKeep{"keep_import",
                              "INSERT INTO organisation_import (region, id, answer, rows, creator) "
                              "VALUES ($1, $2::uuid, $3::jsonb, $4::jsonb, $5)"};
constexpr db::Statement kGet{
    "get_import", "SELECT answer FROM organisation_import WHERE region = $1 AND id = $2::uuid"};
constexpr db::Statement kTake{
    "take_import",
    "SELECT answer, rows, committed FROM organisation_import WHERE region = $1 AND id = $2::uuid "
    "FOR UPDATE"};
constexpr db::Statement kDone{"finish_import",
                              "UPDATE organisation_import SET committed = true, answer = $3::jsonb "
                              "WHERE region = $1 AND id = $2::uuid"};

#define REZON_IMPORT_ROWS \
  "jsonb_to_recordset($2::jsonb) AS r(id uuid, version int8, body jsonb, terms text[])"
constexpr db::Statement kInsert{
    "import_insert",
    "INSERT INTO organisation AS t (region, id, body, terms) "
    "SELECT $1, r.id, r.body, r.terms FROM " REZON_IMPORT_ROWS
    " WHERE r.version = 0 RETURNING t.id, t.version, t.body, t.create_time, t.update_time"};
constexpr db::Statement kUpdate{
    "import_update",
    "UPDATE organisation AS t SET body = r.body, terms = r.terms, version = t.version + 1, "
    "update_time = now() FROM " REZON_IMPORT_ROWS
    " WHERE t.region = $1 AND t.id = r.id AND t.version = r.version AND r.version > 0 "
    "RETURNING t.id, t.version, t.body, t.create_time, t.update_time"};

using Json = nlohmann::json;

std::string RowsJson(const std::vector<PlannedRow>& rows) {
  Json list = Json::array();
  for (const PlannedRow& row : rows) {
    list.push_back({{"line", row.line},
                    {"id", row.id},
                    {"version", row.version},
                    {"body", Json::parse(row.body)},
                    {"terms", row.terms}});
  }
  return list.dump();
}

absl::Status Changed() {
  return errors::Aborted("REGISTRY_CHANGED", "the registry has changed since the preview",
                         "Реестр изменился после проверки файла. Загрузите файл ещё раз");
}

absl::Status HasErrors(const pb::OrganisationImport& import) {
  return errors::FailedPrecondition(
      "IMPORT_HAS_ERRORS", "rows have errors and skip_errors is not set",
      "В файле есть строки с ошибками. Исправьте их или разрешите пропустить",
      {{"error_count", std::to_string(import.error_count())}});
}

void AddEvents(const server::CallContext& call, const db::Result& rows, const char* type,
               std::vector<outbox::NewEvent>& events) {
  for (int at = 0; at < rows.rows(); ++at) {
    const Row row = {rows.Text(at, 0), rows.Int(at, 1), rows.Text(at, 2), {},
                     rows.Time(at, 3), rows.Time(at, 4)};
    pb::Organisation organisation;
    Fill(kOrganisationType, call.region(), row, &organisation);
    events.push_back({organisation.name(), row.version, type, ToJson(organisation),
                      call.principal().subject, call.region()});
  }
}

// Writes the rows and their events; ABORTED when fewer than all could be written.
absl::Status Write(db::Transaction& transaction, const server::CallContext& call,
                   const std::string& rows) {
  const db::Params params = std::move(db::Params().Text(call.region()).Text(rows));
  auto inserted = transaction.Execute(kInsert, params);
  if (!inserted.ok()) {
    return db::SqlState(inserted.status()) == "23505" ? Changed() : inserted.status();
  }
  auto updated = transaction.Execute(kUpdate, params);
  if (!updated.ok()) {
    return db::SqlState(updated.status()) == "23505" ? Changed() : updated.status();
  }
  if (inserted->affected() + updated->affected() !=
      static_cast<int64_t>(Json::parse(rows).size())) {
    return Changed();
  }
  std::vector<outbox::NewEvent> events;
  AddEvents(call, *inserted, "organisation.created", events);
  AddEvents(call, *updated, "organisation.updated", events);
  outbox::Append(transaction, events);
  return absl::OkStatus();
}

// The answer of a commit: new rows now have their organisation.
void MarkCommitted(const std::string& rows, pb::OrganisationImport& import) {
  std::unordered_map<int, std::string> written;
  for (const Json& row : Json::parse(rows)) {
    written[row["line"].get<int>()] = "organisations/" + row["id"].get<std::string>();
  }
  for (auto& row : *import.mutable_rows()) {
    const auto found = written.find(row.line());
    if (found != written.end()) row.set_organisation(found->second);
  }
  import.set_state(pb::OrganisationImport::STATE_COMMITTED);
}

}  // namespace

absl::StatusOr<ImportWorld> Imports::Look(const server::CallContext& call, const ImportKeys& keys) {
  const db::Context context = server::DbContext(call);
  auto lease = pool_.Acquire(context);
  if (!lease.ok()) return lease.status();
  const db::Params region = std::move(db::Params().Text(call.region()));
  const db::Params wanted = std::move(db::Params()
                                          .Text(call.region())
                                          .TextArray(keys.inns)
                                          .TextArray(keys.ogrns)
                                          .TextArray(keys.names));
  const db::Command commands[] = {{&kTerritories, &region}, {&kKnown, &wanted}};
  auto results = (*lease)->Pipeline(context, commands);
  if (!results.ok()) return results.status();
  ImportWorld world;
  const db::Result& places = (*results)[0];
  for (int at = 0; at < places.rows(); ++at) {
    std::vector<std::string> names = places.TextArray(at, 3);
    names.push_back(places.Text(at, 1));
    world.territories.push_back(
        {places.Text(at, 0), places.Text(at, 1), places.Text(at, 2), std::move(names)});
    world.oktmo.push_back(places.Text(at, 4));
  }
  const db::Result& known = (*results)[1];
  for (int at = 0; at < known.rows(); ++at) {
    KnownOrganisation organisation{known.Text(at, 0), known.Int(at, 1), {}};
    FromJson(known.View(at, 2), &organisation.organisation);
    world.organisations.push_back(std::move(organisation));
  }
  return world;
}

absl::StatusOr<pb::OrganisationImport> Imports::Keep(const server::CallContext& call,
                                                     const server::RequestKey& key,
                                                     const std::string& id,
                                                     const ImportPlan& plan) {
  std::string json = ToJson(plan.preview);
  const absl::Status done =
      pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
        auto recalled = db::Recall(transaction, call, key);
        if (!recalled.ok()) return recalled.status();
        if (*recalled) {
          json = **recalled;
          return absl::OkStatus();
        }
        transaction.Queue(kKeep, db::Params()
                                     .Text(call.region())
                                     .Text(id)
                                     .Text(json)
                                     .Text(RowsJson(plan.rows))
                                     .Text(call.principal().subject));
        db::Remember(transaction, call, key, json);
        return absl::OkStatus();
      });
  if (!done.ok()) return done;
  pb::OrganisationImport import;
  FromJson(json, &import);
  return import;
}

absl::StatusOr<pb::OrganisationImport> Imports::Get(const server::CallContext& call,
                                                    const std::string& id) {
  auto rows =
      pool_.Execute(server::DbContext(call), kGet, db::Params().Text(call.region()).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound("organisationImports/" + id);
  pb::OrganisationImport import;
  FromJson(rows->View(0, 0), &import);
  return import;
}

absl::StatusOr<pb::OrganisationImport> Imports::Commit(const server::CallContext& call,
                                                       const server::RequestKey& key,
                                                       const std::string& id, bool skip_errors) {
  pb::OrganisationImport import;
  const absl::Status done =
      pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
        auto recalled = db::Recall(transaction, call, key);
        if (!recalled.ok()) return recalled.status();
        if (*recalled) {
          FromJson(**recalled, &import);
          return absl::OkStatus();
        }
        auto taken = transaction.Execute(kTake, db::Params().Text(call.region()).Text(id));
        if (!taken.ok()) return taken.status();
        if (taken->empty()) return errors::NotFound("organisationImports/" + id);
        FromJson(taken->View(0, 0), &import);
        if (!taken->Bool(0, 2)) {
          if (import.error_count() > 0 && !skip_errors) return HasErrors(import);
          const std::string rows = taken->Text(0, 1);
          if (absl::Status bad = Write(transaction, call, rows); !bad.ok()) return bad;
          MarkCommitted(rows, import);
          transaction.Queue(kDone, db::Params().Text(call.region()).Text(id).Text(ToJson(import)));
        }
        db::Remember(transaction, call, key, ToJson(import));
        return absl::OkStatus();
      });
  if (!done.ok()) return done;
  return import;
}

}  // namespace rezon::registry::store
