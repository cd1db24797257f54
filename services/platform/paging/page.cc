#include "services/platform/paging/page.h"

#include <algorithm>

#include "absl/base/internal/endian.h"
#include "absl/strings/escaping.h"
#include "services/platform/errors/errors.h"

namespace rezon::paging {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kMaxToken = 4096;

absl::Status BadToken() {
  return errors::InvalidField("page_token", "is not a token of this query",
                              "Ссылка на страницу не относится к этому запросу");
}

void AppendLength(std::string& out, std::size_t length) {
  char bytes[2];
  absl::big_endian::Store16(bytes, static_cast<std::uint16_t>(length));
  out.append(bytes, sizeof(bytes));
}

}  // namespace

absl::StatusOr<int> PageSize(std::int32_t requested, const PageLimits& limits) {
  if (requested < 0) {
    return errors::InvalidField("page_size", "must not be negative",
                                "Размер страницы не может быть отрицательным");
  }
  if (requested == 0) return limits.default_size;
  return std::min<int>(requested, limits.max_size);
}

// FNV-1a over length-prefixed parts: stable between processes and versions of the program.
std::uint64_t QueryHash(absl::Span<const std::string_view> parts) {
  std::uint64_t hash = 14695981039346656037u;
  auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 1099511628211u; };
  for (std::string_view part : parts) {
    for (int shift = 0; shift < 32; shift += 8) {
      add(static_cast<unsigned char>(part.size() >> shift));
    }
    for (char c : part) add(static_cast<unsigned char>(c));
  }
  return hash;
}

std::string MakeToken(std::uint64_t query_hash, absl::Span<const std::string> key) {
  std::string bytes(1, kVersion);
  char hash[8];
  absl::big_endian::Store64(hash, query_hash);
  bytes.append(hash, sizeof(hash));
  for (const std::string& column : key) {
    AppendLength(bytes, column.size());
    bytes += column;
  }
  return absl::WebSafeBase64Escape(bytes);
}

absl::StatusOr<std::vector<std::string>> ReadToken(std::string_view token, std::uint64_t query_hash,
                                                   std::size_t columns) {
  std::vector<std::string> key;
  if (token.empty()) return key;
  std::string bytes;
  if (token.size() > kMaxToken ||
      !absl::WebSafeBase64Unescape(absl::string_view(token.data(), token.size()), &bytes) ||
      bytes.size() < 9 || bytes[0] != kVersion ||
      absl::big_endian::Load64(bytes.data() + 1) != query_hash) {
    return BadToken();
  }
  for (std::size_t at = 9; at < bytes.size();) {
    if (bytes.size() - at < 2) return BadToken();
    std::size_t length = absl::big_endian::Load16(bytes.data() + at);
    at += 2;
    if (bytes.size() - at < length) return BadToken();
    key.push_back(bytes.substr(at, length));
    if (key.back().find('\0') != std::string::npos) return BadToken();
    at += length;
  }
  if (key.size() != columns) return BadToken();
  return key;
}

}  // namespace rezon::paging
