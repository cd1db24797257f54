#ifndef REZON_SERVICES_DECISIONS_DOMAIN_DIGEST_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_DIGEST_H_

#include <string>
#include <string_view>

namespace rezon::decisions {

// SHA-256 of the bytes in lower-case hexadecimal.
std::string Sha256Hex(std::string_view bytes);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_DIGEST_H_
