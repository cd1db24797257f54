#include "services/decisions/domain/checks.h"
#include "services/decisions/store/aggregate_rows.h"
#include "services/decisions/store/rows.h"
#include "services/decisions/store/store.h"
#include "services/platform/db/remember.h"
#include "services/platform/errors/errors.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kFindImport{
    "find_import",
    "SELECT " REZON_DOCUMENT_COLUMNS ", " REZON_RESOLUTION_COLUMNS
    " FROM document d JOIN resolution r ON r.region = d.region AND r.document_id = d.id "
    "WHERE d.region = $1 AND d.sha256 = $2 ORDER BY r.id LIMIT 1"};
constexpr db::Statement kAddDocument{
    "add_document",
    "INSERT INTO document AS d (region, id, file_name, media_type, encoding, sha256, content, "
    "  canonical_text, creator) "
    "VALUES ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (region, sha256) DO NOTHING "
    "RETURNING " REZON_DOCUMENT_COLUMNS};

std::optional<Imported> ReadImport(const db::Result& rows) {
  if (rows.empty()) return std::nullopt;
  return Imported{ReadDocument(rows, 0), ReadResolution(rows, 0, kDocumentColumns), true};
}

absl::StatusOr<db::Result> AddDocument(db::Transaction& transaction,
                                       const server::CallContext& call, const NewDocument& file) {
  const pb::Document& document = file.document;
  return transaction.Execute(kAddDocument, db::Params()
                                               .Text(call.region())
                                               .Text(LastId(document.name()))
                                               .Text(document.file_name())
                                               .Text(document.media_type())
                                               .Text(document.encoding())
                                               .Text(document.sha256())
                                               .Bytes(file.content)
                                               .Text(document.text())
                                               .Text(call.principal().subject));
}

absl::StatusOr<Imported> StoreImport(db::Transaction& transaction, const server::CallContext& call,
                                     const NewDocument& file, Aggregate draft) {
  auto row = AddDocument(transaction, call, file);
  if (!row.ok()) return row.status();
  if (row->empty()) {
    auto found = transaction.Execute(kFindImport,
                                     db::Params().Text(call.region()).Text(file.document.sha256()));
    if (!found.ok()) return found.status();
    if (auto already = ReadImport(*found)) return *already;
    return errors::Internal("a stored document without a resolution");
  }
  if (absl::Status failed = Add(transaction, draft); !failed.ok()) return failed;
  Tell(transaction, call, Happening::kDrafted, draft);
  return Imported{ReadDocument(*row, 0), draft.resolution, false};
}

}  // namespace

absl::StatusOr<std::optional<std::string>> Store::Answer(const server::CallContext& call,
                                                         const server::RequestKey& key) {
  if (key.id.empty()) return std::nullopt;
  std::optional<std::string> answer;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto recalled = db::Recall(transaction, call, key);
    if (!recalled.ok()) return recalled.status();
    answer = *std::move(recalled);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return answer;
}

absl::StatusOr<std::optional<Imported>> Store::FindImport(const server::CallContext& call,
                                                          const std::string& sha256) {
  auto rows = pool_.Execute(server::DbContext(call), kFindImport,
                            db::Params().Text(call.region()).Text(sha256));
  if (!rows.ok()) return rows.status();
  return ReadImport(*rows);
}

absl::StatusOr<Imported> Store::Import(const server::CallContext& call,
                                       const server::RequestKey& key, const NewDocument& file,
                                       Aggregate draft,
                                       const std::function<std::string(const Imported&)>& answer) {
  Imported imported;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto recalled = db::Recall(transaction, call, key);
    if (!recalled.ok()) return recalled.status();
    auto stored = StoreImport(transaction, call, file, draft);
    if (!stored.ok()) return stored.status();
    imported = *std::move(stored);
    if (!*recalled) db::Remember(transaction, call, key, answer(imported));
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return imported;
}

absl::StatusOr<std::string> Store::Apply(const server::CallContext& call, const Change& change) {
  std::string json;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto recalled = db::Recall(transaction, call, change.key);
    if (!recalled.ok()) return recalled.status();
    if (*recalled) {
      json = **recalled;
      return absl::OkStatus();
    }
    auto aggregate = Take(transaction, call.region(), change.resolution_id, change.version);
    if (!aggregate.ok()) return aggregate.status();
    if (absl::Status wrong = change.change(*aggregate); !wrong.ok()) return wrong;
    if (absl::Status failed = Put(transaction, *aggregate); !failed.ok()) return failed;
    Tell(transaction, call, change.happening, *aggregate);
    json = change.answer(*aggregate);
    db::Remember(transaction, call, change.key, json);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return json;
}

}  // namespace rezon::decisions::store
