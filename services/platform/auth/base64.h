#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rezon::auth {

// Base64url without padding, as JOSE writes it (RFC 7515, section 2).
std::string Base64UrlEncode(std::string_view bytes);
// Strict: another alphabet, padding, white space or stray bits give no value.
std::optional<std::string> Base64UrlDecode(std::string_view text);

}  // namespace rezon::auth
