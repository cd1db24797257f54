#ifndef REZON_SERVICES_DECISIONS_DOMAIN_AKN_POINTS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_AKN_POINTS_H_

#include <pugixml.hpp>

#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/akn/references.h"

namespace rezon::decisions::akn {

// The points as nested <point> elements below <mainBody>, in the order of the tree: number as
// printed, text, addressees and term marked where they are printed. A point refers to all of its
// addressees and its term. Element ids follow the labels («point_1__point_1.2»), nn and the place
// for one without; they are unique.
void AddPoints(pugi::xml_node main_body, const Aggregate& aggregate, const References& references);

}  // namespace rezon::decisions::akn

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_AKN_POINTS_H_
