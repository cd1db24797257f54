#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace grpc {
class Status;
}

// The only converter between absl::Status and grpc::Status.
namespace rezon::errors {

// Upper bound of the serialised google.rpc.Status (anchors.md §5): larger trailers spoil
// neighbouring calls on the same channel. Violations and metadata that do not fit are left out, and
// the count of what was left out is ErrorInfo.metadata["omitted"].
inline constexpr size_t kMaxDetailsBytes = 4000;

// What the caller gets. `domain` ("rezon.<service>") fills an ErrorInfo that has none. INTERNAL,
// UNKNOWN and DATA_LOSS answer "internal error, reference <id>"; the real text goes to the log
// under that reference.
grpc::Status ToGrpc(const absl::Status& status, std::string_view domain);

// The reverse, for clients: details become payloads again, so errors::Reason etc. work on answers.
absl::Status FromGrpc(const grpc::Status& status);

}  // namespace rezon::errors
