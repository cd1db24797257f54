// Words by which a sentence gives somebody a part in the event.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_PARTY_ROLES_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_PARTY_ROLES_H_

#include <cstddef>
#include <string_view>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// «выступил», «является», «стала»: verb between a role and who had it.
bool IsActing(std::string_view word);

// «проведена», «состоялась»: verb of an event that was held.
bool IsHeld(std::string_view word);

// A role that somebody had, told by a noun; rule is null for none.
struct Role {
  PartyKind kind = PartyKind::kOrganiser;
  const char* rule = nullptr;
};

// The role that the word at token `i` names.
Role RoleAt(const TokenText& t, size_t i);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_PARTY_ROLES_H_
