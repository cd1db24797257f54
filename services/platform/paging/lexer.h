#ifndef REZON_SERVICES_PLATFORM_PAGING_LEXER_H_
#define REZON_SERVICES_PLATFORM_PAGING_LEXER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace rezon::paging {

// A word of a filter. Internal to paging.
struct Token {
  enum class Kind { kEnd, kWord, kText, kOperator, kOpen, kClose, kMinus };
  Kind kind = Kind::kEnd;
  std::string text;
  std::size_t offset = 0;  // byte in the filter
};

// Splits a filter; the last token is kEnd. INVALID_ARGUMENT on `filter` for an open quote, a stray
// character or bytes that are not UTF-8 text.
absl::StatusOr<std::vector<Token>> Tokenize(std::string_view text);

// INVALID_ARGUMENT on `filter`, naming the byte where it stops making sense.
absl::Status FilterError(std::size_t offset, std::string_view what);

}  // namespace rezon::paging

#endif  // REZON_SERVICES_PLATFORM_PAGING_LEXER_H_
