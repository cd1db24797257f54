#include "services/decisions/store/letter_match.h"

#include "services/decisions/store/letter_rows.h"

namespace rezon::decisions::store {
namespace {

constexpr db::Statement kPropose{
    "propose_letter_links",
    "WITH open AS ("
    "  SELECT l.id, citation_number(coalesce(l.detail #>> '{annex,number}', '')) AS plain, "
    "    coalesce(l.detail #>> '{annex,actDate}', '') AS day, "
    "    lower(translate(coalesce(l.detail #>> '{annex,title}', ''), 'ёЁ', 'еЕ')) AS words "
    "  FROM letter l WHERE l.region = $1 AND ($2::uuid IS NULL OR l.id = $2) AND l.detail ? "
    "'annex' "
    "    AND NOT EXISTS (SELECT FROM letter_link k WHERE k.region = $1 AND k.letter_id = l.id "
    "                    AND k.state = 'linked')), "
    "mine AS MATERIALIZED ("
    "  SELECT o.*, CASE WHEN o.words ~ '\\w' THEN "
    "    replace(plainto_tsquery('pg_catalog.russian', o.words)::text, '&', '|')::tsquery END "
    "    AS any_word FROM open o), "
    "candidate AS ("
    "  SELECT m.id, c.resolution_id FROM mine m JOIN citation c ON c.region = $1 "
    "    AND c.what = 'number' AND c.value = m.plain AND m.plain <> '' "
    "  UNION SELECT m.id, c.resolution_id FROM mine m JOIN citation c ON c.region = $1 "
    "    AND c.what = 'day' AND c.value = m.day AND m.day <> '' "
    "  UNION SELECT m.id, t.id FROM mine m JOIN resolution t ON t.region = $1 AND m.any_word @@ "
    "    to_tsvector('pg_catalog.russian', translate(t.display_name, 'ёЁ', 'еЕ'))), "
    "heard AS ("
    "  SELECT m.id, m.plain, m.day AS printed, t.id AS resolution_id, "
    "    coalesce(CASE WHEN m.plain <> '' THEN max(CASE WHEN k.what = 'number' THEN "
    "      CASE WHEN k.value = m.plain THEN 0.5 ELSE -0.4 END END) END, 0) AS number, "
    "    coalesce(CASE WHEN m.day <> '' THEN max(CASE WHEN k.what = 'day' THEN "
    "      CASE WHEN k.value = m.day THEN 0.45 ELSE -0.4 END END) END, 0) AS day, "
    "    CASE WHEN m.words = '' THEN 0 ELSE 0.6 * "
    "      least(1, word_similarity(m.words, t.title), 2 * similarity(m.words, t.title)) END "
    "    AS words "
    "  FROM candidate c JOIN mine m ON m.id = c.id "
    "  JOIN (SELECT r.*, lower(translate(r.display_name, 'ёЁ', 'еЕ')) AS title FROM resolution r) "
    "t "
    "    ON t.region = $1 AND t.id = c.resolution_id AND t.state <> 'revoked' "
    "  LEFT JOIN citation k ON k.region = $1 AND k.resolution_id = t.id "
    "  WHERE $3::uuid IS NULL OR c.resolution_id = $3 "
    "  GROUP BY m.id, m.plain, m.day, m.words, t.id, t.title), "
    "scored AS ("
    "  SELECT h.*, least(1, h.number + h.day + h.words)::float8 AS score, "
    "    row_number() OVER (PARTITION BY h.id ORDER BY h.number + h.day + h.words DESC, "
    "      h.resolution_id DESC) AS place FROM heard h), "
    "put AS ("
    "  INSERT INTO letter_link AS k (region, letter_id, resolution_id, state, origin, score, "
    "reasons) "
    "  SELECT $1, id, resolution_id, 'proposed', 'match', score, array_remove(ARRAY["
    "    CASE WHEN number > 0 THEN 'Номер совпадает: № ' || plain || '.' "
    "         WHEN number < 0 THEN 'Номер другой.' END, "
    "    CASE WHEN day > 0 THEN 'Дата совпадает: ' || to_char(printed::date, 'DD.MM.YYYY') || '.' "
    "         WHEN day < 0 THEN 'Дата другая.' END, "
    "    CASE WHEN words > 0 THEN 'Название совпадает на ' || round((words / 0.006)::numeric) "
    "      || ' %.' END], NULL) "
    "  FROM scored WHERE score >= 0.4 AND place <= 5 "
    "  ON CONFLICT (region, letter_id, resolution_id) DO UPDATE SET score = excluded.score, "
    "    reasons = excluded.reasons WHERE k.state = 'proposed' "
    "    AND (k.score, k.reasons) IS DISTINCT FROM (excluded.score, excluded.reasons) "
    "  RETURNING letter_id), "
    // Of one letter that is asked about: what is not proposed any more.
    "gone AS ("
    "  DELETE FROM letter_link k USING open o WHERE $2::uuid IS NOT NULL AND k.region = $1 "
    "    AND k.letter_id = o.id AND k.state = 'proposed' AND k.origin = 'match' "
    "    AND k.resolution_id NOT IN "
    "      (SELECT resolution_id FROM scored WHERE score >= 0.4 AND place <= 5) "
    "  RETURNING k.letter_id), "
    "locked AS ("
    "  SELECT l.id FROM letter l WHERE $2::uuid IS NULL AND l.region = $1 "
    "    AND l.id IN (SELECT letter_id FROM put) ORDER BY l.id FOR NO KEY UPDATE), "
    "raised AS ("
    "  UPDATE letter l SET version = version + 1, update_time = now() FROM locked k "
    "  WHERE l.region = $1 AND l.id = k.id) "
    "SELECT letter_id FROM put UNION SELECT letter_id FROM gone"};

}  // namespace

absl::StatusOr<std::vector<std::string>> ProposeLinks(
    db::Transaction& transaction, const std::string& region,
    const std::optional<std::string>& letter, const std::optional<std::string>& resolution) {
  auto rows =
      transaction.Execute(kPropose, db::Params().Text(region).Text(letter).Text(resolution));
  if (!rows.ok()) return rows.status();
  std::vector<std::string> changed;
  for (int row = 0; row < rows->rows(); ++row) changed.push_back(rows->Text(row, 0));
  return changed;
}

absl::Status ProposeFor(db::Transaction& transaction, const server::CallContext& call,
                        const std::string& resolution) {
  auto changed = ProposeLinks(transaction, call.region(), std::nullopt, resolution);
  if (!changed.ok()) return changed.status();
  if (changed->empty()) return absl::OkStatus();
  auto letters = FindLetters(transaction, call.region(), *changed);
  if (!letters.ok()) return letters.status();
  for (const pb::Letter& letter : *letters) {
    TellLetter(transaction, call, "letter.proposed", letter);
  }
  return absl::OkStatus();
}

}  // namespace rezon::decisions::store
