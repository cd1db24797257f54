#ifndef REZON_SERVICES_DECISIONS_DOMAIN_ADDRESSEES_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_ADDRESSEES_H_

#include <map>
#include <string>
#include <vector>

#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/directory.h"

namespace rezon::decisions {

// What to ask the registry about a resolution: its open phrases, its territory and how far its
// event reaches.
Question QuestionOf(const Aggregate& aggregate);

// The distinct phrases that the registry has to be asked about, in document order. Left out is what
// a person chose: an addressee with targets in a point that has a corrector.
std::vector<std::string> OpenPhrases(const Aggregate& aggregate);

// Writes the registry's answers into every point with the phrase, but not over a person's choice,
// fills an empty territory, and touches the points that change. Warns when points stay open because
// the territory of the event is not in the registry.
void ApplyFindings(const Findings& findings, Aggregate& aggregate);

// Target to name for people, as far as the resolution's addressees and alternatives know it.
std::map<std::string, std::string> KnownNames(const Aggregate& aggregate);

// Takes away the warning about the territory, once a person has chosen one.
void ClearTerritoryWarning(pb::Resolution& resolution);

// Makes a warning about addressees that could not be looked up, once.
void WarnUnresolved(pb::Resolution& resolution);
// Takes that warning away after a lookup that worked.
void ClearUnresolvedWarning(pb::Resolution& resolution);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_ADDRESSEES_H_
