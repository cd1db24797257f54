#ifndef REZON_SERVICES_DECISIONS_DOMAIN_LINKS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_LINKS_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/domain/aggregate.h"

// What becomes of relations and suggestions when a person changes the points that they belong to.
// Moving a point or giving it another label changes nothing here: both are kept by its name. Pure.
namespace rezon::decisions {

// Relations of the points that went into `whole` are its own now; of two that say the same the one
// stays that a person decided on, a confirmed one before a rejected one. Relations of other
// resolutions to those points follow (Aggregate::merged_points).
void LinksFollowMerge(const std::set<std::string>& gone, const std::string& whole,
                      Aggregate& aggregate);

// The part, one at least, that what was read at `span` belongs to: in whose place in the source it
// ends (it may begin with words of an earlier part, «снять с контроля пункты …»), else whose text
// has its words, else the first; also the first for what has no place. `source` is the canonical
// text.
const std::string& PartOf(const rezon::common::v1::SourceSpan& span,
                          const std::vector<pb::Point>& parts, std::string_view source);

// Each relation of `whole` goes with the part that it was read from. The parts have their names.
void LinksFollowSplit(const pb::Point& whole, const std::vector<pb::Point>& parts,
                      std::string_view source, Aggregate& aggregate);

// Relations of a removed point are removed with it; a suggestion that became the point is open
// again.
void LinksFollowDrop(const std::string& point, Aggregate& aggregate);

// Joins relations of one point that do the same to the same target.
void JoinRelations(Aggregate& aggregate);

// True for relations that do the same to the same target, as the text names it; where a person
// added one of them, also as it was found.
bool SayTheSame(const pb::Relation& a, const pb::Relation& b);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_LINKS_H_
