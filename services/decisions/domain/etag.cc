#include "services/decisions/domain/etag.h"

#include <charconv>

#include "absl/strings/str_cat.h"

namespace rezon::decisions {

std::string MakeEtag(std::int64_t version) { return absl::StrCat("\"", version, "\""); }

std::optional<std::int64_t> ReadEtag(std::string_view etag) {
  if (etag.empty()) return std::nullopt;
  if (etag.size() < 3 || etag.front() != '"' || etag.back() != '"') return 0;
  std::int64_t version = 0;
  std::string_view digits = etag.substr(1, etag.size() - 2);
  if (digits.front() < '1' || digits.front() > '9') return 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  return error == std::errc() && end == digits.data() + digits.size() ? version : 0;
}

}  // namespace rezon::decisions
