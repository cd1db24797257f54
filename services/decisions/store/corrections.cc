#include "services/decisions/store/corrections.h"

#include <set>

#include "services/decisions/store/rows.h"
#include "services/decisions/store/store.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kAdd{
    "add_corrections",
    "INSERT INTO correction (region, resolution_id, id, action, corrector, points, detail) "
    "SELECT $1, $2::uuid, n.id, n.action, n.corrector, "
    "  (SELECT coalesce(array_agg(p::uuid), '{}') FROM regexp_split_to_table(n.points, ' ') AS p "
    "   WHERE p <> ''), n.detail "
    "FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[]) "
    "  AS n(id, action, corrector, points, detail)"};
constexpr db::Statement kRemoved{
    "removed_points", "SELECT " REZON_CORRECTION_COLUMNS
                      " FROM correction c WHERE c.region = $1 AND c.resolution_id = $2::uuid "
                      "AND c.action = 'ACTION_DELETE' ORDER BY c.id"};
// One row at least for a resolution that exists, so that an empty page differs from NOT_FOUND.
constexpr db::Statement kList{
    "list_corrections",
    "SELECT " REZON_CORRECTION_COLUMNS
    " FROM resolution r LEFT JOIN LATERAL "
    "   (SELECT * FROM correction WHERE region = r.region AND resolution_id = r.id "
    "    AND ($3 = '' OR id < nullif($3, '')::uuid) "
    "    AND ($4 = '' OR nullif($4, '')::uuid = ANY (points)) "
    "    ORDER BY id DESC LIMIT $5::int) c ON true "
    "WHERE r.region = $1 AND r.id = $2::uuid ORDER BY c.id DESC"};

std::string PointIds(const pb::Correction& correction) {
  std::set<std::string> ids;
  for (const auto* side : {&correction.before(), &correction.after()}) {
    for (const pb::Point& point : *side) ids.insert(LastId(point.name()));
  }
  std::string list;
  for (const std::string& id : ids) list += id + " ";
  return list;
}

}  // namespace

std::string CorrectionDetail(pb::Correction correction) {
  correction.clear_name();
  correction.clear_action();
  correction.clear_corrector();
  return ToJson(correction);
}

pb::Correction ReadCorrection(const db::Result& rows, int row) {
  pb::Correction correction;
  FromJson(rows.View(row, 5), &correction);
  correction.set_name(names::Join("resolutions", rows.Text(row, 1)) + "/" +
                      names::Join("corrections", rows.Text(row, 0)));
  pb::Correction::Action action = pb::Correction::ACTION_UNSPECIFIED;
  pb::Correction::Action_Parse(rows.Text(row, 2), &action);
  correction.set_action(action);
  correction.set_corrector(rows.Text(row, 3));
  SetTime(rows.Time(row, 4), correction.mutable_create_time());
  return correction;
}

void AddCorrections(db::Transaction& transaction, const std::string& region,
                    const std::string& resolution_id,
                    absl::Span<const pb::Correction> corrections) {
  if (corrections.empty()) return;
  std::vector<std::string> ids, actions, correctors, points, details;
  for (const pb::Correction& correction : corrections) {
    ids.push_back(ids::NewUuid());
    actions.push_back(pb::Correction::Action_Name(correction.action()));
    correctors.push_back(correction.corrector());
    points.push_back(PointIds(correction));
    details.push_back(CorrectionDetail(correction));
  }
  transaction.Queue(kAdd, db::Params()
                              .Text(region)
                              .Text(resolution_id)
                              .TextArray(ids)
                              .TextArray(actions)
                              .TextArray(correctors)
                              .TextArray(points)
                              .TextArray(details));
}

absl::StatusOr<std::vector<pb::Point>> RemovedPoints(db::Transaction& transaction,
                                                     const std::string& region,
                                                     const std::string& resolution_id) {
  auto rows = transaction.Execute(kRemoved, db::Params().Text(region).Text(resolution_id));
  if (!rows.ok()) return rows.status();
  std::vector<pb::Point> removed;
  for (int row = 0; row < rows->rows(); ++row) {
    const pb::Correction correction = ReadCorrection(*rows, row);
    removed.insert(removed.end(), correction.before().begin(), correction.before().end());
  }
  return removed;
}

absl::StatusOr<std::vector<pb::Correction>> Store::ListCorrections(const server::CallContext& call,
                                                                   const std::string& resolution,
                                                                   const std::string& point,
                                                                   const std::string& after,
                                                                   int limit) {
  auto rows = pool_.Execute(
      server::DbContext(call), kList,
      db::Params().Text(call.region()).Text(resolution).Text(after).Text(point).Int(limit));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(names::Join("resolutions", resolution));
  std::vector<pb::Correction> corrections;
  for (int row = 0; row < rows->rows(); ++row) {
    if (!rows->IsNull(row, 0)) corrections.push_back(ReadCorrection(*rows, row));
  }
  return corrections;
}

}  // namespace rezon::decisions::store
