#ifndef REZON_SERVICES_PLATFORM_PAGING_PAGE_H_
#define REZON_SERVICES_PLATFORM_PAGING_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"

namespace rezon::paging {

// Limits of a list method, in rows.
struct PageLimits {
  int default_size = 50;
  int max_size = 1000;
};

// 0 is the default, larger sizes are clamped (AIP-158); negative is INVALID_ARGUMENT on page_size.
absl::StatusOr<int> PageSize(std::int32_t requested, const PageLimits& limits = {});

// Hash of what a page token is bound to: pass filter, order_by, parent and any other field that
// changes the list, always in the same order.
std::uint64_t QueryHash(absl::Span<const std::string_view> parts);

// A token that continues after the row whose sort key is `key` (the columns of ORDER BY as text,
// the id last). Versioned, URL-safe and opaque; not secret and not signed.
std::string MakeToken(std::uint64_t query_hash, absl::Span<const std::string> key);

// The sort key of a token; empty for an empty token (first page). INVALID_ARGUMENT on page_token
// for garbage, another version, another query, or another number of columns than `columns`.
absl::StatusOr<std::vector<std::string>> ReadToken(std::string_view token, std::uint64_t query_hash,
                                                   std::size_t columns);

}  // namespace rezon::paging

#endif  // REZON_SERVICES_PLATFORM_PAGING_PAGE_H_
