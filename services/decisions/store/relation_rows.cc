#include "services/decisions/store/relation_rows.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "google/protobuf/util/time_util.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/store/relation_match.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions::store {
namespace {

using Json = nlohmann::json;

constexpr db::Statement kGetRelation{
    "get_relation", "SELECT " REZON_RELATION_COLUMNS " FROM relation l" REZON_RELATION_TARGETS
                    "WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.id = $3::uuid"};
constexpr db::Statement kNameTarget{
    "name_relation_target",
    "SELECT r.display_name, coalesce(p.body, '') FROM resolution r "
    "LEFT JOIN point p ON p.region = r.region AND p.resolution_id = r.id AND p.id = $3::uuid "
    "WHERE r.region = $1 AND r.id = $2::uuid AND ($3::uuid IS NULL OR p.id IS NOT NULL)"};
// With what the contract does not show: where the target is found elsewhere.
constexpr db::Statement kRelations{
    "relations_of_resolution",
    "SELECT " REZON_RELATION_COLUMNS
    ", coalesce(td.sha256, l.target_sha256), CASE WHEN l.target_resolution_id IS NULL "
    "  THEN l.target_ordinal ELSE coalesce(tp.ordinal, 0) END "
    "FROM relation l" REZON_RELATION_TARGETS
    "LEFT JOIN document td ON td.region = tr.region AND td.id = tr.document_id "
    "WHERE l.region = $1 AND l.resolution_id = $2::uuid ORDER BY l.ordinal"};
constexpr db::Statement kSuggestions{
    "suggestions_of_resolution",
    "SELECT " REZON_SUGGESTION_COLUMNS
    " FROM suggestion s "
    "WHERE s.region = $1 AND s.resolution_id = $2::uuid ORDER BY s.ordinal"};
constexpr db::Statement kLockRelations{
    "lock_relations",
    "SELECT 1 FROM relation WHERE region = $1 "
    "  AND (resolution_id = $2::uuid OR target_resolution_id = $2::uuid) "
    "ORDER BY resolution_id, id FOR UPDATE"};
// Who decided and what was found stay with the row: both change elsewhere.
constexpr db::Statement kPutRelations{
    "put_relations",
    "WITH n AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, "
    "  ordinal int, point_id uuid, kind text, act text, number text, act_date date, issuer text, "
    "  title text, label text, own boolean, span_begin bigint, span_end bigint, rule text, "
    "  confidence float8, state text, score float8, decider text, decide_time timestamptz, "
    "  reason text, target_sha256 text, target_ordinal int, origin text, target_resolution_id "
    "uuid, "
    "  target_point_id uuid)), "
    "gone AS (DELETE FROM relation l WHERE l.region = $1 AND l.resolution_id = $2::uuid "
    "         AND l.id NOT IN (SELECT id FROM n)) "
    "INSERT INTO relation AS l (region, resolution_id, id, ordinal, point_id, kind, act, number, "
    "  act_date, issuer, title, label, own, span_begin, span_end, rule, confidence, state, score, "
    "  decider, decide_time, reason, target_sha256, target_ordinal, origin, target_resolution_id, "
    "  target_point_id) "
    "SELECT $1, $2::uuid, n.id, n.ordinal, n.point_id, n.kind, n.act, n.number, n.act_date, "
    "  n.issuer, n.title, n.label, n.own, n.span_begin, n.span_end, n.rule, n.confidence, n.state, "
    "  n.score, n.decider, CASE WHEN n.state <> 'proposed' THEN coalesce(n.decide_time, now()) "
    "END, "
    "  n.reason, n.target_sha256, n.target_ordinal, n.origin, n.target_resolution_id, "
    "  n.target_point_id FROM n "
    "ON CONFLICT (region, resolution_id, id) DO UPDATE SET ordinal = excluded.ordinal, "
    "  point_id = excluded.point_id, kind = excluded.kind, act = excluded.act, "
    "  number = excluded.number, act_date = excluded.act_date, issuer = excluded.issuer, "
    "  title = excluded.title, label = excluded.label, own = excluded.own, "
    "  span_begin = excluded.span_begin, span_end = excluded.span_end, rule = excluded.rule, "
    "  confidence = excluded.confidence, version = l.version + 1 "
    "WHERE (l.ordinal, l.point_id, l.kind, l.act, l.number, l.act_date, l.issuer, l.title, "
    "  l.label, l.own, l.span_begin, l.span_end, l.rule, l.confidence) IS DISTINCT FROM "
    "  (excluded.ordinal, excluded.point_id, excluded.kind, excluded.act, excluded.number, "
    "  excluded.act_date, excluded.issuer, excluded.title, excluded.label, excluded.own, "
    "  excluded.span_begin, excluded.span_end, excluded.rule, excluded.confidence) "
    "RETURNING l.id, l.version, l.decide_time"};
constexpr db::Statement kPutSuggestions{
    "put_suggestions",
    "WITH n AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, "
    "  ordinal int, body text, span_begin bigint, span_end bigint, rule text, confidence float8, "
    "  state text, point_id uuid, decider text, decide_time timestamptz, reason text)), "
    "gone AS (DELETE FROM suggestion s WHERE s.region = $1 AND s.resolution_id = $2::uuid "
    "         AND s.id NOT IN (SELECT id FROM n)) "
    "INSERT INTO suggestion AS s (region, resolution_id, id, ordinal, body, span_begin, span_end, "
    "  rule, confidence, state, point_id, decider, decide_time, reason) "
    "SELECT $1, $2::uuid, n.id, n.ordinal, n.body, n.span_begin, n.span_end, n.rule, "
    "  n.confidence, n.state, n.point_id, n.decider, "
    "  CASE WHEN n.state <> 'open' THEN coalesce(n.decide_time, now()) END, n.reason FROM n "
    "ON CONFLICT (region, resolution_id, id) DO UPDATE SET ordinal = excluded.ordinal, "
    "  body = excluded.body, span_begin = excluded.span_begin, span_end = excluded.span_end, "
    "  rule = excluded.rule, confidence = excluded.confidence, state = excluded.state, "
    "  point_id = excluded.point_id, decider = excluded.decider, "
    "  decide_time = excluded.decide_time, reason = excluded.reason, version = s.version + 1 "
    "WHERE (s.ordinal, s.body, s.span_begin, s.span_end, s.rule, s.confidence, s.state, "
    "  s.point_id, s.decider, s.decide_time, s.reason) IS DISTINCT FROM "
    "  (excluded.ordinal, excluded.body, excluded.span_begin, excluded.span_end, excluded.rule, "
    "  excluded.confidence, excluded.state, excluded.point_id, excluded.decider, "
    "  excluded.decide_time, excluded.reason) "
    "RETURNING s.id, s.version, s.decide_time"};
constexpr db::Statement kFollowMerged{
    "follow_merged_points",
    "UPDATE relation l SET target_point_id = n.whole, version = l.version + 1 "
    "FROM unnest($3::uuid[], $4::uuid[]) AS n(gone, whole) "
    "WHERE l.region = $1 AND l.target_resolution_id = $2::uuid AND l.target_point_id = n.gone"};

Json IdOrNull(const std::string& name) { return name.empty() ? Json(nullptr) : Json(LastId(name)); }

template <typename Link>
Json DecideTime(const Link& link) {
  if (!link.has_decide_time()) return nullptr;
  return google::protobuf::util::TimeUtil::ToString(link.decide_time());
}

Json RelationRow(const ToldRelation& told, std::size_t ordinal) {
  const pb::Relation& relation = told.relation;
  const pb::Relation::Target& target = relation.target();
  return {{"id", LastId(relation.name())},
          {"ordinal", ordinal},
          {"point_id", IdOrNull(relation.point())},
          {"kind", KindWord(relation.kind())},
          {"act", target.act()},
          {"number", target.number()},
          {"act_date", target.act_date().empty() ? Json(nullptr) : Json(target.act_date())},
          {"issuer", target.issuer()},
          {"title", target.title()},
          {"label", target.label()},
          {"own", target.own()},
          {"span_begin", relation.span().begin()},
          {"span_end", relation.span().end()},
          {"rule", relation.rule()},
          {"confidence", relation.confidence()},
          {"state", RelationStateWord(relation.state())},
          {"score", relation.score()},
          {"decider", relation.decider()},
          {"decide_time", DecideTime(relation)},
          {"reason", relation.reason()},
          {"target_sha256", told.target_sha256},
          {"target_ordinal", told.target_ordinal},
          {"origin", relation.origin() == pb::Relation::ORIGIN_PERSON ? "person" : "read"},
          {"target_resolution_id", IdOrNull(relation.target_resolution())},
          {"target_point_id", IdOrNull(relation.target_point())}};
}

Json SuggestionRow(const pb::Suggestion& suggestion, std::size_t ordinal) {
  return {{"id", LastId(suggestion.name())},
          {"ordinal", ordinal},
          {"body", suggestion.text()},
          {"span_begin", suggestion.span().begin()},
          {"span_end", suggestion.span().end()},
          {"rule", suggestion.rule()},
          {"confidence", suggestion.confidence()},
          {"state", SuggestionStateWord(suggestion.state())},
          {"point_id", IdOrNull(suggestion.point())},
          {"decider", suggestion.decider()},
          {"decide_time", DecideTime(suggestion)},
          {"reason", suggestion.reason()}};
}

db::Params RowsOf(const Aggregate& aggregate, const Json& rows) {
  return db::Params()
      .Text(aggregate.resolution.region())
      .Text(LastId(aggregate.resolution.name()))
      .Text(rows.dump());
}

// The rows that were written: id, version and the time of the decision.
template <typename Link>
void TakeWritten(const db::Result& written, const std::map<std::string, Link*>& by_id) {
  for (int row = 0; row < written.rows(); ++row) {
    Link& link = *by_id.at(written.Text(row, 0));
    link.set_etag(MakeEtag(written.Int(row, 1)));
    if (auto time = written.OptionalTime(row, 2)) SetTime(*time, link.mutable_decide_time());
  }
}

absl::Status PutRelations(db::Transaction& transaction, Aggregate& aggregate) {
  Json rows = Json::array();
  std::map<std::string, pb::Relation*> by_id;
  for (ToldRelation& told : aggregate.relations) {
    rows.push_back(RelationRow(told, rows.size() + 1));
    by_id[LastId(told.relation.name())] = &told.relation;
  }
  auto written = transaction.Execute(kPutRelations, RowsOf(aggregate, rows));
  if (!written.ok()) return written.status();
  TakeWritten(*written, by_id);
  return absl::OkStatus();
}

absl::Status PutSuggestions(db::Transaction& transaction, Aggregate& aggregate) {
  Json rows = Json::array();
  std::map<std::string, pb::Suggestion*> by_id;
  for (pb::Suggestion& suggestion : aggregate.suggestions) {
    rows.push_back(SuggestionRow(suggestion, rows.size() + 1));
    by_id[LastId(suggestion.name())] = &suggestion;
  }
  auto written = transaction.Execute(kPutSuggestions, RowsOf(aggregate, rows));
  if (!written.ok()) return written.status();
  TakeWritten(*written, by_id);
  return absl::OkStatus();
}

void FollowMerged(db::Transaction& transaction, const Aggregate& aggregate) {
  std::vector<std::string> gone, whole;
  for (const auto& [from, to] : aggregate.merged_points) {
    gone.push_back(LastId(from));
    whole.push_back(LastId(to));
  }
  transaction.Queue(kFollowMerged, db::Params()
                                       .Text(aggregate.resolution.region())
                                       .Text(LastId(aggregate.resolution.name()))
                                       .TextArray(gone)
                                       .TextArray(whole));
}

void ReadTarget(const db::Result& rows, int row, pb::Relation* relation) {
  pb::Relation::Target* target = relation->mutable_target();
  target->set_act(rows.Text(row, 5));
  target->set_number(rows.Text(row, 6));
  if (auto day = rows.OptionalDate(row, 7)) target->set_act_date(absl::FormatCivilTime(*day));
  target->set_issuer(rows.Text(row, 8));
  target->set_title(rows.Text(row, 9));
  target->set_label(rows.Text(row, 10));
  target->set_own(rows.Bool(row, 11));
  auto resolution = rows.OptionalText(row, 16);
  if (!resolution) return;
  relation->set_target_resolution(names::Join("resolutions", *resolution));
  relation->set_target_resolution_display_name(rows.Text(row, 17));
  if (auto point = rows.OptionalText(row, 18)) {
    relation->set_target_point(PointName(*resolution, *point));
    relation->set_target_point_text(rows.Text(row, 19));
  }
}

}  // namespace

pb::Relation ReadRelation(const db::Result& rows, int row) {
  pb::Relation relation;
  const std::string resolution = rows.Text(row, 1);
  relation.set_name(RelationName(resolution, rows.Text(row, 0)));
  if (auto point = rows.OptionalText(row, 2)) relation.set_point(PointName(resolution, *point));
  relation.set_kind(RelationKindOf(rows.View(row, 3)));
  relation.set_state(RelationStateOf(rows.View(row, 4)));
  ReadTarget(rows, row, &relation);
  if (rows.View(row, 25) == "person") {
    relation.set_origin(pb::Relation::ORIGIN_PERSON);
  } else {
    relation.set_origin(pb::Relation::ORIGIN_READ);
    relation.mutable_span()->set_begin(rows.Int(row, 12));
    relation.mutable_span()->set_end(rows.Int(row, 13));
  }
  relation.set_rule(rows.Text(row, 14));
  relation.set_confidence(rows.Double(row, 15));
  relation.set_score(rows.Double(row, 20));
  relation.set_decider(rows.Text(row, 21));
  if (auto time = rows.OptionalTime(row, 22)) SetTime(*time, relation.mutable_decide_time());
  relation.set_reason(rows.Text(row, 23));
  relation.set_etag(MakeEtag(rows.Int(row, 24)));
  return relation;
}

absl::Status NameTarget(db::Transaction& transaction, const std::string& region,
                        pb::Relation* relation) {
  std::optional<std::string> point;
  if (!relation->target_point().empty()) point = LastId(relation->target_point());
  auto found = transaction.Execute(
      kNameTarget,
      db::Params().Text(region).Text(LastId(relation->target_resolution())).Text(point));
  if (!found.ok()) return found.status();
  if (found->empty()) {
    return errors::NotFound(point ? relation->target_point() : relation->target_resolution());
  }
  relation->set_target_resolution_display_name(found->Text(0, 0));
  relation->set_target_point_text(found->Text(0, 1));
  return absl::OkStatus();
}

absl::StatusOr<pb::Relation> FindRelation(db::Transaction& transaction, const std::string& region,
                                          const RelationId& id) {
  auto rows = transaction.Execute(kGetRelation,
                                  db::Params().Text(region).Text(id.resolution).Text(id.relation));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(RelationName(id.resolution, id.relation));
  return ReadRelation(*rows, 0);
}

pb::Suggestion ReadSuggestion(const db::Result& rows, int row) {
  pb::Suggestion suggestion;
  const std::string resolution = rows.Text(row, 1);
  suggestion.set_name(SuggestionName(resolution, rows.Text(row, 0)));
  suggestion.set_text(rows.Text(row, 2));
  suggestion.mutable_span()->set_begin(rows.Int(row, 3));
  suggestion.mutable_span()->set_end(rows.Int(row, 4));
  suggestion.set_rule(rows.Text(row, 5));
  suggestion.set_confidence(rows.Double(row, 6));
  suggestion.set_state(SuggestionStateOf(rows.View(row, 7)));
  if (auto point = rows.OptionalText(row, 8)) suggestion.set_point(PointName(resolution, *point));
  suggestion.set_decider(rows.Text(row, 9));
  if (auto time = rows.OptionalTime(row, 10)) SetTime(*time, suggestion.mutable_decide_time());
  suggestion.set_reason(rows.Text(row, 11));
  suggestion.set_etag(MakeEtag(rows.Int(row, 12)));
  return suggestion;
}

void LockRelations(db::Transaction& transaction, const std::string& region,
                   const std::string& resolution) {
  transaction.Queue(kLockRelations, db::Params().Text(region).Text(resolution));
}

void QueueLinks(db::Transaction& transaction, const std::string& region,
                const std::string& resolution) {
  transaction.Queue(kRelations, db::Params().Text(region).Text(resolution));
  transaction.Queue(kSuggestions, db::Params().Text(region).Text(resolution));
}

void ReadLinkRows(const db::Result& relations, const db::Result& suggestions,
                  Aggregate& aggregate) {
  for (int row = 0; row < relations.rows(); ++row) {
    aggregate.relations.push_back(
        {ReadRelation(relations, row), relations.Text(row, kRelationOrdinal + 1),
         static_cast<std::int32_t>(relations.Int(row, kRelationOrdinal + 2))});
  }
  for (int row = 0; row < suggestions.rows(); ++row) {
    aggregate.suggestions.push_back(ReadSuggestion(suggestions, row));
  }
}

absl::Status PutLinks(db::Transaction& transaction, Aggregate& aggregate) {
  if (!aggregate.merged_points.empty()) FollowMerged(transaction, aggregate);
  if (aggregate.relations_changed) {
    if (absl::Status failed = PutRelations(transaction, aggregate); !failed.ok()) return failed;
  }
  if (aggregate.match_relations) {
    auto matched = MatchTargets(transaction, aggregate.resolution.region(),
                                LastId(aggregate.resolution.name()));
    if (!matched.ok()) return matched.status();
  }
  return aggregate.suggestions_changed ? PutSuggestions(transaction, aggregate) : absl::OkStatus();
}

}  // namespace rezon::decisions::store
