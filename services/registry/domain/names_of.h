#pragma once

#include <string>
#include <vector>

#include "rezon/registry/v1/resources.pb.h"

// The names under which ResolveAddressees can find a resource; their stems are its `terms`.
namespace rezon::registry {

namespace pb = rezon::registry::v1;

std::vector<std::string> NamesOf(const pb::Territory& territory);
std::vector<std::string> NamesOf(const pb::Organisation& organisation);
std::vector<std::string> NamesOf(const pb::Official& official);
std::vector<std::string> NamesOf(const pb::AddresseeClass& addressee_class);
std::vector<std::string> NamesOf(const pb::Event& event);

}  // namespace rezon::registry
