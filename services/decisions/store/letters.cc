#include "services/decisions/store/letters.h"

#include <utility>

#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/store/letter_history.h"
#include "services/decisions/store/letter_match.h"
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
                                      const std::string& id,
                                      const std::optional<std::int64_t>& seen) {
  auto locked = transaction.Execute(kLockLetter, db::Params().Text(region).Text(id));
  if (!locked.ok()) return locked.status();
  const std::string name = names::Join("letters", id);
  if (locked->empty()) return errors::NotFound(name);
  const std::int64_t version = locked->Int(0, 0);
  if (seen && *seen != version) return errors::EtagMismatch(name, MakeEtag(version));
  return FindLetter(transaction, region, id);
}

absl::StatusOr<std::string> TitleOf(db::Transaction& transaction, const std::string& region,
                                    const std::string& resolution) {
  if (resolution.empty()) return std::string();
  auto row = transaction.Execute(kResolutionTitle, db::Params().Text(region).Text(resolution));
  if (!row.ok()) return row.status();
  if (row->empty()) return errors::NotFound(names::Join("resolutions", resolution));
  return row->Text(0, 0);
}

// The link between the letter and a resolution, as a person left it.
absl::Status WriteLink(db::Transaction& transaction, const pb::Letter& letter,
                       const std::string& resolution) {
  const pb::Letter::Link* link = decisions::FindLink(letter, resolution);
  if (link == nullptr) return errors::Internal("a changed link that is not there");
  PutLink(transaction, letter, *link);
  return absl::OkStatus();
}

// Does `work` once for a key: a retry gets the first answer.
template <typename Work>
absl::StatusOr<std::string> OnceFor(db::Pool& pool, const server::CallContext& call,
                                    const server::RequestKey& key, bool only_asked, Work work) {
  std::string json;
  absl::Status done = pool.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    if (!only_asked) {
      auto recalled = db::Recall(transaction, call, key);
      if (!recalled.ok()) return recalled.status();
      if (*recalled) {
        json = **recalled;
        return absl::OkStatus();
      }
    }
    absl::StatusOr<pb::Letter> letter = work(transaction);
    if (!letter.ok()) return letter.status();
    json = ToJson(*letter);
    if (!only_asked) db::Remember(transaction, call, key, json);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return json;
}

// The letter after the change; written unless only asked.
absl::StatusOr<pb::Letter> ChangeNow(db::Transaction& transaction, const server::CallContext& call,
                                     const LetterStore::Change& change) {
  auto letter = TakeLetter(transaction, call.region(), change.id, change.version);
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
  const std::string name = resolution.empty() ? "" : names::Join("resolutions", resolution);
  pb::Correction note;
  note.set_action(change.action);
  note.set_letter(letter->name());
  if (change.action == pb::Correction::ACTION_UPDATE_LETTER) {
    NoteLetterFacts(before, *letter, note);
  } else if (absl::Status failed = WriteLink(transaction, *letter, name); !failed.ok()) {
    return failed;
  }
  AddLetterCorrection(transaction, call, std::move(note), name);
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
  return OnceFor(pool_, call, change.key, change.validate_only, [&](db::Transaction& transaction) {
    return ChangeNow(transaction, call, change);
  });
}

absl::StatusOr<std::string> LetterStore::Match(const server::CallContext& call,
                                               const server::RequestKey& key, const std::string& id,
                                               std::optional<std::int64_t> version) {
  const auto match = [&](db::Transaction& transaction) -> absl::StatusOr<pb::Letter> {
    auto letter = TakeLetter(transaction, call.region(), id, version);
    if (!letter.ok()) return letter;
    auto changed = ProposeLinks(transaction, call.region(), id, std::nullopt);
    if (!changed.ok()) return changed.status();
    if (changed->empty()) return letter;
    RaiseLetter(transaction, call.region(), id);
    letter = FindLetter(transaction, call.region(), id);
    if (letter.ok()) TellLetter(transaction, call, "letter.proposed", *letter);
    return letter;
  };
  return OnceFor(pool_, call, key, false, match);
}

}  // namespace rezon::decisions::store
