#ifndef REZON_SERVICES_DECISIONS_DOMAIN_AGGREGATE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_AGGREGATE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rezon/decisions/v1/history.pb.h"
#include "rezon/decisions/v1/links.pb.h"
#include "rezon/decisions/v1/points.pb.h"
#include "rezon/decisions/v1/resources.pb.h"

namespace rezon::decisions {

namespace pb = rezon::decisions::v1;

// A relation that the text tells, and where its target is found in another installation: SHA-256 of
// the target's document, and the point's ordinal there (0: the whole resolution).
struct ToldRelation {
  pb::Relation relation;
  std::string target_sha256;
  std::int32_t target_ordinal = 0;
};

// A resolution with all that belongs to it: the unit that changes together, under one lock and one
// version.
// Points are kept in document order. Not thread-safe; lives inside one unit of work.
struct Aggregate {
  pb::Resolution resolution;
  std::vector<pb::Point> points;
  // What the text tells beside its points, in document order.
  std::vector<ToldRelation> relations;
  std::vector<pb::Suggestion> suggestions;
  // SHA-256 of the source document, lower-case hexadecimal; part of the content hash.
  std::string document_sha256;
  // Why it was revoked; empty unless it was.
  std::string revoke_reason;
  // What the change has touched, as point names: rows to write and rows to drop.
  std::set<std::string> changed_points;
  std::set<std::string> dropped_points;
  // Points that went into another one, by that one's name: relations of others to them follow.
  std::map<std::string, std::string> merged_points;
  // Whether `relations` are to be written as they are now, and whether their targets are to be
  // looked for again; whether `suggestions` are, and which of them a person decided on.
  bool relations_changed = false;
  bool match_relations = false;
  bool suggestions_changed = false;
  std::set<std::string> decided_suggestions;
  // Names of relations that a person added, and those, as they were, that a person removed again.
  std::set<std::string> added_relations;
  std::vector<pb::Relation> removed_relations;
  // What a person did to it: entries of the history to write, without name and time.
  std::vector<pb::Correction> corrections;
  // Canonical text of a new reading, to be kept with the document; nullopt: as it was.
  std::optional<std::string> new_document_text;
  // What a reading says of the letter in the resolution's file; nullopt: as it was. Its facts are
  // those of the resolution.
  std::optional<pb::Letter> letter;

  // The point of that name, or null.
  pb::Point* Find(std::string_view name);
  // Marks a point as changed: the store writes it and raises its version.
  void Touch(const pb::Point& point) { changed_points.insert(point.name()); }
};

// True when nobody has confirmed who has to act: an actionable point none of whose addressees has a
// target.
bool IsUnresolved(const pb::Point& point);

// Fills point_count, actionable_count and unresolved_count from the points.
void Count(Aggregate& aggregate);

// Gives the points the ordinals 1, 2, 3 … in their present order; those that move are touched.
void Renumber(Aggregate& aggregate);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_AGGREGATE_H_
