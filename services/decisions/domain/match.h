#ifndef REZON_SERVICES_DECISIONS_DOMAIN_MATCH_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_MATCH_H_

#include <cstddef>
#include <set>
#include <vector>

#include "rezon/decisions/v1/points.pb.h"

namespace rezon::decisions {

inline constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);

// For every fresh point the place of the standing one that was read from the same words, or
// kNoMatch; each standing point is used once. The same text wins, then what has most words and most
// of its place in common. Spans of both are in the same text. Pure.
std::vector<std::size_t> MatchPoints(const std::vector<rezon::decisions::v1::Point>& standing,
                                     const std::vector<rezon::decisions::v1::Point>& fresh);

// The places that are out of order: all but the longest rising run of them.
std::set<std::size_t> OutOfOrder(const std::vector<std::size_t>& places);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_MATCH_H_
