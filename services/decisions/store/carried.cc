#include "services/decisions/store/carried.h"

#include <utility>

#include "services/decisions/domain/letters.h"
#include "services/decisions/store/letter_rows.h"
#include "services/decisions/store/rows.h"
#include "services/decisions/store/store.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kAddDocument{
    "add_document",
    "INSERT INTO document AS d (region, id, file_name, media_type, encoding, sha256, content, "
    "  canonical_text, creator) "
    "VALUES ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (region, sha256) DO NOTHING "
    "RETURNING " REZON_DOCUMENT_COLUMNS};
constexpr db::Statement kDocumentOfHash{
    "document_of_hash", "SELECT d.id FROM document d WHERE d.region = $1 AND d.sha256 = $2"};
constexpr db::Statement kCarried{
    "letters_of_resolution",
    "SELECT " REZON_LETTER_COLUMNS ", " REZON_DOCUMENT_COLUMNS
    ", d.canonical_text, d.content, d.id IS NOT DISTINCT FROM r.document_id "
    "FROM letter_link c JOIN letter l ON l.region = c.region AND l.id = c.letter_id "
    "JOIN document d ON d.region = l.region AND d.id = l.document_id "
    "JOIN resolution r ON r.region = c.region AND r.id = c.resolution_id "
    "WHERE c.region = $1 AND c.resolution_id = $2::uuid AND c.state = 'linked' ORDER BY l.id"};

constexpr int kCarriedDocument = 9;  // where the document's columns begin

// Links a letter that is here already, unless it carries another resolution.
absl::Status LinkStored(db::Transaction& transaction, const server::CallContext& call,
                        const std::string& sha256, const pb::Letter::Link& link) {
  auto document =
      transaction.Execute(kDocumentOfHash, db::Params().Text(call.region()).Text(sha256));
  if (!document.ok()) return document.status();
  auto letter = LetterOfDocument(transaction, call.region(), document->Text(0, 0));
  if (!letter.ok()) return letter.status();
  if (!*letter || !(*letter)->resolution().empty()) return absl::OkStatus();
  PutLink(transaction, **letter, link);
  RaiseLetter(transaction, call.region(), LastId((*letter)->name()));
  auto linked = FindLetter(transaction, call.region(), LastId((*letter)->name()));
  if (linked.ok()) TellLetter(transaction, call, "letter.linked", *linked);
  return linked.status();
}

}  // namespace

absl::StatusOr<db::Result> AddDocument(db::Transaction& transaction,
                                       const server::CallContext& call,
                                       const pb::Document& document, std::string_view content) {
  return transaction.Execute(kAddDocument, db::Params()
                                               .Text(call.region())
                                               .Text(LastId(document.name()))
                                               .Text(document.file_name())
                                               .Text(document.media_type())
                                               .Text(document.encoding())
                                               .Text(document.sha256())
                                               .Bytes(content)
                                               .Text(document.text())
                                               .Text(call.principal().subject));
}

absl::Status StoreCarried(db::Transaction& transaction, const server::CallContext& call,
                          const std::string& resolution,
                          const std::vector<CarriedLetter>& letters) {
  for (const CarriedLetter& one : letters) {
    pb::Letter letter = one.letter;
    for (pb::Letter::Link& link : *letter.mutable_links()) link.set_resolution(resolution);
    auto row = AddDocument(transaction, call, one.document, one.content);
    if (!row.ok()) return row.status();
    if (row->empty()) {
      absl::Status linked = LinkStored(transaction, call, one.document.sha256(), letter.links(0));
      if (!linked.ok()) return linked;
      continue;
    }
    letter.set_region(call.region());
    letter.set_document(one.document.name());
    AddLetter(transaction, letter);
    auto stored = FindLetter(transaction, call.region(), LastId(letter.name()));
    if (!stored.ok()) return stored.status();
    TellLetter(transaction, call, "letter.stored", *stored);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<CarriedLetter>> Store::GetLetters(const server::CallContext& call,
                                                             const std::string& id) {
  auto rows =
      pool_.Execute(server::DbContext(call), kCarried, db::Params().Text(call.region()).Text(id));
  if (!rows.ok()) return rows.status();
  std::vector<CarriedLetter> letters;
  for (int row = 0; row < rows->rows(); ++row) {
    CarriedLetter& one = letters.emplace_back();
    one.letter = ReadLetter(*rows, row);
    const int text = kCarriedDocument + kDocumentColumns;
    if (rows->Bool(row, text + 2)) continue;
    one.document = ReadDocument(*rows, row, kCarriedDocument);
    one.document.set_text(rows->Text(row, text));
    one.content = std::string(rows->Bytes(row, text + 1));
  }
  return letters;
}

}  // namespace rezon::decisions::store
