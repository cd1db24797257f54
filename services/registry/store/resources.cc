#include "services/registry/store/resources.h"

#include "services/platform/db/errors.h"
#include "services/platform/db/remember.h"
#include "services/platform/errors/errors.h"
#include "services/platform/outbox/outbox.h"
#include "services/platform/server/db_context.h"

namespace rezon::registry::store {
namespace {

constexpr char kColumns[] = "t.id, t.version, t.body, t.terms, t.create_time, t.update_time";

Row ReadRow(const db::Result& rows, int at) {
  return {rows.Text(at, 0),      rows.Int(at, 1),  rows.Text(at, 2),
          rows.TextArray(at, 3), rows.Time(at, 4), rows.Time(at, 5)};
}

std::string NameOf(const ResourceType& type, const std::string& id) {
  return std::string(type.collection) + "/" + id;
}

std::string Sql(const ResourceType& type, const std::string& head, const std::string& tail) {
  return head + " " + type.singular + " AS t " + tail;
}

db::DynamicStatement GetStatement(const ResourceType& type, const char* lock) {
  return {"get_resource", Sql(type, std::string("SELECT ") + kColumns + " FROM",
                              std::string("WHERE t.region = $1 AND t.id = $2::uuid ") + lock)};
}

void Tell(db::Transaction& transaction, const server::CallContext& call, const ResourceType& type,
          const Row& row, const char* happened, const std::string& payload) {
  outbox::NewEvent event;
  event.subject = NameOf(type, row.id);
  event.revision = row.version;
  event.type = std::string(type.singular) + "." + happened;
  event.payload = payload;
  event.actor = call.principal().subject;
  event.region = call.region();
  outbox::Append(transaction, {&event, 1});
}

}  // namespace

absl::Status Explain(const absl::Status& status, const std::string& resource) {
  const std::string state = db::SqlState(status);
  if (state == "23505") return errors::AlreadyExists(resource);
  if (state == "23503") {
    return errors::FailedPrecondition(
        "REFERENCE_NOT_FOUND", "a resource that is referred to does not exist",
        "Запись, на которую сделана ссылка, не найдена",
        {{"resource", resource}, {"constraint", db::Constraint(status)}});
  }
  return status;
}

absl::StatusOr<Row> Resources::Get(const server::CallContext& call, const ResourceType& type,
                                   const std::string& id) {
  const db::DynamicStatement statement = GetStatement(type, "");
  auto rows = pool_.Execute(server::DbContext(call), statement.statement(),
                            db::Params().Text(call.region()).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(NameOf(type, id));
  return ReadRow(*rows, 0);
}

absl::StatusOr<Resources::Page> Resources::List(const server::CallContext& call,
                                                const ResourceType& type,
                                                const paging::Condition& condition,
                                                const std::vector<std::string>& after, int limit) {
  const std::string sort = std::string("t.") + type.sort_column;
  const db::DynamicStatement statement(
      "list_resources", Sql(type, std::string("SELECT ") + kColumns + ", " + sort + " FROM",
                            "WHERE t.region = $1 AND ($3::text = '' OR (" + sort +
                                ", t.id) > ($2::text, nullif($3::text, '')::uuid)) AND (" +
                                condition.sql + ") ORDER BY " + sort + ", t.id LIMIT $4::int"));
  db::Params params;
  params.Text(call.region())
      .Text(after.empty() ? "" : after[0])
      .Text(after.empty() ? "" : after[1])
      .Int(limit);
  for (const std::string& value : condition.values) params.Text(value);
  auto rows = pool_.Execute(server::DbContext(call), statement.statement(), params);
  if (!rows.ok()) return rows.status();
  Page page;
  for (int at = 0; at < rows->rows(); ++at) {
    page.rows.push_back(ReadRow(*rows, at));
    page.keys.push_back({rows->Text(at, 6), page.rows.back().id});
  }
  return page;
}

absl::StatusOr<std::string> Resources::Create(const server::CallContext& call,
                                              const ResourceType& type,
                                              const server::RequestKey& key, Row row,
                                              const Answer& answer) {
  const db::DynamicStatement insert(
      "create_resource",
      Sql(type, "INSERT INTO",
          "(region, id, body, terms) VALUES ($1, $2::uuid, $3::jsonb, $4::text[]) RETURNING " +
              std::string(kColumns)));
  std::string json;
  const absl::Status done =
      pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
        auto recalled = db::Recall(transaction, call, key);
        if (!recalled.ok()) return recalled.status();
        if (*recalled) {
          json = **recalled;
          return absl::OkStatus();
        }
        auto rows = transaction.Execute(
            insert.statement(),
            db::Params().Text(call.region()).Text(row.id).Text(row.body).TextArray(row.terms));
        if (!rows.ok()) return rows.status();
        const Row made = ReadRow(*rows, 0);
        json = answer(made);
        Tell(transaction, call, type, made, "created", json);
        db::Remember(transaction, call, key, json);
        return absl::OkStatus();
      });
  if (!done.ok()) return Explain(done, type.collection);
  return json;
}

absl::StatusOr<std::string> Resources::Update(const server::CallContext& call,
                                              const ResourceType& type,
                                              const server::RequestKey& key, const std::string& id,
                                              std::int64_t version,
                                              const std::function<absl::Status(Row&)>& change,
                                              const Answer& answer) {
  const std::string name = NameOf(type, id);
  const db::DynamicStatement lock = GetStatement(type, "FOR UPDATE");
  const db::DynamicStatement update(
      "update_resource",
      Sql(type, "UPDATE",
          "SET body = $4::jsonb, terms = $5::text[], version = t.version + 1, update_time = now() "
          "WHERE t.region = $1 AND t.id = $2::uuid AND t.version = $3::int8 RETURNING " +
              std::string(kColumns)));
  std::string json;
  const absl::Status done =
      pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
        auto recalled = db::Recall(transaction, call, key);
        if (!recalled.ok()) return recalled.status();
        if (*recalled) {
          json = **recalled;
          return absl::OkStatus();
        }
        auto found =
            transaction.Execute(lock.statement(), db::Params().Text(call.region()).Text(id));
        if (!found.ok()) return found.status();
        if (found->empty()) return errors::NotFound(name);
        Row row = ReadRow(*found, 0);
        if (version != 0 && version != row.version) {
          return errors::EtagMismatch(name, MakeEtag(row.version));
        }
        if (absl::Status wrong = change(row); !wrong.ok()) return wrong;
        auto rows = transaction.Execute(update.statement(), db::Params()
                                                                .Text(call.region())
                                                                .Text(id)
                                                                .Int(row.version)
                                                                .Text(row.body)
                                                                .TextArray(row.terms));
        if (!rows.ok()) return rows.status();
        if (rows->empty()) return errors::EtagMismatch(name);
        const Row changed = ReadRow(*rows, 0);
        json = answer(changed);
        Tell(transaction, call, type, changed, "updated", json);
        db::Remember(transaction, call, key, json);
        return absl::OkStatus();
      });
  if (!done.ok()) return Explain(done, name);
  return json;
}

}  // namespace rezon::registry::store
