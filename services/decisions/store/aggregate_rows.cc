#include "services/decisions/store/aggregate_rows.h"

#include <map>
#include <vector>

#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/store/corrections.h"
#include "services/decisions/store/letter_rows.h"
#include "services/decisions/store/near.h"
#include "services/decisions/store/relation_rows.h"
#include "services/decisions/store/rows.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kTake{
    "take_resolution",
    "WITH r AS (UPDATE resolution SET version = version + 1, update_time = now() "
    "           WHERE region = $1 AND id = $2::uuid AND ($3::bigint IS NULL OR version = $3) "
    "           RETURNING *) "
    "SELECT " REZON_RESOLUTION_COLUMNS
    ", coalesce(d.sha256, ''), r.revoke_reason "
    "FROM r LEFT JOIN document d ON d.region = r.region AND d.id = r.document_id"};
constexpr db::Statement kLook{
    "look_at_resolution",
    "SELECT " REZON_RESOLUTION_COLUMNS
    ", coalesce(d.sha256, ''), r.revoke_reason "
    "FROM resolution r LEFT JOIN document d ON d.region = r.region AND d.id = r.document_id "
    "WHERE r.region = $1 AND r.id = $2::uuid"};
constexpr db::Statement kVersion{
    "resolution_version", "SELECT version FROM resolution WHERE region = $1 AND id = $2::uuid"};
constexpr db::Statement kIsLetter{"is_letter",
                                  "SELECT 1 FROM letter WHERE region = $1 AND id = $2::uuid"};
constexpr db::Statement kPoints{
    "points_of_resolution",
    "SELECT " REZON_POINT_COLUMNS
    " FROM point p "
    "WHERE p.region = $1 AND p.resolution_id = $2::uuid ORDER BY p.ordinal"};
constexpr db::Statement kPutResolution{
    "put_resolution",
    "UPDATE resolution SET state = $3, display_name = $4, territory = $5, detail = $6::jsonb, "
    "  point_count = $7, actionable_count = $8, unresolved_count = $9, revision = $10, "
    "  content_hash = $11, adopt_date = $12::date, revoke_reason = $13, document_kind = $14, "
    "  reader_version = $15 "
    "WHERE region = $1 AND id = $2::uuid"};
constexpr db::Statement kPutText{
    "put_document_text",
    "UPDATE document SET canonical_text = $3 WHERE region = $1 AND id = $2::uuid"};
constexpr db::Statement kAddResolution{
    "add_resolution",
    "INSERT INTO resolution AS r (region, id, document_id, state, document_kind, display_name, "
    "  territory, detail, point_count, actionable_count, unresolved_count, reader_version) "
    "VALUES ($1, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12) "
    "RETURNING " REZON_RESOLUTION_COLUMNS};
constexpr db::Statement kDropPoints{
    "drop_points",
    "DELETE FROM point WHERE region = $1 AND resolution_id = $2::uuid AND id = ANY ($3::uuid[])"};
constexpr db::Statement kPutPoints{
    "put_points",
    "INSERT INTO point AS p (region, resolution_id, id, ordinal, parent_id, label, body, "
    "  actionable, detail, corrector) "
    "SELECT $1, $2::uuid, n.id, n.ordinal, n.parent_id, n.label, n.body, n.actionable = 1, "
    "  n.detail, n.corrector "
    "FROM unnest($3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::int[], "
    "  $9::jsonb[], $10::text[]) "
    "  AS n(id, ordinal, parent_id, label, body, actionable, detail, corrector) "
    "ON CONFLICT (region, resolution_id, id) DO UPDATE SET ordinal = excluded.ordinal, "
    "  parent_id = excluded.parent_id, label = excluded.label, body = excluded.body, "
    "  actionable = excluded.actionable, detail = excluded.detail, "
    "  corrector = excluded.corrector, version = p.version + 1 "
    "RETURNING p.id, p.version"};

// Queues what belongs to the resolution beside its own row.
void QueueParts(db::Transaction& transaction, const std::string& region, const std::string& id) {
  transaction.Queue(kPoints, db::Params().Text(region).Text(id));
  QueueLinks(transaction, region, id);
}

// `parts` end with the rows that QueueParts asked for.
Aggregate Build(const db::Result& head, const std::vector<db::Result>& parts) {
  Aggregate aggregate;
  aggregate.resolution = ReadResolution(head, 0);
  aggregate.document_sha256 = head.Text(0, kResolutionColumns);
  aggregate.revoke_reason = head.Text(0, kResolutionColumns + 1);
  const std::size_t first = parts.size() - 3;
  const db::Result& points = parts[first];
  for (int row = 0; row < points.rows(); ++row) {
    aggregate.points.push_back(ReadPoint(points, row));
  }
  ReadLinkRows(parts[first + 1], parts[first + 2], aggregate);
  return aggregate;
}

absl::Status Missed(db::Transaction& transaction, const std::string& region,
                    const std::string& id) {
  const std::string name = names::Join("resolutions", id);
  auto found = transaction.Execute(kVersion, db::Params().Text(region).Text(id));
  if (!found.ok()) return found.status();
  if (found->empty()) {
    auto letter = transaction.Execute(kIsLetter, db::Params().Text(region).Text(id));
    if (!letter.ok()) return letter.status();
    return letter->empty() ? errors::NotFound(name) : IsALetter(names::Join("letters", id));
  }
  return errors::EtagMismatch(name, MakeEtag(found->Int(0, 0)));
}

absl::Status PutPoints(db::Transaction& transaction, Aggregate& aggregate) {
  std::vector<std::string> ids, labels, bodies, details, correctors;
  std::vector<std::optional<std::string>> parents;
  std::vector<std::int64_t> ordinals;
  std::vector<std::int64_t> actionable;
  std::map<std::string, pb::Point*> by_id;
  std::vector<const pb::Point*> changed;
  for (pb::Point& point : aggregate.points) {
    if (aggregate.changed_points.count(point.name()) == 0) continue;
    ids.push_back(LastId(point.name()));
    by_id[ids.back()] = &point;
    changed.push_back(&point);
    ordinals.push_back(point.ordinal());
    parents.push_back(point.parent().empty() ? std::nullopt
                                             : std::optional(LastId(point.parent())));
    labels.push_back(point.label());
    bodies.push_back(point.text());
    actionable.push_back(point.actionable() ? 1 : 0);
    details.push_back(PointDetail(point));
    correctors.push_back(point.corrector());
  }
  if (ids.empty()) return absl::OkStatus();
  auto written = transaction.Execute(kPutPoints, db::Params()
                                                     .Text(aggregate.resolution.region())
                                                     .Text(LastId(aggregate.resolution.name()))
                                                     .TextArray(ids)
                                                     .IntArray(ordinals)
                                                     .TextArray(parents)
                                                     .TextArray(labels)
                                                     .TextArray(bodies)
                                                     .IntArray(actionable)
                                                     .TextArray(details)
                                                     .TextArray(correctors));
  if (!written.ok()) return written.status();
  for (int row = 0; row < written->rows(); ++row) {
    by_id[written->Text(row, 0)]->set_etag(MakeEtag(written->Int(row, 1)));
  }
  PutBands(transaction, aggregate.resolution.region(), LastId(aggregate.resolution.name()),
           changed);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Aggregate> Take(db::Transaction& transaction, const std::string& region,
                               const std::string& id, std::optional<std::int64_t> version) {
  auto head = transaction.Execute(kTake, db::Params().Text(region).Text(id).Int(version));
  if (!head.ok()) return head.status();
  if (head->empty()) return Missed(transaction, region, id);
  QueueParts(transaction, region, id);
  auto parts = transaction.Flush();
  if (!parts.ok()) return parts.status();
  return Build(*head, *parts);
}

absl::StatusOr<Aggregate> Look(db::Transaction& transaction, const std::string& region,
                               const std::string& id) {
  transaction.Queue(kLook, db::Params().Text(region).Text(id));
  QueueParts(transaction, region, id);
  auto results = transaction.Flush();
  if (!results.ok()) return results.status();
  // Behind whatever was queued before: the head, then the parts.
  const db::Result& head = (*results)[results->size() - 4];
  if (head.empty()) return errors::NotFound(names::Join("resolutions", id));
  return Build(head, *results);
}

absl::Status Put(db::Transaction& transaction, const server::CallContext& call,
                 Aggregate& aggregate) {
  const pb::Resolution& resolution = aggregate.resolution;
  const std::string id = LastId(resolution.name());
  // Before any point is written: whoever writes a relation looks at its target's row behind that.
  // Points that go take relations along, their own and the targets of others.
  if (aggregate.relations_changed || aggregate.match_relations ||
      !aggregate.merged_points.empty() || !aggregate.dropped_points.empty()) {
    LockRelations(transaction, resolution.region(), id);
  }
  // Points first: once the state says adopted, the database refuses to write them. What belongs to
  // a dropped point goes elsewhere before, or with it.
  if (absl::Status failed = PutPoints(transaction, aggregate); !failed.ok()) return failed;
  if (absl::Status failed = PutLinks(transaction, aggregate); !failed.ok()) return failed;
  if (!aggregate.dropped_points.empty()) {
    std::vector<std::string> ids;
    for (const std::string& name : aggregate.dropped_points) ids.push_back(LastId(name));
    transaction.Queue(kDropPoints, db::Params().Text(resolution.region()).Text(id).TextArray(ids));
  }
  transaction.Queue(kPutResolution,
                    db::Params()
                        .Text(resolution.region())
                        .Text(id)
                        .Text(StateWord(resolution.state()))
                        .Text(resolution.display_name())
                        .Text(resolution.territory())
                        .Text(ResolutionDetail(resolution))
                        .Int(resolution.point_count())
                        .Int(resolution.actionable_count())
                        .Int(resolution.unresolved_count())
                        .Int(resolution.revision())
                        .Text(resolution.content_hash())
                        .Date(ParseDay(resolution.adopt_date()))
                        .Text(aggregate.revoke_reason)
                        .Text(pb::Resolution::DocumentKind_Name(resolution.document_kind()))
                        .Text(resolution.reader_version()));
  absl::Status followed = FollowResolution(transaction, call, aggregate);
  if (!followed.ok()) return followed;
  if (aggregate.new_document_text) {
    transaction.Queue(kPutText, db::Params()
                                    .Text(resolution.region())
                                    .Text(LastId(resolution.document()))
                                    .Text(*aggregate.new_document_text));
  }
  AddCorrections(transaction, aggregate.resolution.region(), LastId(aggregate.resolution.name()),
                 aggregate.corrections);
  return absl::OkStatus();
}

absl::Status Add(db::Transaction& transaction, Aggregate& aggregate) {
  const pb::Resolution& resolution = aggregate.resolution;
  std::optional<std::string> document;
  if (!resolution.document().empty()) document = LastId(resolution.document());
  auto row = transaction.Execute(
      kAddResolution, db::Params()
                          .Text(resolution.region())
                          .Text(LastId(resolution.name()))
                          .Text(document)
                          .Text(StateWord(resolution.state()))
                          .Text(pb::Resolution::DocumentKind_Name(resolution.document_kind()))
                          .Text(resolution.display_name())
                          .Text(resolution.territory())
                          .Text(ResolutionDetail(resolution))
                          .Int(resolution.point_count())
                          .Int(resolution.actionable_count())
                          .Int(resolution.unresolved_count())
                          .Text(resolution.reader_version()));
  if (!row.ok()) return row.status();
  aggregate.resolution = ReadResolution(*row, 0);
  AddCorrections(transaction, aggregate.resolution.region(), LastId(aggregate.resolution.name()),
                 aggregate.corrections);
  if (absl::Status failed = PutPoints(transaction, aggregate); !failed.ok()) return failed;
  aggregate.relations_changed = aggregate.match_relations = !aggregate.relations.empty();
  aggregate.suggestions_changed = !aggregate.suggestions.empty();
  return PutLinks(transaction, aggregate);
}

}  // namespace rezon::decisions::store
