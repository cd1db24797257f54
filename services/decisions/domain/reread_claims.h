#ifndef REZON_SERVICES_DECISIONS_DOMAIN_REREAD_CLAIMS_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_REREAD_CLAIMS_H_

#include <set>
#include <string>
#include <vector>

#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/source_place.h"

namespace rezon::decisions {

// The places of a document that persons have already decided about: where they wrote texts of their
// own, split or merged points, and what they removed. All spans are in the text of the new reading.
class Claims {
 public:
  // `aggregate` has its spans carried already and outlives the object; its points may change.
  // `removed` are points that persons removed, as they were last.
  Claims(const Aggregate& aggregate, const std::vector<pb::Point>& removed, const Carrier& carrier);

  // True when what was read is decided about.
  bool Hold(const pb::Point& read) const;

  // The last point of a person's own text that was read from there, or null: of the parts of a
  // split point the one that has the points below it, and a merged point for each that went into
  // it.
  const pb::Point* OwnerOf(const pb::Point& read) const;
  // All points of persons' own texts that were read from there.
  std::vector<pb::Point> OwnersOf(const pb::Point& read) const;

 private:
  const Aggregate& aggregate_;
  std::vector<rezon::common::v1::SourceSpan> places_;
  std::set<std::string> removed_texts_;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_REREAD_CLAIMS_H_
