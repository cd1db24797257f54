#ifndef REZON_SERVICES_DECISIONS_DOMAIN_AKN_AKN_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_AKN_AKN_H_

#include <string>
#include <vector>

#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/letter_file.h"

// A resolution as Akoma Ntoso 3.0 (OASIS LegalDocML), in the manner of AKN4UN (domain.md 5.5).
namespace rezon::decisions::akn {

// The XML: <statement name="resolution"> with its metadata, the text before the points as preamble,
// the points as nested numbered elements, the text behind them as conclusions; cover letters are
// components of their own. `document` has its canonical text; without one there is only what the
// resolution says itself. Valid by the schema; the same input gives the same bytes. Pure.
// Every letter that carries the resolution is a component: that of its own file by the resolution's
// facts and text, those of `letters` from other files by their own.
std::string Write(const Aggregate& aggregate, const pb::Document& document,
                  const std::vector<CarriedLetter>& letters = {});

}  // namespace rezon::decisions::akn

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_AKN_AKN_H_
