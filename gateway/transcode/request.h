#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "gateway/transcode/binding.h"
#include "gateway/transcode/schema.h"

namespace rezon::gateway {

// What a request brings beside its path. Views into the HTTP message.
struct RequestParts {
  std::string_view query;
  // JSON, or empty. Not used for uploads.
  std::string_view body;
  std::string_view if_match;
  std::string_view idempotency_key;
};

// The gRPC request of an HTTP request, in wire format. For an upload it is the first message
// without its file. INVALID_ARGUMENT with field paths on anything that is not understood.
absl::StatusOr<std::string> BuildRequest(const Schema& schema, const Binding& binding,
                                         const std::vector<std::string>& path_values,
                                         const RequestParts& parts);

// A message of an upload: HttpBody{content_type, data} in the field that is the HTTP body, to be
// appended to `request`.
void AppendChunk(const Binding& binding, std::string_view content_type, std::string_view data,
                 std::string* request);

}  // namespace rezon::gateway
