#ifndef REZON_SERVICES_DECISIONS_DOMAIN_UTF8_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace rezon::decisions {

// Bytes of the character that starts at `at`; 0 when it is not well-formed UTF-8 there.
std::size_t CharacterSize(std::string_view text, std::size_t at);

// Well-formed UTF-8 without control characters other than tab and line feed.
bool IsPlainUtf8(std::string_view text);

// At most `most` characters; a cut text ends with «…». `text` is well-formed UTF-8.
std::string Shorten(std::string_view text, std::size_t most);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_UTF8_H_
