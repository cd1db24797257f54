#ifndef REZON_SERVICES_ASSIGNMENTS_HANDLERS_ACCESS_H_
#define REZON_SERVICES_ASSIGNMENTS_HANDLERS_ACCESS_H_

#include <google/protobuf/message.h>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "services/platform/server/call.h"

namespace rezon::assignments {

// The current calendar day in the region's time zone; injected, so that tests choose it.
using Today = std::function<absl::CivilDay()>;

// OK, or PERMISSION_DENIED (ROLE_REQUIRED) naming the roles.
absl::Status RequireRole(const server::CallContext& call,
                         std::initializer_list<std::string_view> roles);

// Lower-case UUID or empty; INVALID_ARGUMENT on request_id otherwise.
absl::StatusOr<std::string> RequestId(const std::string& request_id);

// Hash of a request's content without its request_id: tells a retry from another request.
std::string ContentHash(const google::protobuf::Message& request);

// INVALID_ARGUMENT on `field` when a text is empty though required, too long, or has a NUL.
absl::Status CheckText(std::string_view field, const std::string& text, bool required,
                       std::size_t max_bytes);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_HANDLERS_ACCESS_H_
