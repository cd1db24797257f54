#include "services/decisions/store/letter_rows.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/store/letter_history.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/outbox/outbox.h"

namespace rezon::decisions::store {
namespace {

using Link = pb::Letter::Link;

constexpr db::Statement kGetLetter{"get_letter",
                                   "SELECT " REZON_LETTER_COLUMNS
                                   " FROM letter l WHERE l.region = $1 AND l.id = $2::uuid"};
constexpr db::Statement kGetLetters{"get_letters", "SELECT " REZON_LETTER_COLUMNS
                                                   " FROM letter l WHERE l.region = $1 "
                                                   "AND l.id = ANY ($2::uuid[]) ORDER BY l.id"};
constexpr db::Statement kLetterOfDocument{"letter_of_document",
                                          "SELECT " REZON_LETTER_COLUMNS
                                          " FROM letter l WHERE l.region = $1 "
                                          "AND l.document_id = $2::uuid"};
constexpr db::Statement kAddLetter{
    "add_letter",
    "INSERT INTO letter (region, id, document_id, number, letter_date, issuer, detail, "
    "  reader_version) "
    "VALUES ($1, $2::uuid, $3::uuid, $4, $5::date, $6, $7::jsonb, $8)"};
constexpr db::Statement kPutLetter{
    "put_letter",
    "UPDATE letter SET number = $3, letter_date = $4::date, issuer = $5, detail = $6::jsonb "
    "WHERE region = $1 AND id = $2::uuid"};
constexpr db::Statement kRaiseLetter{"raise_letter",
                                     "UPDATE letter SET version = version + 1, update_time = now() "
                                     "WHERE region = $1 AND id = $2::uuid"};
constexpr db::Statement kPutLink{
    "put_letter_link",
    "INSERT INTO letter_link (region, letter_id, resolution_id, kind, state, origin, score, "
    "  reasons, decider, decide_time) "
    "VALUES ($1, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::text[], $9, "
    "  CASE WHEN $9 <> '' THEN now() END) "
    "ON CONFLICT (region, letter_id, resolution_id) DO UPDATE SET state = excluded.state, "
    "  decider = excluded.decider, decide_time = excluded.decide_time"};
// The letter of a resolution's file, where it stands there already, and one that a new reading saw
// for the first time. `$5` is empty unless the document was read anew.
constexpr db::Statement kFollow{
    "letter_follows_resolution",
    "WITH put AS ("
    "  INSERT INTO letter AS l (region, id, document_id, number, letter_date, issuer, detail, "
    "    reader_version) "
    "  VALUES ($1, $4::uuid, $3::uuid, $6, $7::date, $8, "
    "    coalesce(nullif($5, '')::jsonb, '{}') || jsonb_build_object('facts', $9::jsonb), $10) "
    "  ON CONFLICT (region, document_id) DO UPDATE SET number = excluded.number, "
    "    letter_date = excluded.letter_date, issuer = excluded.issuer, "
    "    detail = l.detail || excluded.detail, reader_version = excluded.reader_version, "
    "    version = l.version + 1, update_time = now() "
    "  WHERE l.detail IS DISTINCT FROM l.detail || excluded.detail "
    "  RETURNING l.id) "
    "INSERT INTO letter_link (region, letter_id, resolution_id, state, origin, score) "
    "SELECT $1, id, $2::uuid, 'linked', 'same_file', 1 FROM put "
    "ON CONFLICT (region, letter_id, resolution_id) DO NOTHING"};
constexpr db::Statement kForget{"forget_letter",
                                "DELETE FROM letter WHERE region = $1 AND id = $2::uuid"};

// `annex` of `KIND_ANNEX`.
std::string Word(const std::string& name, std::size_t prefix) {
  return absl::AsciiStrToLower(name.substr(prefix));
}

std::string LetterDetail(const pb::Letter& letter) {
  pb::Letter detail;
  if (letter.has_facts()) *detail.mutable_facts() = letter.facts();
  if (letter.has_annex()) *detail.mutable_annex() = letter.annex();
  *detail.mutable_requests() = letter.requests();
  *detail.mutable_warnings() = letter.warnings();
  *detail.mutable_corrected_fields() = letter.corrected_fields();
  return ToJson(detail);
}

bool IsBlank(const pb::LetterFacts& facts) {
  return facts.number().empty() && facts.date().empty() && facts.issuer().empty() &&
         facts.signatory().empty() && facts.addressees().empty();
}

// Gives up the letter in the resolution's file, where there is one. What was known of it stays in
// the history and in the event.
absl::Status ForgetLetter(db::Transaction& transaction, const server::CallContext& call,
                          pb::Resolution& resolution) {
  if (resolution.letters().empty()) return absl::OkStatus();
  std::vector<std::string> ids;
  for (const std::string& name : resolution.letters()) ids.push_back(LastId(name));
  auto letters = FindLetters(transaction, call.region(), ids);
  if (!letters.ok()) return letters.status();
  for (const pb::Letter& letter : *letters) {
    const Link* link = decisions::FindLink(letter, resolution.name());
    if (link == nullptr || link->origin() != Link::ORIGIN_SAME_FILE) continue;
    transaction.Queue(kForget, db::Params().Text(call.region()).Text(LastId(letter.name())));
    pb::Correction note;
    note.set_action(pb::Correction::ACTION_REMOVE_LETTER);
    note.set_letter(letter.name());
    *note.mutable_letter_before() = letter;
    AddLetterCorrection(transaction, call, std::move(note), resolution.name());
    TellLetter(transaction, call, "letter.removed", letter, 1);
    auto& names = *resolution.mutable_letters();
    names.erase(std::remove(names.begin(), names.end(), letter.name()), names.end());
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<pb::Letter>> OneLetter(absl::StatusOr<db::Result> rows) {
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return std::nullopt;
  return ReadLetter(*rows, 0);
}

}  // namespace

pb::Letter ReadLetter(const db::Result& rows, int row) {
  pb::Letter letter, links;
  FromJson(rows.View(row, 3), &letter);
  FromJson(rows.View(row, 8), &links);
  *letter.mutable_links() = std::move(*links.mutable_links());
  letter.set_name(names::Join("letters", rows.Text(row, 0)));
  letter.set_region(rows.Text(row, 1));
  letter.set_document(names::Join("documents", rows.Text(row, 2)));
  letter.set_display_name(LetterTitle(letter.facts()));
  for (const Link& link : letter.links()) {
    if (link.state() == Link::STATE_LINKED) letter.set_resolution(link.resolution());
  }
  letter.set_reader_version(rows.Text(row, 4));
  SetTime(rows.Time(row, 5), letter.mutable_create_time());
  SetTime(rows.Time(row, 6), letter.mutable_update_time());
  letter.set_etag(MakeEtag(rows.Int(row, 7)));
  return letter;
}

absl::StatusOr<pb::Letter> FindLetter(db::Transaction& transaction, const std::string& region,
                                      const std::string& id) {
  auto found = OneLetter(transaction.Execute(kGetLetter, db::Params().Text(region).Text(id)));
  if (!found.ok()) return found.status();
  if (!*found) return errors::NotFound(names::Join("letters", id));
  return **std::move(found);
}

absl::StatusOr<std::vector<pb::Letter>> FindLetters(db::Transaction& transaction,
                                                    const std::string& region,
                                                    const std::vector<std::string>& ids) {
  auto rows = transaction.Execute(kGetLetters, db::Params().Text(region).TextArray(ids));
  if (!rows.ok()) return rows.status();
  std::vector<pb::Letter> letters;
  for (int row = 0; row < rows->rows(); ++row) letters.push_back(ReadLetter(*rows, row));
  return letters;
}

absl::StatusOr<std::optional<pb::Letter>> LetterOfDocument(db::Transaction& transaction,
                                                           const std::string& region,
                                                           const std::string& document_id) {
  return OneLetter(
      transaction.Execute(kLetterOfDocument, db::Params().Text(region).Text(document_id)));
}

void AddLetter(db::Transaction& transaction, const pb::Letter& letter) {
  transaction.Queue(kAddLetter, db::Params()
                                    .Text(letter.region())
                                    .Text(LastId(letter.name()))
                                    .Text(LastId(letter.document()))
                                    .Text(letter.facts().number())
                                    .Date(ParseDay(letter.facts().date()))
                                    .Text(letter.facts().issuer())
                                    .Text(LetterDetail(letter))
                                    .Text(letter.reader_version()));
  for (const Link& link : letter.links()) PutLink(transaction, letter, link);
}

void PutLetter(db::Transaction& transaction, const pb::Letter& letter) {
  transaction.Queue(kPutLetter, db::Params()
                                    .Text(letter.region())
                                    .Text(LastId(letter.name()))
                                    .Text(letter.facts().number())
                                    .Date(ParseDay(letter.facts().date()))
                                    .Text(letter.facts().issuer())
                                    .Text(LetterDetail(letter)));
}

void RaiseLetter(db::Transaction& transaction, const std::string& region, const std::string& id) {
  transaction.Queue(kRaiseLetter, db::Params().Text(region).Text(id));
}

void PutLink(db::Transaction& transaction, const pb::Letter& letter, const Link& link) {
  const std::vector<std::string> reasons(link.reasons().begin(), link.reasons().end());
  transaction.Queue(kPutLink, db::Params()
                                  .Text(letter.region())
                                  .Text(LastId(letter.name()))
                                  .Text(LastId(link.resolution()))
                                  .Text(Word(Link::Kind_Name(link.kind()), 5))
                                  .Text(Word(Link::State_Name(link.state()), 6))
                                  .Text(Word(Link::Origin_Name(link.origin()), 7))
                                  .Double(link.score())
                                  .TextArray(reasons)
                                  .Text(link.decider()));
}

absl::Status FollowResolution(db::Transaction& transaction, const server::CallContext& call,
                              Aggregate& aggregate) {
  pb::Resolution& resolution = aggregate.resolution;
  if (resolution.document().empty()) return absl::OkStatus();
  const std::string id = LastId(resolution.name());
  if (!resolution.has_letter() || IsBlank(resolution.letter())) {
    return ForgetLetter(transaction, call, resolution);
  }
  const pb::LetterFacts& facts = resolution.letter();
  transaction.Queue(kFollow,
                    db::Params()
                        .Text(resolution.region())
                        .Text(id)
                        .Text(LastId(resolution.document()))
                        .Text(ids::NewUuid())
                        .Text(aggregate.letter ? LetterDetail(*aggregate.letter) : std::string())
                        .Text(facts.number())
                        .Date(ParseDay(facts.date()))
                        .Text(facts.issuer())
                        .Text(ToJson(facts))
                        .Text(resolution.reader_version()));
  return absl::OkStatus();
}

void TellLetter(db::Transaction& transaction, const server::CallContext& call, const char* type,
                const pb::Letter& letter, std::int64_t later) {
  outbox::NewEvent event;
  event.subject = letter.name();
  event.revision = ReadEtag(letter.etag()).value_or(1) + later;
  event.type = type;
  event.payload = ToJson(letter);
  event.actor = call.principal().subject;
  event.region = call.region();
  outbox::Append(transaction, {&event, 1});
}

}  // namespace rezon::decisions::store
