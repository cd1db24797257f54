// Who signed the decision.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_SIGNER_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_SIGNER_H_

#include <optional>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/structure/zones.h"

namespace rezon::reader {

// The first signature behind the operative part, post and name as printed («Глава округа И.И.
// Иванов»), marked as controller and signer; nullopt when there is none.
std::optional<Responsible> FindSigner(const std::vector<Block>& blocks, const Zones& zones);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_SIGNER_H_
