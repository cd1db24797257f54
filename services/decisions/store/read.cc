#include "services/decisions/store/aggregate_rows.h"
#include "services/decisions/store/rows.h"
#include "services/decisions/store/store.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kGetDocument{
    "get_document", "SELECT " REZON_DOCUMENT_COLUMNS
                    ", d.canonical_text FROM document d WHERE d.region = $1 AND d.id = $2::uuid"};
constexpr db::Statement kDownload{
    "download_document",
    "SELECT d.media_type, d.content FROM document d WHERE d.region = $1 AND d.id = $2::uuid"};
constexpr db::Statement kGetResolution{
    "get_resolution", "SELECT " REZON_RESOLUTION_COLUMNS
                      " FROM resolution r WHERE r.region = $1 AND r.id = $2::uuid"};

std::string ListDocumentsSql(const std::string& condition) {
  return "SELECT " REZON_DOCUMENT_COLUMNS
         " FROM document d WHERE d.region = $1 "
         "AND ($2 = '' OR d.id < nullif($2, '')::uuid) AND (" +
         condition + ") ORDER BY d.id DESC LIMIT $3::int";
}

std::string ListSql(const std::string& condition) {
  return "SELECT " REZON_RESOLUTION_COLUMNS
         " FROM resolution r WHERE r.region = $1 "
         "AND ($2 = '' OR r.id < nullif($2, '')::uuid) AND (" +
         condition + ") ORDER BY r.id DESC LIMIT $3::int";
}

paging::Field Column(const char* column, paging::Field::Type type = paging::Field::Type::kText) {
  paging::Field field;
  field.column = column;
  field.type = type;
  return field;
}

paging::Field MakeKindField() {
  paging::Field kind = Column("r.document_kind", paging::Field::Type::kEnum);
  for (int number = pb::Resolution::DocumentKind_MIN; number <= pb::Resolution::DocumentKind_MAX;
       ++number) {
    const std::string& name =
        pb::Resolution::DocumentKind_Name(static_cast<pb::Resolution::DocumentKind>(number));
    kind.values[name] = name;
  }
  return kind;
}

paging::Fields MakeResolutionFields() {
  paging::Field state = Column("r.state", paging::Field::Type::kEnum);
  state.values = {{"STATE_DRAFT", "draft"},
                  {"STATE_IN_REVIEW", "in_review"},
                  {"STATE_ADOPTED", "adopted"},
                  {"STATE_SUPERSEDED", "superseded"},
                  {"STATE_REVOKED", "revoked"}};
  return {{"state", state},
          {"territory", Column("r.territory")},
          {"display_name", Column("r.display_name")},
          {"adopt_date", Column("r.adopt_date", paging::Field::Type::kDate)},
          {"document_kind", MakeKindField()}};
}

paging::Fields MakeDocumentFields() {
  paging::Field kind = Column(
      "CASE WHEN NOT EXISTS (SELECT FROM letter o WHERE o.region = d.region "
      "                      AND o.document_id = d.id) THEN 'resolution' "
      "     WHEN EXISTS (SELECT FROM resolution o WHERE o.region = d.region "
      "                  AND o.document_id = d.id) THEN 'both' ELSE 'letter' END",
      paging::Field::Type::kEnum);
  kind.values = {{"KIND_RESOLUTION", "resolution"},
                 {"KIND_COVER_LETTER", "letter"},
                 {"KIND_COVER_LETTER_WITH_RESOLUTION", "both"}};
  return {{"kind", kind}, {"file_name", Column("d.file_name")}};
}

}  // namespace

absl::StatusOr<pb::Document> Store::GetDocument(const server::CallContext& call,
                                                const std::string& id) {
  auto rows = pool_.Execute(server::DbContext(call), kGetDocument,
                            db::Params().Text(call.region()).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(names::Join("documents", id));
  pb::Document document = ReadDocument(*rows, 0);
  document.set_text(rows->Text(0, kDocumentColumns));
  return document;
}

absl::StatusOr<std::pair<std::string, std::string>> Store::Download(const server::CallContext& call,
                                                                    const std::string& id) {
  auto rows =
      pool_.Execute(server::DbContext(call), kDownload, db::Params().Text(call.region()).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(names::Join("documents", id));
  return std::pair(rows->Text(0, 0), std::string(rows->Bytes(0, 1)));
}

const paging::Fields& Store::DocumentFields() {
  static const auto* const fields = new paging::Fields(MakeDocumentFields());
  return *fields;
}

absl::StatusOr<std::vector<pb::Document>> Store::ListDocuments(const server::CallContext& call,
                                                               const paging::Condition& condition,
                                                               const std::string& after,
                                                               int limit) {
  db::DynamicStatement statement("list_documents", ListDocumentsSql(condition.sql));
  db::Params params;
  params.Text(call.region()).Text(after).Int(limit);
  for (const std::string& value : condition.values) params.Text(value);
  auto rows = pool_.Execute(server::DbContext(call), statement.statement(), params);
  if (!rows.ok()) return rows.status();
  std::vector<pb::Document> documents;
  documents.reserve(static_cast<std::size_t>(rows->rows()));
  for (int row = 0; row < rows->rows(); ++row) documents.push_back(ReadDocument(*rows, row));
  return documents;
}

absl::StatusOr<pb::Resolution> Store::GetResolution(const server::CallContext& call,
                                                    const std::string& id) {
  auto rows = pool_.Execute(server::DbContext(call), kGetResolution,
                            db::Params().Text(call.region()).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(names::Join("resolutions", id));
  return ReadResolution(*rows, 0);
}

const paging::Fields& Store::ResolutionFields() {
  static const auto* const fields = new paging::Fields(MakeResolutionFields());
  return *fields;
}

absl::StatusOr<std::vector<pb::Resolution>> Store::ListResolutions(
    const server::CallContext& call, const paging::Condition& condition, const std::string& after,
    int limit) {
  db::DynamicStatement statement("list_resolutions", ListSql(condition.sql));
  db::Params params;
  params.Text(call.region()).Text(after).Int(limit);
  for (const std::string& value : condition.values) params.Text(value);
  auto rows = pool_.Execute(server::DbContext(call), statement.statement(), params);
  if (!rows.ok()) return rows.status();
  std::vector<pb::Resolution> resolutions;
  resolutions.reserve(static_cast<std::size_t>(rows->rows()));
  for (int row = 0; row < rows->rows(); ++row) resolutions.push_back(ReadResolution(*rows, row));
  return resolutions;
}

absl::StatusOr<Aggregate> Store::Load(const server::CallContext& call, const std::string& id) {
  Aggregate aggregate;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto found = Look(transaction, call.region(), id);
    if (!found.ok()) return found.status();
    aggregate = *std::move(found);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return aggregate;
}

}  // namespace rezon::decisions::store
