#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rezon::gateway {

// True for well-formed UTF-8 (RFC 3629): no surrogates, no overlong forms, nothing over U+10FFFF.
bool IsUtf8(std::string_view text);

// Decodes %XX. No value when an escape is broken, the result is not UTF-8 or holds a NUL.
std::optional<std::string> PercentDecode(std::string_view text, bool plus_is_space);

// "displayName" to "display_name", each part of a dotted path by itself.
std::string SnakeCase(std::string_view text);

}  // namespace rezon::gateway
