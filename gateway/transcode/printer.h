#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "gateway/transcode/plan.h"
#include "gateway/transcode/schema.h"

namespace rezon::gateway {

// Appends a message in wire format as proto3 JSON on one line, straight from the bytes: no message
// object, no type looked up. Fields stand in the order of the contract; those without presence are
// printed also when they have their default. What protobuf's own printer does better (Any, Struct)
// is left to it. INTERNAL when the bytes are not the message, or hold what JSON cannot say (a time
// out of range).
absl::Status PrintJson(const Schema& schema, const MessagePlan& plan, std::string_view message,
                       std::string* json);

}  // namespace rezon::gateway
