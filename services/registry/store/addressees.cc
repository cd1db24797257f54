#include "services/registry/store/addressees.h"

#include "services/platform/errors/errors.h"
#include "services/platform/server/db_context.h"

namespace rezon::registry::store {
namespace {

#define REZON_TEXTS(field) \
  "ARRAY(SELECT jsonb_array_elements_text(coalesce(t.body -> '" field "', '[]')))"

constexpr db::Statement kDatedTerritories{
    "resolve_territories",
    "SELECT t.id, t.display_name, coalesce(t.parent::text, ''), " REZON_TEXTS(
        "aliases") " FROM territory t WHERE t.region = $1 AND t.valid_from <= $2 "
                   "AND t.valid_to >= $2"};
constexpr db::Statement kClasses{
    "resolve_classes", "SELECT t.id, t.display_name, coalesce(t.territory::text, ''), " REZON_TEXTS(
                           "phrases") " FROM addressee_class t WHERE t.region = $1"};
constexpr db::Statement kOrganisations{
    "resolve_organisations",
    "WITH found AS (SELECT id FROM organisation WHERE region = $1 AND terms && $3::text[] "
    "UNION SELECT similar_organisations($1, $3::text[])) "
    "SELECT t.id, t.display_name, t.territory::text, " REZON_TEXTS(
        "aliases") ", t.short_name, t.number, t.kind FROM found JOIN organisation t "
                   "ON t.region = $1 AND t.id = found.id "
                   "WHERE t.valid_from <= $2 AND t.valid_to >= $2"};
constexpr db::Statement kOfficials{
    "resolve_officials",
    "WITH found AS (SELECT id FROM official WHERE region = $1 AND terms && $3::text[] "
    "UNION SELECT similar_officials($1, $3::text[])) "
    "SELECT t.id, t.full_name, o.territory::text, ARRAY[t.post || ' ' || o.display_name] || "
    "CASE WHEN o.short_name <> '' THEN ARRAY[t.post || ' ' || o.short_name] ELSE '{}' END || "
    "ARRAY(SELECT t.post || ' ' || alias FROM jsonb_array_elements_text(coalesce(o.body -> "
    "'aliases', '[]')) alias), o.id, t.post "
    "FROM found JOIN official t ON t.region = $1 AND t.id = found.id "
    "JOIN organisation o ON o.region = t.region AND o.id = t.organisation "
    "WHERE t.valid_from <= $2 AND t.valid_to >= $2"};

constexpr db::Statement kExpand{"expand_addressees",
                                R"sql(WITH RECURSIVE asked AS (
  SELECT split_part(a.name, '/', 1) AS collection, split_part(a.name, '/', 2)::uuid AS id, a.ord,
         nullif(a.place, '')::uuid AS place
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS a(name, place, ord)
), class AS (
  SELECT a.ord, coalesce(c.territory, a.place) AS place,
         ARRAY(SELECT jsonb_array_elements_text(c.body -> 'kinds')) AS kinds,
         coalesce(c.body -> 'exclusions', '[]') AS exclusions
  FROM asked a JOIN addressee_class c ON c.region = $1 AND c.id = a.id
  WHERE a.collection = 'addresseeClasses'
), inside(root, id) AS (
  SELECT DISTINCT place, place FROM class WHERE place IS NOT NULL
  UNION
  SELECT i.root, t.id FROM inside i JOIN territory t ON t.region = $1 AND t.parent = i.id
), meant AS (
  SELECT c.ord, o.id FROM class c
  JOIN organisation o ON o.region = $1 AND o.kind = ANY (c.kinds)
  WHERE (c.place IS NULL OR EXISTS (
           SELECT FROM inside i WHERE i.root = c.place AND i.id = o.territory))
    AND NOT c.exclusions ? ('organisations/' || o.id)
  UNION ALL
  SELECT a.ord, a.id FROM asked a WHERE a.collection = 'organisations'
  UNION ALL
  SELECT a.ord, f.organisation FROM asked a
  JOIN official f ON f.region = $1 AND f.id = a.id WHERE a.collection = 'officials'
)
SELECT (m.ord - 1)::int4, o.id, o.territory, coalesce(nullif(o.short_name, ''), o.display_name),
       t.display_name, o.kind
FROM meant m
JOIN organisation o ON o.region = $1 AND o.id = m.id
JOIN territory t ON t.region = $1 AND t.id = o.territory
WHERE o.valid_from <= $4 AND o.valid_to >= $4
ORDER BY m.ord, o.display_name, o.id)sql"};

constexpr db::Statement kUnbounded{
    "unbounded_classes",
    "SELECT (a.ord - 1)::int4 "
    "FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS a(name, place, ord) "
    "JOIN addressee_class c ON c.region = $1 AND c.id = split_part(a.name, '/', 2)::uuid "
    "WHERE a.name LIKE 'addresseeClasses/%' AND c.territory IS NULL AND a.place = ''"};

constexpr db::Statement kUnknown{
    "unknown_addressees",
    R"sql(SELECT a.name FROM unnest($2::text[]) WITH ORDINALITY AS a(name, ord)
WHERE NOT EXISTS (
  SELECT FROM organisation t WHERE a.name LIKE 'organisations/%' AND t.region = $1
    AND t.id = split_part(a.name, '/', 2)::uuid
  UNION ALL SELECT FROM addressee_class t WHERE a.name LIKE 'addresseeClasses/%' AND t.region = $1
    AND t.id = split_part(a.name, '/', 2)::uuid
  UNION ALL SELECT FROM official t WHERE a.name LIKE 'officials/%' AND t.region = $1
    AND t.id = split_part(a.name, '/', 2)::uuid
  UNION ALL SELECT FROM territory t WHERE a.name LIKE 'territories/%' AND t.region = $1
    AND t.id = split_part(a.name, '/', 2)::uuid)
ORDER BY a.ord LIMIT 1)sql"};

std::vector<std::string> NamesAt(const db::Result& rows, int at) {
  std::vector<std::string> names = {rows.Text(at, 1)};
  for (std::string& name : rows.TextArray(at, 3)) names.push_back(std::move(name));
  return names;
}

KnownBody BodyAt(const db::Result& rows, int at, KnownBody::Kind kind,
                 const std::string& collection) {
  KnownBody body;
  body.kind = kind;
  body.name = collection + rows.Text(at, 0);
  body.display_name = rows.Text(at, 1);
  body.territory = rows.Text(at, 2);
  return body;
}

void AddClasses(const db::Result& rows, Directory& directory) {
  for (int at = 0; at < rows.rows(); ++at) {
    KnownBody body = BodyAt(rows, at, KnownBody::Kind::kClass, "addresseeClasses/");
    body.names = NamesAt(rows, at);
    directory.bodies.push_back(std::move(body));
  }
}

void AddOrganisations(const db::Result& rows, Directory& directory) {
  for (int at = 0; at < rows.rows(); ++at) {
    KnownBody body = BodyAt(rows, at, KnownBody::Kind::kOrganisation, "organisations/");
    body.names = NamesAt(rows, at);
    if (!rows.View(at, 4).empty()) body.names.push_back(rows.Text(at, 4));
    body.number = rows.Text(at, 5);
    body.organisation_kind = rows.Text(at, 6);
    directory.bodies.push_back(std::move(body));
  }
}

void AddOfficials(const db::Result& rows, Directory& directory) {
  for (int at = 0; at < rows.rows(); ++at) {
    KnownBody body = BodyAt(rows, at, KnownBody::Kind::kOfficial, "officials/");
    body.names = rows.TextArray(at, 3);
    body.full_name = body.display_name;
    body.organisation = "organisations/" + rows.Text(at, 4);
    body.display_name += ", " + rows.Text(at, 5);
    directory.bodies.push_back(std::move(body));
  }
}

void AddTerritories(const db::Result& rows, Directory& directory) {
  for (int at = 0; at < rows.rows(); ++at) {
    directory.territories.push_back(
        {rows.Text(at, 0), rows.Text(at, 1), rows.Text(at, 2), NamesAt(rows, at)});
  }
}

}  // namespace

absl::StatusOr<Directory> Addressees::Load(const server::CallContext& call,
                                           const std::vector<std::string>& stems,
                                           const std::string& day) {
  const db::Context context = server::DbContext(call);
  auto lease = pool_.Acquire(context);
  if (!lease.ok()) return lease.status();
  const db::Params region = std::move(db::Params().Text(call.region()));
  const db::Params dated = std::move(db::Params().Text(call.region()).Text(day));
  const db::Params searched =
      std::move(db::Params().Text(call.region()).Text(day).TextArray(stems));
  const db::Command commands[] = {{&kDatedTerritories, &dated},
                                  {&kClasses, &region},
                                  {&kOrganisations, &searched},
                                  {&kOfficials, &searched}};
  auto rows = (*lease)->Pipeline(context, commands);
  if (!rows.ok()) return rows.status();
  Directory directory;
  AddTerritories((*rows)[0], directory);
  AddClasses((*rows)[1], directory);
  AddOrganisations((*rows)[2], directory);
  AddOfficials((*rows)[3], directory);
  return directory;
}

absl::StatusOr<Expansion> Addressees::Expand(const server::CallContext& call,
                                             const std::vector<std::string>& addressees,
                                             const std::vector<std::string>& territories,
                                             const std::string& day) {
  const db::Context context = server::DbContext(call);
  auto lease = pool_.Acquire(context);
  if (!lease.ok()) return lease.status();
  std::vector<std::string> named = addressees;
  for (const std::string& territory : territories) {
    if (!territory.empty()) named.push_back("territories/" + territory);
  }
  const db::Params check = std::move(db::Params().Text(call.region()).TextArray(named));
  const db::Params expand = std::move(
      db::Params().Text(call.region()).TextArray(addressees).TextArray(territories).Text(day));
  const db::Params bounds =
      std::move(db::Params().Text(call.region()).TextArray(addressees).TextArray(territories));
  const db::Command commands[] = {{&kUnknown, &check}, {&kExpand, &expand}, {&kUnbounded, &bounds}};
  auto rows = (*lease)->Pipeline(context, commands);
  if (!rows.ok()) return rows.status();
  if (!(*rows)[0].empty()) return errors::NotFound((*rows)[0].Text(0, 0));
  const db::Result& found = (*rows)[1];
  Expansion expansion;
  expansion.meant.reserve(found.rows());
  for (int at = 0; at < found.rows(); ++at) {
    expansion.meant.push_back({static_cast<int>(found.Int(at, 0)), found.Text(at, 1),
                               found.Text(at, 2), found.Text(at, 3), found.Text(at, 4),
                               found.Text(at, 5)});
  }
  const db::Result& unbounded = (*rows)[2];
  for (int at = 0; at < unbounded.rows(); ++at) {
    expansion.unbounded.push_back(static_cast<int>(unbounded.Int(at, 0)));
  }
  return expansion;
}

}  // namespace rezon::registry::store
