#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/status.h>

#include <chrono>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "services/platform/auth/principal.h"
#include "services/platform/trace/context.h"

namespace rezon::gateway {

// Prepares a call to a service on a caller's behalf: deadline, the caller's own token, trace
// context.
void PrepareUpstream(const auth::Principal& caller, const trace::SpanContext& span,
                     std::chrono::system_clock::time_point deadline, grpc::ClientContext* context);

// What a service answered, with its details. What gRPC itself made of a broken connection is put
// into words of ours, so that no address or internal text gets out: UNAVAILABLE with the reason
// BACKEND_UNAVAILABLE and RetryInfo, and so on. `backend` is the service's short name.
absl::Status FromUpstream(const grpc::Status& status, std::string_view backend);

// The same for a caller over gRPC: details as they came.
grpc::Status PassStatus(const grpc::Status& status, std::string_view backend);

// A message in wire format and back.
grpc::ByteBuffer ToBuffer(std::string_view bytes);
// False when the buffer is broken.
bool ToString(const grpc::ByteBuffer& buffer, std::string* bytes);

}  // namespace rezon::gateway
