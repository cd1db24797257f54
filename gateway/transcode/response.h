#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "gateway/transcode/binding.h"
#include "gateway/transcode/schema.h"

namespace rezon::gateway {

// An answer ready to be sent.
struct RenderedResponse {
  std::string content_type;
  std::string body;
  // The quoted etag of the resource, or empty.
  std::string etag;
};

// The answer of a method from its message in wire format: JSON with every field printed, or the
// bytes of an HttpBody. INTERNAL when JSON cannot say what it holds, such as a time out of range.
absl::StatusOr<RenderedResponse> RenderResponse(const Schema& schema, const Binding& binding,
                                                const std::string& message);

}  // namespace rezon::gateway
