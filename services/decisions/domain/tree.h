#ifndef REZON_SERVICES_DECISIONS_DOMAIN_TREE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_TREE_H_

#include <cstddef>

#include "services/decisions/domain/aggregate.h"

// The tree of points in document order: a point stands before all below it, and these stand
// together.
namespace rezon::decisions {

// Puts the points into that order, points below one parent in the order that they have now. A
// parent that is not there counts as the top.
void PutInTreeOrder(Aggregate& aggregate);

// The place behind the last point below the one at `place`, which is place + 1 without any. Asks
// for tree order.
std::size_t EndOfSubtree(const Aggregate& aggregate, std::size_t place);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_TREE_H_
