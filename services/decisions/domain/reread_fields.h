#ifndef REZON_SERVICES_DECISIONS_DOMAIN_REREAD_FIELDS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_REREAD_FIELDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/domain/aggregate.h"

// Fields of one point or resolution between two readings. Pure.
namespace rezon::decisions {

// Fields in which a reading differs: those that may be taken, and those that a person set.
struct Differing {
  std::vector<std::string> taken;
  std::vector<std::string> kept;
};

// `parent` is where the new reading puts the point, in names of the resolution. Addressees differ
// by their phrases, deadlines by what they say.
Differing DifferingFields(const pb::Point& standing, const pb::Point& read,
                          const std::string& parent);
Differing DifferingFacts(const pb::Resolution& standing, const pb::Resolution& read);

// Takes the fields into the standing point, and all that goes with the reading of a text that no
// person set: place, certainty, rule, warnings and proposed parts.
void TakeFields(const std::vector<std::string>& fields, const pb::Point& read,
                const std::string& parent, pb::Point& standing);

// Takes the facts of the reading that no person set, and its warnings and version; tells them in
// the answer.
void TakeFacts(const pb::Resolution& read, Aggregate& aggregate, pb::ReReadResolutionResponse& out);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_REREAD_FIELDS_H_
