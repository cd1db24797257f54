#ifndef REZON_SERVICES_DECISIONS_DOMAIN_ETAG_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_ETAG_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rezon::decisions {

// An etag is the row's version in quotes: "7".
std::string MakeEtag(std::int64_t version);

// The version in an etag; nullopt for an empty one (the caller does not care); 0, which no row ever
// has, for anything that is not an etag of ours, so that it fails as stale (AIP-154).
std::optional<std::int64_t> ReadEtag(std::string_view etag);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_ETAG_H_
