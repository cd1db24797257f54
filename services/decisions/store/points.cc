#include "services/decisions/store/rows.h"
#include "services/decisions/store/store.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/db_context.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kGetPoint{
    "get_point",
    "SELECT " REZON_POINT_COLUMNS
    " FROM point p WHERE p.region = $1 AND p.resolution_id = $2::uuid AND p.id = $3::uuid"};
// One row at least for a resolution that exists, so that an empty page differs from NOT_FOUND.
constexpr db::Statement kListPoints{
    "list_points",
    "SELECT " REZON_POINT_COLUMNS
    " FROM resolution r LEFT JOIN LATERAL "
    "   (SELECT * FROM point WHERE region = r.region AND resolution_id = r.id AND ordinal > $3 "
    "    ORDER BY ordinal LIMIT $4::int) p ON true "
    "WHERE r.region = $1 AND r.id = $2::uuid ORDER BY p.ordinal"};
// The words are ranked and the page is cut first; only its rows are highlighted.
constexpr db::Statement kSearch{
    "search_points",
    "WITH q AS (SELECT websearch_to_tsquery('pg_catalog.russian', "
    "                    translate($2, 'ёЁ', 'еЕ')) AS words), "
    "hit AS (SELECT p.*, ts_rank_cd(p.search, q.words)::float8 AS rank "
    "        FROM q, point p WHERE p.region = $1 AND p.search @@ q.words), "
    "page AS (SELECT * FROM hit p "
    "         WHERE $3::float8 IS NULL OR p.rank < $3 OR (p.rank = $3 AND p.id > $4::uuid) "
    "         ORDER BY p.rank DESC, p.id LIMIT $5::int) "
    "SELECT " REZON_POINT_COLUMNS
    ", r.display_name, p.rank, "
    "  ts_headline('pg_catalog.russian', translate(p.body, 'ёЁ', 'еЕ'), q.words, "
    "    'HighlightAll=true, StartSel=' || chr(2) || ', StopSel=' || chr(3)) "
    "FROM q, page p JOIN resolution r ON r.region = p.region AND r.id = p.resolution_id "
    "ORDER BY p.rank DESC, p.id"};

}  // namespace

absl::StatusOr<pb::Point> Store::GetPoint(const server::CallContext& call,
                                          const std::string& resolution, const std::string& id) {
  auto rows = pool_.Execute(server::DbContext(call), kGetPoint,
                            db::Params().Text(call.region()).Text(resolution).Text(id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) {
    return errors::NotFound(names::Join("resolutions", resolution) + "/" +
                            names::Join("points", id));
  }
  return ReadPoint(*rows, 0);
}

absl::StatusOr<std::vector<pb::Point>> Store::ListPoints(const server::CallContext& call,
                                                         const std::string& resolution,
                                                         std::int64_t after, int limit) {
  auto rows =
      pool_.Execute(server::DbContext(call), kListPoints,
                    db::Params().Text(call.region()).Text(resolution).Int(after).Int(limit));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return errors::NotFound(names::Join("resolutions", resolution));
  std::vector<pb::Point> points;
  for (int row = 0; row < rows->rows(); ++row) {
    if (!rows->IsNull(row, 0)) points.push_back(ReadPoint(*rows, row));
  }
  return points;
}

absl::StatusOr<std::vector<Hit>> Store::Search(const server::CallContext& call,
                                               std::string_view query,
                                               const std::optional<HitKey>& after, int limit) {
  db::Params params;
  params.Text(call.region()).Text(query);
  if (after) {
    params.Double(after->rank).Text(after->id);
  } else {
    params.Null().Null();
  }
  params.Int(limit);
  auto rows = pool_.Execute(server::DbContext(call), kSearch, params);
  if (!rows.ok()) return rows.status();
  std::vector<Hit> hits;
  hits.reserve(static_cast<std::size_t>(rows->rows()));
  for (int row = 0; row < rows->rows(); ++row) {
    hits.push_back({ReadPoint(*rows, row), rows->Text(row, kPointColumns),
                    rows->Text(row, kPointColumns + 2), rows->Double(row, kPointColumns + 1)});
  }
  return hits;
}

}  // namespace rezon::decisions::store
