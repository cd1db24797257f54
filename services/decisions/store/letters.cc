#include "services/decisions/store/letters.h"

#include <utility>

#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/store/corrections.h"
#include "services/decisions/store/letter_rows.h"
#include "services/decisions/store/rows.h"
#include "services/platform/db/remember.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kLockLetter{
    "lock_letter", "SELECT version FROM letter WHERE region = $1 AND id = $2::uuid FOR UPDATE"};
constexpr db::Statement kResolutionTitle{
    "title_of_resolution",
    "SELECT display_name FROM resolution WHERE region = $1 AND id = $2::uuid"};

std::string ListLettersSql(const std::string& condition) {
  return "SELECT " REZON_LETTER_COLUMNS
         " FROM letter l WHERE l.region = $1 "
         "AND ($2 = '' OR l.id < nullif($2, '')::uuid) AND ($4 = '' OR EXISTS ("
         "  SELECT FROM letter_link k WHERE k.region = l.region AND k.letter_id = l.id "
         "  AND k.resolution_id = nullif($4, '')::uuid AND k.state <> 'rejected')) AND (" +
         condition + ") ORDER BY l.id DESC LIMIT $3::int";
}

paging::Fields MakeLetterFields() {
  constexpr char kLinked[] =
      "EXISTS (SELECT FROM letter_link k WHERE k.region = l.region AND k.letter_id = l.id "
      "AND k.state = 'linked' AND k.resolution_id = ?)";
  paging::Field number, date, issuer, resolution, linked;
  number.column = "l.number";
  date.column = "l.letter_date";
  date.type = paging::Field::Type::kDate;
  issuer.column = "l.issuer";
  resolution.type = paging::Field::Type::kUuid;
  resolution.convert = [](std::string_view name) { return names::ParseUuid("resolutions", name); };
  resolution.templates = {{"=", kLinked}};
  linked.type = paging::Field::Type::kBool;
  linked.column =
      "EXISTS (SELECT FROM letter_link k WHERE k.region = l.region AND k.letter_id = l.id "
      "AND k.state = 'linked')";
  return {{"number", number},
          {"date", date},
          {"issuer", issuer},
          {"resolution", resolution},
          {"linked", linked}};
}

// Locks the letter and reads it.
absl::StatusOr<pb::Letter> TakeLetter(db::Transaction& transaction, const std::string& region,
                                      const LetterStore::Change& change) {
  auto locked = transaction.Execute(kLockLetter, db::Params().Text(region).Text(change.id));
  if (!locked.ok()) return locked.status();
  const std::string name = names::Join("letters", change.id);
  if (locked->empty()) return errors::NotFound(name);
  const std::int64_t version = locked->Int(0, 0);
  if (change.version && *change.version != version) {
    return errors::EtagMismatch(name, MakeEtag(version));
  }
  return FindLetter(transaction, region, change.id);
}

absl::StatusOr<std::string> TitleOf(db::Transaction& transaction, const std::string& region,
                                    const std::string& resolution) {
  if (resolution.empty()) return std::string();
  auto row = transaction.Execute(kResolutionTitle, db::Params().Text(region).Text(resolution));
  if (!row.ok()) return row.status();
  if (row->empty()) return errors::NotFound(names::Join("resolutions", resolution));
  return row->Text(0, 0);
}

// The entry in the history of the resolution.
void NoteLink(db::Transaction& transaction, const server::CallContext& call,
              pb::Correction::Action action, const std::string& resolution,
              const std::string& letter) {
  pb::Correction note;
  note.set_action(action);
  note.set_corrector(call.principal().subject);
  note.set_letter(letter);
  AddCorrections(transaction, call.region(), LastId(resolution), {&note, 1});
}

// The letter after the change; written unless only asked.
absl::StatusOr<pb::Letter> ChangeNow(db::Transaction& transaction, const server::CallContext& call,
                                     const LetterStore::Change& change) {
  auto letter = TakeLetter(transaction, call.region(), change);
  if (!letter.ok()) return letter.status();
  std::string resolution = change.resolution;
  if (resolution.empty()) resolution = LastId(letter->resolution());
  auto title = TitleOf(transaction, call.region(), resolution);
  if (!title.ok()) return title.status();
  const pb::Letter before = *letter;
  if (absl::Status wrong = change.change(*title, *letter); !wrong.ok()) return wrong;
  if (change.validate_only || letter->SerializeAsString() == before.SerializeAsString()) {
    return letter;
  }
  PutLetter(transaction, *letter);
  if (change.action != pb::Correction::ACTION_UNSPECIFIED) {
    const std::string name = names::Join("resolutions", resolution);
    const pb::Letter::Link* link = decisions::FindLink(*letter, name);
    if (link == nullptr) return errors::Internal("a changed link that is not there");
    PutLink(transaction, *letter, *link);
    NoteLink(transaction, call, change.action, name, letter->name());
  }
  RaiseLetter(transaction, call.region(), change.id);
  auto written = FindLetter(transaction, call.region(), change.id);
  if (written.ok()) TellLetter(transaction, call, change.event, *written);
  return written;
}

}  // namespace

absl::StatusOr<pb::Letter> LetterStore::Get(const server::CallContext& call,
                                            const std::string& id) {
  pb::Letter letter;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto found = FindLetter(transaction, call.region(), id);
    if (found.ok()) letter = *std::move(found);
    return found.status();
  });
  if (!done.ok()) return done;
  return letter;
}

const paging::Fields& LetterStore::LetterFields() {
  static const auto* const fields = new paging::Fields(MakeLetterFields());
  return *fields;
}

absl::StatusOr<std::vector<pb::Letter>> LetterStore::List(const server::CallContext& call,
                                                          const std::string& resolution,
                                                          const paging::Condition& condition,
                                                          const std::string& after, int limit) {
  std::vector<pb::Letter> letters;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    if (auto known = TitleOf(transaction, call.region(), resolution); !known.ok()) {
      return known.status();
    }
    db::DynamicStatement statement("list_letters", ListLettersSql(condition.sql));
    db::Params params;
    params.Text(call.region()).Text(after).Int(limit).Text(resolution);
    for (const std::string& value : condition.values) params.Text(value);
    auto rows = transaction.Execute(statement.statement(), params);
    if (!rows.ok()) return rows.status();
    letters.clear();
    for (int row = 0; row < rows->rows(); ++row) letters.push_back(ReadLetter(*rows, row));
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return letters;
}

absl::StatusOr<std::string> LetterStore::Apply(const server::CallContext& call,
                                               const Change& change) {
  std::string json;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    if (!change.validate_only) {
      auto recalled = db::Recall(transaction, call, change.key);
      if (!recalled.ok()) return recalled.status();
      if (*recalled) {
        json = **recalled;
        return absl::OkStatus();
      }
    }
    auto letter = ChangeNow(transaction, call, change);
    if (!letter.ok()) return letter.status();
    json = ToJson(*letter);
    if (!change.validate_only) db::Remember(transaction, call, change.key, json);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return json;
}

}  // namespace rezon::decisions::store
