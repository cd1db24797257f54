// From points to items: own text, addressees, deadline, inheritance, actionable or not.
#ifndef REZON_SERVICES_DECISIONS_READER_POINTS_ITEMS_H_
#define REZON_SERVICES_DECISIONS_READER_POINTS_ITEMS_H_

#include <optional>
#include <string>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/relations/relations.h"
#include "services/decisions/reader/structure/points.h"
#include "services/platform/terms/regime.h"

namespace rezon::reader {

// Takes the points' texts. `base_date` (YYYY-MM-DD or empty) is the day relative and yearless terms
// count from, `regime` by whose calendar and rules. `signer` controls the points whose control he
// keeps to himself («контроль оставляю за собой»). nullopt when headings and captions hand down so
// much to so many points that no real document can be meant. `relations` gets every point, with the
// tokens that are made of it here.
std::optional<std::vector<Item>> MakeItems(Points points, const std::string& base_date,
                                           const terms::Regime& regime,
                                           const std::optional<Responsible>& signer,
                                           PointRelations* relations);

// True for a text that only takes note or approves («Одобрить …», «… принять к сведению»).
bool IsAcknowledgement(std::string_view low);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_POINTS_ITEMS_H_
