#ifndef REZON_SERVICES_DECISIONS_HANDLERS_ACCESS_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_ACCESS_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "google/protobuf/message.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"

namespace rezon::decisions {

// PERMISSION_DENIED unless the caller may change resolutions: operator, controller, integration.
// Reading needs no role beyond a valid token.
absl::Status CheckMayWrite(const server::CallContext& call);

// The key of a change. The hash covers the request without its request_id. INVALID_ARGUMENT when
// the id is neither empty nor a UUID.
absl::StatusOr<server::RequestKey> MakeKey(std::string_view method, const std::string& request_id,
                                           const google::protobuf::Message& request);

// The same over `content` instead of a message.
absl::StatusOr<server::RequestKey> MakeKeyOf(std::string_view method, const std::string& request_id,
                                             std::string_view content);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_ACCESS_H_
