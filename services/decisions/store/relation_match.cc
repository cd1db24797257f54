#include "services/decisions/store/relation_match.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "services/decisions/domain/names.h"
#include "services/decisions/reader/duplicates/bands.h"
#include "services/decisions/store/near.h"
#include "services/decisions/store/rows.h"

namespace rezon::decisions::store {
namespace {

// `heard` gives each candidate what speaks for and against it; the best one above the least score
// wins, the newest of equals.
constexpr db::Statement kMatch{
    "match_relations",
    "WITH told AS ("
    "  SELECT l.*, citation_number(l.number) AS plain, lower(translate(l.title, 'ёЁ', 'еЕ')) AS "
    "name, "
    "    lower(translate(concat_ws(' ', l.issuer, l.title), 'ёЁ', 'еЕ')) AS words, "
    "    substring(l.issuer FROM '(?:19|20)\\d\\d') AS year "
    "  FROM relation l WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.state = 'proposed' "
    "    AND (l.act <> '' OR l.number <> '' OR l.act_date IS NOT NULL OR l.own)), "
    "mine AS MATERIALIZED ("
    "  SELECT t.*, CASE WHEN t.words ~ '\\w' THEN "
    "    replace(plainto_tsquery('pg_catalog.russian', t.words)::text, '&', '|')::tsquery END "
    "    AS any_word FROM told t), "
    "candidate AS ("
    "  SELECT m.id, c.resolution_id FROM mine m JOIN citation c "
    "    ON c.region = $1 AND c.what = 'number' AND c.value = m.plain AND m.plain <> '' "
    "  UNION SELECT m.id, c.resolution_id FROM mine m JOIN citation c "
    "    ON c.region = $1 AND c.what = 'day' AND c.value = m.act_date::text "
    "  UNION SELECT m.id, t.id FROM mine m JOIN resolution t "
    "    ON t.region = $1 AND m.any_word @@ "
    "       to_tsvector('pg_catalog.russian', translate(t.display_name, 'ёЁ', 'еЕ'))), "
    "heard AS ("
    "  SELECT c.id, c.resolution_id, t.create_time, "
    "    CASE WHEN m.plain = '' THEN 0 "
    "         ELSE max(CASE WHEN k.what = 'number' THEN "
    "                    CASE WHEN k.value = m.plain THEN 0.5 ELSE -0.4 END END) END AS number, "
    "    CASE WHEN m.act_date IS NULL THEN 0 "
    "         ELSE max(CASE WHEN k.what = 'day' THEN "
    "                    CASE WHEN k.value = m.act_date::text THEN 0.45 ELSE -0.4 END END) "
    "    END AS day, "
    "    CASE WHEN m.year IS NULL THEN 0 "
    "         ELSE max(CASE WHEN k.what = 'day' THEN "
    "                    CASE WHEN k.value LIKE m.year || '%' THEN 0.25 ELSE -0.4 END END) "
    "    END AS year, "
    "    CASE WHEN m.words = '' THEN 0 "
    "         ELSE 0.5 * greatest(word_similarity(m.words, t.title), word_similarity(m.name, "
    "t.title)) "
    "    END AS words "
    "  FROM candidate c JOIN mine m ON m.id = c.id "
    "  JOIN (SELECT r.*, lower(translate(r.display_name, 'ёЁ', 'еЕ')) AS title FROM resolution r) "
    "t "
    "    ON t.region = $1 AND t.id = c.resolution_id AND t.state <> 'revoked' "
    "  LEFT JOIN citation k ON k.region = $1 AND k.resolution_id = c.resolution_id "
    "  WHERE NOT m.own AND c.resolution_id <> m.resolution_id "
    "  GROUP BY c.id, c.resolution_id, t.create_time, t.title, m.plain, m.act_date, m.year, "
    "    m.words, m.name), "
    "scored AS ("
    "  SELECT id, resolution_id, create_time, least(1, coalesce(number, 0) + coalesce(day, 0) + "
    "    coalesce(year, 0) + words)::float8 AS score FROM heard "
    "  UNION ALL SELECT m.id, m.resolution_id, now(), 1 FROM mine m WHERE m.own), "
    "best AS (SELECT DISTINCT ON (id) id, resolution_id, score FROM scored WHERE score >= 0.3 "
    "         ORDER BY id, score DESC, create_time DESC), "
    "found AS ("
    "  SELECT m.id, b.resolution_id, p.id AS point_id, coalesce(b.score, 0) AS score "
    "  FROM mine m LEFT JOIN best b ON b.id = m.id "
    "  LEFT JOIN LATERAL ("
    "    SELECT p.id FROM point p LEFT JOIN point u ON u.region = p.region "
    "      AND u.resolution_id = p.resolution_id AND u.id = p.parent_id "
    "    WHERE p.region = $1 AND p.resolution_id = b.resolution_id AND m.label <> '' "
    "      AND m.label IN (rtrim(p.label, ').'), "
    "                      rtrim(u.label, ').') || '.' || rtrim(p.label, ').')) "
    "    ORDER BY rtrim(p.label, ').') <> m.label, p.ordinal LIMIT 1) p ON true) "
    "UPDATE relation l SET target_resolution_id = f.resolution_id, target_point_id = f.point_id, "
    "  score = f.score, version = l.version + 1 "
    "FROM found f WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.id = f.id "
    "  AND (l.target_resolution_id, l.target_point_id, l.score) IS DISTINCT FROM "
    "      (f.resolution_id, f.point_id, f.score)"};
// What an exported file says of a target that a person decided on, once its document is here.
constexpr db::Statement kNamedByFile{
    "targets_named_by_file",
    "UPDATE relation l SET target_resolution_id = t.resolution_id, target_point_id = t.point_id, "
    "  version = l.version + 1 "
    "FROM (SELECT n.id, r.id AS resolution_id, p.id AS point_id FROM relation n "
    "      JOIN document d ON d.region = n.region AND d.sha256 = n.target_sha256 "
    "      JOIN LATERAL (SELECT id FROM resolution WHERE region = d.region AND document_id = d.id "
    "                    ORDER BY id LIMIT 1) r ON true "
    "      LEFT JOIN point p ON p.region = n.region AND p.resolution_id = r.id "
    "        AND p.ordinal = n.target_ordinal "
    "      WHERE n.region = $1 AND n.resolution_id = $2::uuid AND n.target_sha256 <> '' "
    "        AND n.target_resolution_id IS NULL AND n.state <> 'proposed') t "
    "WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.id = t.id"};
constexpr db::Statement kGoingOn{
    "relations_going_on",
    "SELECT l.id, l.title FROM relation l "
    "WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.state = 'proposed' AND l.title <> '' "
    "  AND l.act = '' AND l.number = '' AND l.act_date IS NULL AND NOT l.own ORDER BY l.ordinal"};
constexpr db::Statement kSetTargets{
    "set_relation_targets",
    "UPDATE relation l SET target_resolution_id = n.resolution_id, target_point_id = n.point_id, "
    "  score = n.score::float8, version = l.version + 1 "
    "FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) "
    "  AS n(id, resolution_id, point_id, score) "
    "WHERE l.region = $1 AND l.resolution_id = $2::uuid AND l.id = n.id "
    "  AND (l.target_resolution_id, l.target_point_id) IS DISTINCT FROM "
    "      (n.resolution_id, n.point_id)"};

// The best earlier point of another resolution for each question.
absl::StatusOr<std::int64_t> SetNearest(db::Transaction& transaction, const std::string& region,
                                        const std::string& resolution,
                                        const std::vector<NearQuestion>& questions) {
  auto near = FindNear(transaction, region, questions, reader::kLikelyDuplicate);
  if (!near.ok()) return near.status();
  std::vector<std::string> ids, scores;
  std::vector<std::optional<std::string>> resolutions, points;
  std::set<std::string> taken;
  for (const NearPoint& one : *near) {
    auto name = ParsePointName(one.point.name(), "name");
    const std::string& key = questions[one.question].key;
    if (!name.ok() || name->resolution == resolution || !taken.insert(key).second) continue;
    ids.push_back(key);
    resolutions.emplace_back(name->resolution);
    points.emplace_back(name->point);
    scores.push_back(std::to_string(one.similarity));
  }
  for (const NearQuestion& question : questions) {
    if (taken.count(question.key) != 0) continue;
    ids.push_back(question.key);
    resolutions.emplace_back(std::nullopt);
    points.emplace_back(std::nullopt);
    scores.emplace_back("0");
  }
  auto set = transaction.Execute(kSetTargets, db::Params()
                                                  .Text(region)
                                                  .Text(resolution)
                                                  .TextArray(ids)
                                                  .TextArray(resolutions)
                                                  .TextArray(points)
                                                  .TextArray(scores));
  if (!set.ok()) return set.status();
  return set->affected();
}

}  // namespace

absl::StatusOr<std::int64_t> MatchTargets(db::Transaction& transaction, const std::string& region,
                                          const std::string& resolution) {
  transaction.Queue(kNamedByFile, db::Params().Text(region).Text(resolution));
  transaction.Queue(kMatch, db::Params().Text(region).Text(resolution));
  transaction.Queue(kGoingOn, db::Params().Text(region).Text(resolution));
  auto results = transaction.Flush();
  if (!results.ok()) return results.status();
  const std::int64_t matched =
      (*results)[results->size() - 3].affected() + (*results)[results->size() - 2].affected();
  const db::Result& going_on = results->back();
  if (going_on.empty()) return matched;
  std::vector<NearQuestion> questions;
  for (int row = 0; row < going_on.rows(); ++row) {
    questions.push_back({going_on.Text(row, 0), going_on.Text(row, 1)});
  }
  auto nearest = SetNearest(transaction, region, resolution, questions);
  if (!nearest.ok()) return nearest.status();
  return matched + *nearest;
}

}  // namespace rezon::decisions::store
