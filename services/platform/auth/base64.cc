#include "services/platform/auth/base64.h"

#include "absl/strings/escaping.h"

namespace rezon::auth {

std::string Base64UrlEncode(std::string_view bytes) {
  return absl::WebSafeBase64Escape({bytes.data(), bytes.size()});
}

std::optional<std::string> Base64UrlDecode(std::string_view text) {
  std::string bytes;
  // Encoding again catches everything absl's decoder forgives: one value has one spelling.
  if (!absl::WebSafeBase64Unescape({text.data(), text.size()}, &bytes) ||
      absl::WebSafeBase64Escape(bytes) != absl::string_view(text.data(), text.size())) {
    return std::nullopt;
  }
  return bytes;
}

}  // namespace rezon::auth
