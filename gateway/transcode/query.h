#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gateway/transcode/binding.h"
#include "gateway/transcode/schema.h"

namespace rezon::gateway {

using QueryParameters = std::vector<std::pair<std::string, std::string>>;

// Takes "a=1&b=%D0%B0" apart. INVALID_ARGUMENT for a broken escape, bytes that are not UTF-8, NULs.
absl::StatusOr<QueryParameters> ParseQuery(std::string_view query);

// Appends the parameters to `request`, a message in wire format, each as the field it names
// (nested by dots, JSON or proto names, repeated fields by repetition). Refused with a field path:
// unknown fields, fields that the path or the body carries, a singular field twice, values that do
// not fit, messages other than Timestamp, Duration, FieldMask and the wrappers.
absl::Status AppendQuery(const Schema& schema, const Binding& binding,
                         const QueryParameters& parameters, std::string* request);

// Appends one value of a text field, nested in the messages above it.
void AppendText(const FieldPath& path, std::string_view value, std::string* request);

}  // namespace rezon::gateway
