#include "services/decisions/domain/checks.h"
#include "services/decisions/store/aggregate_rows.h"
#include "services/decisions/store/carried.h"
#include "services/decisions/store/letter_match.h"
#include "services/decisions/store/letter_rows.h"
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
    " FROM document d LEFT JOIN resolution r ON r.region = d.region AND r.document_id = d.id "
    "WHERE d.region = $1 AND d.sha256 = $2 ORDER BY r.id LIMIT 1"};

// What the bytes of that hash gave before; nullopt when they are new.
absl::StatusOr<std::optional<Imported>> ReadImport(db::Transaction& transaction,
                                                   const std::string& region,
                                                   const std::string& sha256) {
  auto rows = transaction.Execute(kFindImport, db::Params().Text(region).Text(sha256));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return std::nullopt;
  Imported found{ReadDocument(*rows, 0), std::nullopt, std::nullopt, true};
  if (!rows->IsNull(0, kDocumentColumns)) {
    found.resolution = ReadResolution(*rows, 0, kDocumentColumns);
  }
  if (found.document.letter().empty()) return found;
  auto letter = LetterOfDocument(transaction, region, LastId(found.document.name()));
  if (!letter.ok()) return letter.status();
  found.letter = *std::move(letter);
  return found;
}

// Stores the draft, with the letter that stands in the same file.
absl::Status StoreDraft(db::Transaction& transaction, const server::CallContext& call,
                        const NewDocument& file, Aggregate& draft, Imported& imported) {
  if (absl::Status failed = Add(transaction, draft); !failed.ok()) return failed;
  const std::string id = LastId(draft.resolution.name());
  absl::Status carried = StoreCarried(transaction, call, draft.resolution.name(), file.carried);
  if (!carried.ok()) return carried;
  if (draft.resolution.has_letter()) {
    absl::Status followed = FollowResolution(transaction, call, draft);
    if (!followed.ok()) return followed;
    auto letter = LetterOfDocument(transaction, call.region(), LastId(draft.resolution.document()));
    if (!letter.ok()) return letter.status();
    imported.letter = *std::move(letter);
  }
  if (draft.resolution.has_letter() || !file.carried.empty()) {
    auto stored = Look(transaction, call.region(), id);
    if (!stored.ok()) return stored.status();
    *draft.resolution.mutable_letters() = stored->resolution.letters();
  }
  Tell(transaction, call, Happening::kDrafted, draft);
  imported.resolution = draft.resolution;
  return ProposeFor(transaction, call, id);
}

// Stores a letter that came alone.
absl::Status StoreLetter(db::Transaction& transaction, const server::CallContext& call,
                         const pb::Letter& letter, Imported& imported) {
  const std::string id = LastId(letter.name());
  AddLetter(transaction, letter);
  auto proposed = ProposeLinks(transaction, call.region(), id, std::nullopt);
  if (!proposed.ok()) return proposed.status();
  auto stored = FindLetter(transaction, call.region(), id);
  if (!stored.ok()) return stored.status();
  imported.letter = *std::move(stored);
  return absl::OkStatus();
}

absl::StatusOr<Imported> StoreImport(db::Transaction& transaction, const server::CallContext& call,
                                     const NewDocument& file, std::optional<Aggregate> draft) {
  auto row = AddDocument(transaction, call, file.document, file.content);
  if (!row.ok()) return row.status();
  if (row->empty()) {
    auto found = ReadImport(transaction, call.region(), file.document.sha256());
    if (!found.ok()) return found.status();
    if (*found) return **std::move(found);
    return errors::Internal("a stored document without a resolution or letter");
  }
  Imported imported;
  imported.document = ReadDocument(*row, 0);
  absl::Status stored = draft ? StoreDraft(transaction, call, file, *draft, imported)
                              : StoreLetter(transaction, call, *file.letter, imported);
  if (!stored.ok()) return stored;
  if (imported.letter) TellLetter(transaction, call, "letter.stored", *imported.letter);
  SetContents(imported.resolution ? imported.resolution->name() : "",
              imported.letter ? imported.letter->name() : "", &imported.document);
  return imported;
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
  std::optional<Imported> imported;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto found = ReadImport(transaction, call.region(), sha256);
    if (found.ok()) imported = *std::move(found);
    return found.status();
  });
  if (!done.ok()) return done;
  return imported;
}

absl::StatusOr<Imported> Store::Import(const server::CallContext& call,
                                       const server::RequestKey& key, const NewDocument& file,
                                       std::optional<Aggregate> draft,
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
    if (absl::Status failed = Put(transaction, call, *aggregate); !failed.ok()) return failed;
    Tell(transaction, call, change.happening, *aggregate);
    json = change.answer(*aggregate);
    db::Remember(transaction, call, change.key, json);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return json;
}

}  // namespace rezon::decisions::store
