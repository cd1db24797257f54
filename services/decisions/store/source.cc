#include "services/decisions/domain/etag.h"
#include "services/decisions/store/aggregate_rows.h"
#include "services/decisions/store/corrections.h"
#include "services/decisions/store/rows.h"
#include "services/decisions/store/store.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kSource{
    "source_of_resolution", "SELECT " REZON_DOCUMENT_COLUMNS
                            ", d.canonical_text, d.content FROM resolution r "
                            "LEFT JOIN document d ON d.region = r.region AND d.id = r.document_id "
                            "WHERE r.region = $1 AND r.id = $2::uuid"};
constexpr db::Statement kSourceText{
    "source_text_of_resolution",
    "SELECT coalesce(d.canonical_text, '') FROM resolution r "
    "LEFT JOIN document d ON d.region = r.region AND d.id = r.document_id "
    "WHERE r.region = $1 AND r.id = $2::uuid"};

absl::Status ReadSource(db::Transaction& transaction, const std::string& region,
                        const std::string& id, Source& source) {
  const std::string name = names::Join("resolutions", id);
  auto rows = transaction.Execute(kSource, db::Params().Text(region).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(name);
  if (rows->IsNull(0, 0)) {
    return errors::FailedPrecondition("NO_DOCUMENT", "the resolution has no source document",
                                      "У резолюции нет исходного документа.", {{"resource", name}});
  }
  source.document = ReadDocument(*rows, 0);
  source.document.set_text(rows->Text(0, kDocumentColumns));
  source.content = std::string(rows->Bytes(0, kDocumentColumns + 1));
  auto removed = RemovedPoints(transaction, region, id);
  if (!removed.ok()) return removed.status();
  source.removed = *std::move(removed);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Source> Store::GetSource(const server::CallContext& call, const std::string& id) {
  Source source;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    return ReadSource(transaction, call.region(), id, source);
  });
  if (!done.ok()) return done;
  return source;
}

absl::StatusOr<std::string> Store::GetSourceText(const server::CallContext& call,
                                                 const std::string& id) {
  auto rows = pool_.Execute(server::DbContext(call), kSourceText,
                            db::Params().Text(call.region()).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(names::Join("resolutions", id));
  return rows->Text(0, 0);
}

absl::StatusOr<Aggregate> Store::Preview(const server::CallContext& call, const std::string& id,
                                         std::optional<std::int64_t> version,
                                         const std::function<absl::Status(Aggregate&)>& change) {
  auto aggregate = Load(call, id);
  if (!aggregate.ok()) return aggregate;
  const pb::Resolution& resolution = aggregate->resolution;
  if (version && MakeEtag(*version) != resolution.etag()) {
    return errors::EtagMismatch(resolution.name(), resolution.etag());
  }
  if (absl::Status wrong = change(*aggregate); !wrong.ok()) return wrong;
  return aggregate;
}

}  // namespace rezon::decisions::store
