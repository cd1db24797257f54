#ifndef REZON_SERVICES_DECISIONS_DOMAIN_REREAD_LINKS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_REREAD_LINKS_H_

#include <functional>
#include <optional>
#include <string>

#include "rezon/decisions/v1/correction_requests.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/source_place.h"

// Relations and suggestions between two readings. Pure.
namespace rezon::decisions {

// Where points of both readings went.
struct LinkPlaces {
  // Name in the resolution of the point that a fresh relation belongs to, told by the reading's
  // point and the relation's place; nullopt where a person removed that point.
  std::function<std::optional<std::string>(const std::string& point,
                                           const rezon::common::v1::SourceSpan& span)>
      fresh;
  // Name of the point that a standing relation belongs to now: its own, or, when the new reading
  // does not have it, the one above; empty for none.
  std::function<std::string(const std::string& point)> standing;
  // Places of the text before in the text now.
  const Carrier& carrier;
};

// Takes what the fresh reading proposes and tells the differences. What a person confirmed,
// rejected, took or dismissed stays as it is, and what was read at a removed point does not come
// back; what is only proposed is replaced by the reading. The points are those after the re-read.
void TakeLinks(const Aggregate& fresh, const LinkPlaces& places, Aggregate& aggregate,
               rezon::decisions::v1::ReReadResolutionResponse& out);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_REREAD_LINKS_H_
