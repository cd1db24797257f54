#pragma once

#include <random>
#include <string>
#include <vector>

#include "services/platform/feed/event.h"
#include "services/reporting/domain/facts.h"

namespace rezon::reporting {

// The facts as the assignments service would tell of them, with positions from 1.
std::vector<::rezon::feed::Event> AssignmentEvents(const std::vector<AssignmentFact>& facts);

// An event with this payload; the rest is made up.
::rezon::feed::Event MakeEvent(const std::string& type, const std::string& subject,
                               int64_t revision, const std::string& payload);

}  // namespace rezon::reporting
