#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "rezon/registry/v1/resources.pb.h"
#include "services/platform/errors/errors.h"

// What a resource must hold before it is stored. Each gives OK or one INVALID_ARGUMENT with all
// violations; `prefix` is put before the paths ("organisation.").
namespace rezon::registry {

namespace pb = rezon::registry::v1;
using Violations = std::vector<errors::FieldViolation>;

absl::Status Check(const pb::Territory& territory, const std::string& prefix);
absl::Status Check(const pb::Organisation& organisation, const std::string& prefix);
absl::Status Check(const pb::Official& official, const std::string& prefix);
absl::Status Check(const pb::AddresseeClass& addressee_class, const std::string& prefix);
absl::Status Check(const pb::Event& event, const std::string& prefix);

// The violations of an organisation alone, for rows of an import.
Violations Faults(const pb::Organisation& organisation, const std::string& prefix);

// True for a real day written YYYY-MM-DD.
bool GoodDay(std::string_view day);

}  // namespace rezon::registry
