#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace rezon::gateway {

// A path template of google.api.http, such as "/v1/{name=resolutions/*}:adopt".
struct PathTemplate {
  struct Segment {
    enum class Kind { kLiteral, kOne, kRest };  // text, "*", "**"
    Kind kind = Kind::kLiteral;
    std::string literal;
  };
  // A part of the path that is a field of the request.
  struct Variable {
    // "point", "name" for {point.name=…}.
    std::vector<std::string> field_path;
    // Segments [begin, end) make the value.
    size_t begin = 0;
    size_t end = 0;
  };

  std::vector<Segment> segments;
  std::vector<Variable> variables;
  // What follows the last colon, without it; empty when there is none.
  std::string verb;
};

// Reads a template by the grammar of google/api/http.proto; "**" only at the end. INVALID_ARGUMENT
// says what is wrong with it.
absl::StatusOr<PathTemplate> ParseTemplate(std::string_view text);

}  // namespace rezon::gateway
