#include "services/decisions/store/letter_history.h"

#include <utility>
#include <vector>

#include "services/decisions/store/corrections.h"
#include "services/decisions/store/letters.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kAddLetterCorrection{
    "add_letter_correction",
    "INSERT INTO letter_correction (region, letter_id, id, action, corrector, detail) "
    "VALUES ($1, $2::uuid, $3::uuid, $4, $5, $6::jsonb)"};
// One row at least for a letter that is or was there, so that an empty page differs from NOT_FOUND.
constexpr db::Statement kListOfLetter{
    "list_letter_corrections",
    "SELECT c.id, c.letter_id, c.action, c.corrector, c.create_time, c.detail "
    "FROM (SELECT WHERE EXISTS (SELECT FROM letter WHERE region = $1 AND id = $2::uuid) "
    "      OR EXISTS (SELECT FROM letter_correction WHERE region = $1 AND letter_id = $2::uuid)) l "
    "LEFT JOIN LATERAL ("
    "  SELECT * FROM letter_correction WHERE region = $1 AND letter_id = $2::uuid "
    "    AND ($3 = '' OR id < nullif($3, '')::uuid) ORDER BY id DESC LIMIT $4::int) c ON true "
    "ORDER BY c.id DESC"};

}  // namespace

void AddLetterCorrection(db::Transaction& transaction, const server::CallContext& call,
                         pb::Correction note, const std::string& resolution) {
  note.set_corrector(call.principal().subject);
  if (!resolution.empty()) {
    AddCorrections(transaction, call.region(), LastId(resolution), {&note, 1});
    if (note.action() != pb::Correction::ACTION_UPDATE_LETTER) note.set_resolution(resolution);
  }
  transaction.Queue(kAddLetterCorrection, db::Params()
                                              .Text(call.region())
                                              .Text(LastId(note.letter()))
                                              .Text(ids::NewUuid())
                                              .Text(pb::Correction::Action_Name(note.action()))
                                              .Text(note.corrector())
                                              .Text(CorrectionDetail(note)));
}

absl::StatusOr<std::vector<pb::Correction>> LetterStore::ListCorrections(
    const server::CallContext& call, const std::string& letter, const std::string& after,
    int limit) {
  auto rows = pool_.Execute(server::DbContext(call), kListOfLetter,
                            db::Params().Text(call.region()).Text(letter).Text(after).Int(limit));
  if (!rows.ok()) return rows.status();
  const std::string name = names::Join("letters", letter);
  if (rows->empty()) return errors::NotFound(name);
  std::vector<pb::Correction> corrections;
  for (int row = 0; row < rows->rows(); ++row) {
    if (rows->IsNull(row, 0)) continue;
    pb::Correction& correction = corrections.emplace_back(ReadCorrection(*rows, row));
    correction.set_name(name + "/" + names::Join("corrections", rows->Text(row, 0)));
  }
  return corrections;
}

}  // namespace rezon::decisions::store
