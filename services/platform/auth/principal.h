#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rezon::auth {

// Who makes a call, as a verified token says (design.md, Identity). Immutable once verified; shared
// between threads as shared_ptr<const Principal>.
struct Principal {
  // Claim "sub": stable identifier of the person or system; never empty.
  std::string subject;
  // Claim "roles": operator, controller, clerk, reporter, auditor, integration, registrar, service.
  std::vector<std::string> roles;
  // Claim "region": the region whose rows the caller may touch, such as "ru-tyu"; never empty.
  std::string region;
  // Claim "territories": resource names the caller is limited to; empty means the whole region.
  std::vector<std::string> territories;
  // Claim "organisations": resource names of the organisations the caller speaks for.
  std::vector<std::string> organisations;
  // The compact JWT itself, for calls made on the caller's behalf. Never to be logged.
  std::string token;
  // Claim "exp", seconds since the epoch.
  int64_t expires_at = 0;

  bool HasRole(std::string_view role) const;
  // True when the caller has at least one of the roles.
  bool HasAnyRole(std::initializer_list<std::string_view> wanted) const;
};

}  // namespace rezon::auth
