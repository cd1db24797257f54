#ifndef REZON_SERVICES_DECISIONS_DOMAIN_DEADLINE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_DEADLINE_H_

#include <string>

#include "rezon/common/v1/common.pb.h"
#include "rezon/decisions/v1/decisions.pb.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/reader/document.h"
#include "services/platform/terms/regime.h"

namespace rezon::decisions {

// The place in the canonical text, as the contract has it.
rezon::common::v1::SourceSpan SourceSpanOf(const reader::Span& read);

// What the reader read, as the contract has it: a relative or yearless term keeps its phrase, and
// gives dates only where the reader counted them.
rezon::common::v1::Deadline DeadlineOf(const reader::Deadline& read);

// After a correction by hand: what is output only stays with the dates or the phrase that it tells
// of, and never comes from a caller.
void KeepProvenance(const rezon::common::v1::Deadline& before,
                    rezon::common::v1::Deadline* deadline);

// Explains a phrase; an empty one as a point without a term. `base_date` is YYYY-MM-DD or empty.
pb::ExplainDeadlineResponse ExplainPhrase(const std::string& phrase, const std::string& base_date,
                                          const terms::Regime& regime);

// Explains the deadline that the point has. Its phrase is read again; where that does not lead to
// the dates in the point, a person gave them and the explanation says so. Without `base_date` the
// term is counted from the day it was counted from at first, else from the adoption, the event's
// last day or the letter's date.
pb::ExplainDeadlineResponse ExplainPoint(const pb::Resolution& resolution, const pb::Point& point,
                                         const std::string& base_date, const terms::Regime& regime);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_DEADLINE_H_
