#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace rezon::gateway {

// Checks that `text` is one JSON object by the grammar of RFC 8259 whose names are fields of
// `message`, before protobuf's more forgiving parser sees it. Refuses: text that is not UTF-8,
// NULs and lone surrogates (also escaped), the same field twice (also once as displayName and once
// as display_name), more than 64 levels, unknown fields. Values of known fields are checked by the
// parser. `top_level` gets the fields of the object's first level, in order; may be null.
// INVALID_ARGUMENT with a BadRequest field path, or with the reason JSON_MALFORMED.
absl::Status CheckJson(std::string_view text, const google::protobuf::Descriptor* message,
                       std::vector<const google::protobuf::FieldDescriptor*>* top_level = nullptr);

}  // namespace rezon::gateway
