#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

// Resource names (AIP-122): "assignments/{assignment}", "resolutions/{resolution}/points/{point}".
namespace rezon::names {

// The variable parts of `name` under `pattern`, in order, or nullopt when the name has another
// shape. A part is 1-63 characters of a-z, 0-9, '-', '_' or '.'; views into `name`.
// Match("assignments/{a}", "assignments/01") gives {"01"}.
std::optional<std::vector<std::string_view>> Match(std::string_view pattern, std::string_view name);

// As Match, with strings of their own; INVALID_ARGUMENT naming `field` when the shape is wrong.
absl::StatusOr<std::vector<std::string>> Parse(std::string_view pattern, std::string_view name,
                                               std::string_view field = "name");

// For the usual one-part names whose id is a UUID: ParseUuid("assignments", name) gives the id.
absl::StatusOr<std::string> ParseUuid(std::string_view collection, std::string_view name,
                                      std::string_view field = "name");

// For one-part names with free ids, such as "territories/71701000".
absl::StatusOr<std::string> ParseId(std::string_view collection, std::string_view name,
                                    std::string_view field = "name");

// "collection/id".
std::string Join(std::string_view collection, std::string_view id);

}  // namespace rezon::names
