#ifndef REZON_SERVICES_DECISIONS_DOMAIN_CANONICAL_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_CANONICAL_H_

#include <string>
#include <string_view>

#include "services/decisions/domain/aggregate.h"

namespace rezon::decisions {

// The canonical JSON of an adopted resolution: what was decided, free of ids and of anything that a
// re-import or another installation would give differently.
//
// UTF-8, not escaped beyond what JSON demands; keys of every object in byte order; no white space;
// integers only. Top: "adopt_date", "document_kind", "document_sha256", "event", "form" (version of
// this form, 1), "letter" (null without one), "points", "region", "revision", "territory", "title".
// "points" is in document order, each: "actionable", "addressees" (list of {"phrase", "targets"}),
// "deadline" ({"end", "kind", "printed", "recurrence", "start"}), "label", "parent" (ordinal of the
// point above, 0 at the top), "responsible_from", "text". Absent texts are "". Enumerations are the
// names of the contract.
std::string CanonicalJson(const Aggregate& aggregate);

// SHA-256, lower-case hexadecimal, over the canonical JSON, a line feed and the content hash of the
// revision before ("" for the first).
std::string ContentHash(const Aggregate& aggregate, std::string_view previous);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_CANONICAL_H_
