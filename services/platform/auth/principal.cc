#include "services/platform/auth/principal.h"

#include <algorithm>

namespace rezon::auth {

bool Principal::HasRole(std::string_view role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool Principal::HasAnyRole(std::initializer_list<std::string_view> wanted) const {
  return std::any_of(wanted.begin(), wanted.end(),
                     [this](std::string_view role) { return HasRole(role); });
}

}  // namespace rezon::auth
