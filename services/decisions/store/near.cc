#include "services/decisions/store/near.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/decisions/reader/duplicates/bands.h"
#include "services/decisions/reader/duplicates/print.h"
#include "services/decisions/store/rows.h"

namespace rezon::decisions::store {
namespace {

constexpr int kMostCompared = 48;  // points a question that share most bands with it
constexpr int kFillAtOnce = 1000;

constexpr db::Statement kNear{
    "near_points",
    "WITH q AS (SELECT n.key, u.band FROM unnest($2::int[], $3::text[]) AS n(key, bands), "
    "             unnest(n.bands::bigint[]) AS u(band)), "
    "shared AS (SELECT q.key, b.resolution_id, b.point_id, count(*) AS n "
    "           FROM q JOIN point_bands b ON b.bands @> ARRAY[q.band] AND b.region = $1 "
    "           GROUP BY q.key, b.resolution_id, b.point_id), "
    "best AS (SELECT s.*, row_number() OVER (PARTITION BY s.key ORDER BY s.n DESC, s.point_id) "
    "           AS place FROM shared s) "
    "SELECT b.key, r.display_name, " REZON_POINT_COLUMNS
    " FROM best b "
    "JOIN point p ON p.region = $1 AND p.resolution_id = b.resolution_id AND p.id = b.point_id "
    "JOIN resolution r ON r.region = $1 AND r.id = b.resolution_id "
    "WHERE b.place <= $4::int AND r.state <> 'revoked'"};
constexpr db::Statement kPutBands{
    "put_bands",
    "INSERT INTO point_bands AS b (region, resolution_id, point_id, bands) "
    "SELECT $1, n.resolution_id, n.point_id, n.bands::bigint[] "
    "FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS n(resolution_id, point_id, bands) "
    "ON CONFLICT (region, resolution_id, point_id) DO UPDATE SET bands = excluded.bands "
    "WHERE b.bands <> excluded.bands"};
constexpr db::Statement kTakeLacking{
    "take_points_without_bands",
    "DELETE FROM point_without_bands w USING point p "
    "WHERE (w.region, w.resolution_id, w.point_id) IN ("
    "    SELECT region, resolution_id, point_id FROM point_without_bands "
    "    WHERE region = $1 LIMIT $2::int FOR UPDATE SKIP LOCKED) "
    "  AND p.region = w.region AND p.resolution_id = w.resolution_id AND p.id = w.point_id "
    "RETURNING p.resolution_id, p.id, p.body"};

std::string BandsText(const std::vector<std::int64_t>& bands) {
  return absl::StrCat("{", absl::StrJoin(bands, ","), "}");
}

std::string Bands(reader::PrintMaker& maker, const std::string& region, const std::string& text) {
  return BandsText(reader::BandsOf(maker.Make(text), region));
}

// The order of the questions, then most similar first; so many of one question at most.
void KeepMost(std::vector<NearPoint>* found) {
  std::sort(found->begin(), found->end(), [](const NearPoint& a, const NearPoint& b) {
    if (a.question != b.question) return a.question < b.question;
    if (a.similarity != b.similarity) return a.similarity > b.similarity;
    return a.point.name() < b.point.name();
  });
  std::map<std::size_t, int> taken;
  std::erase_if(*found,
                [&taken](const NearPoint& near) { return ++taken[near.question] > kMostNear; });
}

}  // namespace

absl::StatusOr<std::vector<NearPoint>> FindNear(db::Transaction& transaction,
                                                const std::string& region,
                                                const std::vector<NearQuestion>& questions,
                                                double least) {
  std::vector<NearPoint> found;
  if (questions.empty()) return found;
  reader::PrintMaker maker;
  std::vector<std::int64_t> places;
  std::vector<std::string> bands;
  std::vector<reader::Print> prints;
  for (const NearQuestion& question : questions) {
    places.push_back(static_cast<std::int64_t>(places.size()));
    prints.push_back(maker.Make(question.text));
    bands.push_back(BandsText(reader::BandsOf(prints.back(), region)));
  }
  auto rows = transaction.Execute(
      kNear, db::Params().Text(region).IntArray(places).TextArray(bands).Int(kMostCompared));
  if (!rows.ok()) return rows.status();
  for (int row = 0; row < rows->rows(); ++row) {
    const auto place = static_cast<std::size_t>(rows->Int(row, 0));
    NearPoint near{place, ReadPoint(*rows, row, 2), rows->Text(row, 1), 0};
    if (LastId(near.point.name()) == questions[place].key) continue;
    near.similarity = reader::Similarity(prints[place], maker.Make(near.point.text()));
    if (near.similarity >= least) found.push_back(std::move(near));
  }
  KeepMost(&found);
  return found;
}

void PutBands(db::Transaction& transaction, const std::string& region,
              const std::string& resolution, const std::vector<const pb::Point*>& points) {
  if (points.empty()) return;
  reader::PrintMaker maker;
  std::vector<std::string> ids, bands;
  for (const pb::Point* point : points) {
    ids.push_back(LastId(point->name()));
    bands.push_back(Bands(maker, region, point->text()));
  }
  const std::vector<std::string> resolutions(ids.size(), resolution);
  transaction.Queue(
      kPutBands, db::Params().Text(region).TextArray(resolutions).TextArray(ids).TextArray(bands));
}

absl::Status FillBands(db::Transaction& transaction, const std::string& region) {
  auto rows = transaction.Execute(kTakeLacking, db::Params().Text(region).Int(kFillAtOnce));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return absl::OkStatus();
  reader::PrintMaker maker;
  std::vector<std::string> resolutions, ids, bands;
  for (int row = 0; row < rows->rows(); ++row) {
    resolutions.push_back(rows->Text(row, 0));
    ids.push_back(rows->Text(row, 1));
    bands.push_back(Bands(maker, region, rows->Text(row, 2)));
  }
  transaction.Queue(
      kPutBands, db::Params().Text(region).TextArray(resolutions).TextArray(ids).TextArray(bands));
  return absl::OkStatus();
}

}  // namespace rezon::decisions::store
