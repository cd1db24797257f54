#include "services/decisions/store/relations.h"

#include <utility>

#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/store/relation_match.h"
#include "services/decisions/store/relation_rows.h"
#include "services/decisions/store/rows.h"
#include "services/platform/db/remember.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/outbox/outbox.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kExists{"resolution_exists",
                                "SELECT 1 FROM resolution WHERE region = $1 AND id = $2::uuid"};
// The row of the resolution is the lock, as for every change of what belongs to it.
constexpr db::Statement kLockResolution{
    "lock_resolution",
    "SELECT 1 FROM resolution WHERE region = $1 AND id = $2::uuid FOR NO KEY UPDATE"};
constexpr db::Statement kListRelations{
    "list_relations", "SELECT " REZON_RELATION_COLUMNS " FROM relation l" REZON_RELATION_TARGETS
                      "WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.ordinal > $3 "
                      "ORDER BY l.ordinal LIMIT $4::int"};
constexpr db::Statement kListIncoming{
    "list_incoming_relations",
    "SELECT " REZON_RELATION_COLUMNS " FROM relation l" REZON_RELATION_TARGETS
    "WHERE l.region = $1 AND l.target_resolution_id = $2::uuid AND l.resolution_id <> $2::uuid "
    "  AND l.state <> 'rejected' "
    "  AND ($3::uuid IS NULL OR (l.resolution_id, l.id) > ($3::uuid, $4::uuid)) "
    "ORDER BY l.resolution_id, l.id LIMIT $5::int"};
constexpr db::Statement kDecide{
    "decide_relation",
    "UPDATE relation SET state = $4, decider = $5, decide_time = now(), reason = $6, "
    "  version = version + 1, "
    "  target_resolution_id = CASE WHEN $7::uuid IS NULL THEN target_resolution_id ELSE $7::uuid "
    "                         END, "
    "  target_point_id = CASE WHEN $7::uuid IS NULL THEN target_point_id ELSE $8::uuid END, "
    "  score = CASE WHEN $7::uuid IS NULL THEN score ELSE 1 END, "
    "  target_sha256 = CASE WHEN $7::uuid IS NULL THEN target_sha256 ELSE '' END "
    "WHERE region = $1 AND resolution_id = $2::uuid AND id = $3::uuid"};
constexpr db::Statement kTexts{
    "texts_of_resolution",
    "SELECT p.id, p.body FROM point p WHERE p.region = $1 AND p.resolution_id = $2::uuid "
    "ORDER BY p.ordinal"};
constexpr db::Statement kListSuggestions{
    "list_suggestions",
    "SELECT " REZON_SUGGESTION_COLUMNS
    " FROM suggestion s WHERE s.region = $1 AND s.resolution_id = $2::uuid AND s.ordinal > $3 "
    "ORDER BY s.ordinal LIMIT $4::int"};

// Queued before a list, so that an empty one differs from that of an unknown resolution.
absl::StatusOr<db::Result> ListOf(db::Pool& pool, const server::CallContext& call,
                                  const std::string& resolution, const db::Statement& list,
                                  const db::Params& params) {
  db::Result rows;
  absl::Status done = pool.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    transaction.Queue(kExists, db::Params().Text(call.region()).Text(resolution));
    transaction.Queue(list, params);
    auto results = transaction.Flush();
    if (!results.ok()) return results.status();
    if ((*results)[0].empty()) return errors::NotFound(names::Join("resolutions", resolution));
    rows = std::move((*results)[1]);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return rows;
}

void TellDecision(db::Transaction& transaction, const server::CallContext& call,
                  const pb::Relation& relation, const std::string& json) {
  outbox::NewEvent event;
  event.subject = relation.name();
  event.revision = ReadEtag(relation.etag()).value_or(1);
  event.type = relation.state() == pb::Relation::STATE_CONFIRMED ? "relation.confirmed"
                                                                 : "relation.rejected";
  event.payload = json;
  event.actor = call.principal().subject;
  event.region = call.region();
  outbox::Append(transaction, {&event, 1});
}

absl::StatusOr<std::string> DecideNow(db::Transaction& transaction, const server::CallContext& call,
                                      const DecisionChange& change) {
  transaction.Queue(kLockResolution, db::Params().Text(call.region()).Text(change.id.resolution));
  auto relation = FindRelation(transaction, call.region(), change.id);
  if (!relation.ok()) return relation.status();
  if (change.version && MakeEtag(*change.version) != relation->etag()) {
    return errors::EtagMismatch(relation->name(), relation->etag());
  }
  if (absl::Status wrong = CheckDecision(*relation, change.decision); !wrong.ok()) return wrong;
  std::optional<std::string> resolution, point;
  if (change.target) {
    pb::Relation chosen = TargetOnly(*change.target);
    if (absl::Status unknown = NameTarget(transaction, call.region(), &chosen); !unknown.ok()) {
      return unknown;
    }
    resolution = change.target->resolution;
    if (!change.target->point.empty()) point = change.target->point;
  }
  transaction.Queue(kDecide, db::Params()
                                 .Text(call.region())
                                 .Text(change.id.resolution)
                                 .Text(change.id.relation)
                                 .Text(RelationStateWord(change.decision.state))
                                 .Text(call.principal().subject)
                                 .Text(change.decision.reason)
                                 .Text(resolution)
                                 .Text(point));
  auto decided = FindRelation(transaction, call.region(), change.id);
  if (!decided.ok()) return decided.status();
  const std::string json = ToJson(*decided);
  TellDecision(transaction, call, *decided, json);
  return json;
}

// The remembered answer, or what `work` answers now, remembered.
template <typename Work>
absl::StatusOr<std::string> Once(db::Pool& pool, const server::CallContext& call,
                                 const server::RequestKey& key, Work work) {
  std::string json;
  absl::Status done = pool.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto recalled = db::Recall(transaction, call, key);
    if (!recalled.ok()) return recalled.status();
    if (*recalled) {
      json = **recalled;
      return absl::OkStatus();
    }
    auto answer = work(transaction);
    if (!answer.ok()) return answer.status();
    json = *std::move(answer);
    db::Remember(transaction, call, key, json);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return json;
}

}  // namespace

absl::StatusOr<std::vector<pb::Relation>> RelationStore::List(const server::CallContext& call,
                                                              const std::string& resolution,
                                                              std::int64_t after, int limit,
                                                              std::vector<std::int64_t>* ordinals) {
  auto rows = ListOf(pool_, call, resolution, kListRelations,
                     db::Params().Text(call.region()).Text(resolution).Int(after).Int(limit));
  if (!rows.ok()) return rows.status();
  std::vector<pb::Relation> relations;
  for (int row = 0; row < rows->rows(); ++row) {
    relations.push_back(ReadRelation(*rows, row));
    ordinals->push_back(rows->Int(row, kRelationOrdinal));
  }
  return relations;
}

absl::StatusOr<std::vector<pb::Relation>> RelationStore::ListIncoming(
    const server::CallContext& call, const std::string& resolution,
    const std::optional<RelationId>& after, int limit) {
  std::optional<std::string> from_resolution, from_relation;
  if (after) {
    from_resolution = after->resolution;
    from_relation = after->relation;
  }
  auto rows = ListOf(pool_, call, resolution, kListIncoming,
                     db::Params()
                         .Text(call.region())
                         .Text(resolution)
                         .Text(from_resolution)
                         .Text(from_relation)
                         .Int(limit));
  if (!rows.ok()) return rows.status();
  std::vector<pb::Relation> relations;
  for (int row = 0; row < rows->rows(); ++row) relations.push_back(ReadRelation(*rows, row));
  return relations;
}

absl::StatusOr<pb::Relation> RelationStore::Get(const server::CallContext& call,
                                                const RelationId& id) {
  pb::Relation relation;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    auto found = FindRelation(transaction, call.region(), id);
    if (!found.ok()) return found.status();
    relation = *std::move(found);
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return relation;
}

absl::StatusOr<pb::Relation> RelationStore::Target(const server::CallContext& call,
                                                   const TargetId& id) {
  pb::Relation target = TargetOnly(id);
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    return NameTarget(transaction, call.region(), &target);
  });
  if (!done.ok()) return done;
  return target;
}

absl::StatusOr<std::string> RelationStore::Decide(const server::CallContext& call,
                                                  const DecisionChange& change) {
  return Once(pool_, call, change.key,
              [&](db::Transaction& transaction) { return DecideNow(transaction, call, change); });
}

absl::StatusOr<std::string> RelationStore::Match(const server::CallContext& call,
                                                 const server::RequestKey& key,
                                                 const std::string& resolution) {
  return Once(pool_, call, key, [&](db::Transaction& transaction) -> absl::StatusOr<std::string> {
    auto found =
        transaction.Execute(kLockResolution, db::Params().Text(call.region()).Text(resolution));
    if (!found.ok()) return found.status();
    if (found->empty()) return errors::NotFound(names::Join("resolutions", resolution));
    LockRelations(transaction, call.region(), resolution);
    auto changed = MatchTargets(transaction, call.region(), resolution);
    if (!changed.ok()) return changed.status();
    pb::MatchRelationsResponse response;
    response.set_changed_count(static_cast<std::int32_t>(*changed));
    return ToJson(response);
  });
}

absl::StatusOr<std::vector<pb::PointDuplicate>> RelationStore::Duplicates(
    const server::CallContext& call, const std::string& resolution, double least) {
  std::vector<pb::PointDuplicate> duplicates;
  absl::Status done = pool_.Transact(server::DbContext(call), [&](db::Transaction& transaction) {
    if (absl::Status failed = FillBands(transaction, call.region()); !failed.ok()) return failed;
    transaction.Queue(kExists, db::Params().Text(call.region()).Text(resolution));
    transaction.Queue(kTexts, db::Params().Text(call.region()).Text(resolution));
    auto results = transaction.Flush();
    if (!results.ok()) return results.status();
    const db::Result& texts = results->back();
    if ((*results)[results->size() - 2].empty()) {
      return errors::NotFound(names::Join("resolutions", resolution));
    }
    std::vector<NearQuestion> questions;
    for (int row = 0; row < texts.rows(); ++row) {
      questions.push_back({texts.Text(row, 0), texts.Text(row, 1)});
    }
    auto near = FindNear(transaction, call.region(), questions, least);
    if (!near.ok()) return near.status();
    duplicates.clear();
    for (NearPoint& one : *near) {
      pb::PointDuplicate& duplicate = duplicates.emplace_back();
      duplicate.set_point(PointName(resolution, questions[one.question].key));
      *duplicate.mutable_other() = std::move(one.point);
      duplicate.set_other_resolution_display_name(one.resolution_display_name);
      duplicate.set_similarity(one.similarity);
    }
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  return duplicates;
}

absl::StatusOr<std::vector<pb::Suggestion>> RelationStore::ListSuggestions(
    const server::CallContext& call, const std::string& resolution, std::int64_t after, int limit,
    std::vector<std::int64_t>* ordinals) {
  auto rows = ListOf(pool_, call, resolution, kListSuggestions,
                     db::Params().Text(call.region()).Text(resolution).Int(after).Int(limit));
  if (!rows.ok()) return rows.status();
  std::vector<pb::Suggestion> suggestions;
  for (int row = 0; row < rows->rows(); ++row) {
    suggestions.push_back(ReadSuggestion(*rows, row));
    ordinals->push_back(rows->Int(row, kSuggestionOrdinal));
  }
  return suggestions;
}

}  // namespace rezon::decisions::store
