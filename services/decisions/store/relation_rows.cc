#include "services/decisions/store/relation_rows.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kInsertRelations{
    "insert_relations",
    "INSERT INTO relation (region, resolution_id, id, ordinal, point_id, kind, act, number, "
    "  act_date, issuer, title, label, own, span_begin, span_end, rule, confidence) "
    "SELECT $1, $2::uuid, n.id, n.ordinal, n.point_id, n.kind, n.act, n.number, n.act_date, "
    "  n.issuer, n.title, n.label, n.own = 1, n.span_begin, n.span_end, n.rule, n.sure::float8 "
    "FROM unnest($3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::text[], "
    "  $9::date[], $10::text[], $11::text[], $12::text[], $13::int[], $14::bigint[], "
    "  $15::bigint[], $16::text[], $17::text[]) "
    "  AS n(id, ordinal, point_id, kind, act, number, act_date, issuer, title, label, own, "
    "       span_begin, span_end, rule, sure)"};
constexpr db::Statement kInsertSuggestions{
    "insert_suggestions",
    "INSERT INTO suggestion (region, resolution_id, id, ordinal, body, span_begin, span_end, rule, "
    "  confidence) "
    "SELECT $1, $2::uuid, n.id, n.ordinal, n.body, n.span_begin, n.span_end, n.rule, "
    "  n.sure::float8 "
    "FROM unnest($3::uuid[], $4::int[], $5::text[], $6::bigint[], $7::bigint[], $8::text[], "
    "  $9::text[]) AS n(id, ordinal, body, span_begin, span_end, rule, sure)"};
constexpr db::Statement kGetRelation{
    "get_relation", "SELECT " REZON_RELATION_COLUMNS " FROM relation l" REZON_RELATION_TARGETS
                    "WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.id = $3::uuid"};
constexpr db::Statement kLockRelation{
    "lock_relation",
    "SELECT " REZON_RELATION_COLUMNS " FROM relation l" REZON_RELATION_TARGETS
    "WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.id = $3::uuid FOR UPDATE OF l"};

// The columns of an insert, one entry a row.
struct Columns {
  std::vector<std::string> ids, kinds, acts, numbers, issuers, titles, labels, rules, sure;
  std::vector<std::optional<std::string>> points;
  std::vector<std::optional<absl::CivilDay>> days;
  std::vector<std::int64_t> ordinals, own, begins, ends;
};

void InsertRelations(db::Transaction& transaction, const std::string& region,
                     const std::string& resolution, const std::vector<pb::Relation>& relations) {
  if (relations.empty()) return;
  Columns c;
  for (const pb::Relation& relation : relations) {
    const pb::Relation::Target& target = relation.target();
    c.ids.push_back(LastId(relation.name()));
    c.ordinals.push_back(static_cast<std::int64_t>(c.ids.size()));
    c.points.push_back(relation.point().empty() ? std::nullopt
                                                : std::optional(LastId(relation.point())));
    c.kinds.emplace_back(KindWord(relation.kind()));
    c.acts.push_back(target.act());
    c.numbers.push_back(target.number());
    c.days.push_back(ParseDay(target.act_date()));
    c.issuers.push_back(target.issuer());
    c.titles.push_back(target.title());
    c.labels.push_back(target.label());
    c.own.push_back(target.own() ? 1 : 0);
    c.begins.push_back(relation.span().begin());
    c.ends.push_back(relation.span().end());
    c.rules.push_back(relation.rule());
    c.sure.push_back(std::to_string(relation.confidence()));
  }
  transaction.Queue(kInsertRelations, db::Params()
                                          .Text(region)
                                          .Text(resolution)
                                          .TextArray(c.ids)
                                          .IntArray(c.ordinals)
                                          .TextArray(c.points)
                                          .TextArray(c.kinds)
                                          .TextArray(c.acts)
                                          .TextArray(c.numbers)
                                          .DateArray(c.days)
                                          .TextArray(c.issuers)
                                          .TextArray(c.titles)
                                          .TextArray(c.labels)
                                          .IntArray(c.own)
                                          .IntArray(c.begins)
                                          .IntArray(c.ends)
                                          .TextArray(c.rules)
                                          .TextArray(c.sure));
}

void InsertSuggestions(db::Transaction& transaction, const std::string& region,
                       const std::string& resolution,
                       const std::vector<pb::Suggestion>& suggestions) {
  if (suggestions.empty()) return;
  std::vector<std::string> ids, bodies, rules, sure;
  std::vector<std::int64_t> ordinals, begins, ends;
  for (const pb::Suggestion& suggestion : suggestions) {
    ids.push_back(LastId(suggestion.name()));
    ordinals.push_back(static_cast<std::int64_t>(ids.size()));
    bodies.push_back(suggestion.text());
    begins.push_back(suggestion.span().begin());
    ends.push_back(suggestion.span().end());
    rules.push_back(suggestion.rule());
    sure.push_back(std::to_string(suggestion.confidence()));
  }
  transaction.Queue(kInsertSuggestions, db::Params()
                                            .Text(region)
                                            .Text(resolution)
                                            .TextArray(ids)
                                            .IntArray(ordinals)
                                            .TextArray(bodies)
                                            .IntArray(begins)
                                            .IntArray(ends)
                                            .TextArray(rules)
                                            .TextArray(sure));
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
  relation.mutable_span()->set_begin(rows.Int(row, 12));
  relation.mutable_span()->set_end(rows.Int(row, 13));
  relation.set_rule(rows.Text(row, 14));
  relation.set_confidence(rows.Double(row, 15));
  relation.set_score(rows.Double(row, 20));
  relation.set_decider(rows.Text(row, 21));
  if (auto time = rows.OptionalTime(row, 22)) {
    const std::int64_t micros = absl::ToUnixMicros(*time);
    relation.mutable_decide_time()->set_seconds(micros / 1000000);
    relation.mutable_decide_time()->set_nanos(static_cast<std::int32_t>(micros % 1000000) * 1000);
  }
  relation.set_reason(rows.Text(row, 23));
  relation.set_etag(MakeEtag(rows.Int(row, 24)));
  return relation;
}

absl::StatusOr<pb::Relation> FindRelation(db::Transaction& transaction, const std::string& region,
                                          const RelationId& id, bool lock) {
  auto rows = transaction.Execute(lock ? kLockRelation : kGetRelation,
                                  db::Params().Text(region).Text(id.resolution).Text(id.relation));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(RelationName(id.resolution, id.relation));
  return ReadRelation(*rows, 0);
}

void InsertProposals(db::Transaction& transaction, const std::string& region,
                     const std::string& resolution, const Proposals& proposals) {
  InsertRelations(transaction, region, resolution, proposals.relations);
  InsertSuggestions(transaction, region, resolution, proposals.suggestions);
}

}  // namespace rezon::decisions::store
