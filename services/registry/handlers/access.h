#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "google/protobuf/message.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"

namespace rezon::registry {

// PERMISSION_DENIED unless the caller may change the registry: registrar, operator, integration.
// Reading needs no role beyond a valid token.
absl::Status CheckMayWrite(const server::CallContext& call);

// The key of a change; the hash covers the request without its request_id. INVALID_ARGUMENT when
// the id is neither empty nor a UUID.
absl::StatusOr<server::RequestKey> MakeKey(std::string_view method, const std::string& request_id,
                                           const google::protobuf::Message& request);
// The same over `content` instead of a message.
absl::StatusOr<server::RequestKey> MakeKeyOf(std::string_view method, const std::string& request_id,
                                             std::string_view content);

// Raw SHA-256, and as lower-case hexadecimal.
std::string Sha256(std::string_view content);
std::string Sha256Hex(std::string_view content);

}  // namespace rezon::registry
