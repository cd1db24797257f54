#include "services/decisions/reader/facts/party_roles.h"

#include "services/decisions/reader/lexicon/match.h"

namespace rezon::reader {

bool IsActing(std::string_view word) {
  return StartsWithAny(word, {"выступил", "выступа", "являет", "являют", "послужил"}) ||
         IsAnyOf(word, {"стал", "стала", "стали", "стало", "был", "была", "были"});
}

bool IsHeld(std::string_view word) {
  return StartsWithAny(word, {"проведен", "прошл", "прошел", "проходил", "состоял", "организован",
                              "подготовлен", "работал", "собрал"});
}

Role RoleAt(const TokenText& t, size_t i) {
  if (!t.IsWord(i)) return {};
  if (StartsWithAny(t[i], {"организатор", "соорганизатор", "учредител"})) {
    return {PartyKind::kOrganiser, "organiser.role"};
  }
  if (StartsWithAny(t[i], {"партнер", "спонсор"}) && !StartsWithAny(t[i], {"партнерств"})) {
    return {PartyKind::kPartner, "partner.role"};
  }
  if (t[i].starts_with("принимающ") && t[i + 1].starts_with("сторон")) {
    return {PartyKind::kHost, "host.role"};
  }
  if (StartsWithAny(t[i], {"хозяин", "хозяев", "хозяйк"})) return {PartyKind::kHost, "host.role"};
  if (t[i].starts_with("площадк") || t[i].starts_with("площадок") ||
      (t[i].starts_with("мест") && t[i + 1].starts_with("проведени"))) {
    return {PartyKind::kVenue, "venue.role"};
  }
  return {};
}

}  // namespace rezon::reader
