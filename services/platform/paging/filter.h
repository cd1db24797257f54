#ifndef REZON_SERVICES_PLATFORM_PAGING_FILTER_H_
#define REZON_SERVICES_PLATFORM_PAGING_FILTER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace rezon::paging {

// A node of a parsed AIP-160 filter. The subset: comparisons `field op value` with = != < <= > >=
// and `:` (has), NOT or a leading `-`, AND (also by juxtaposition), OR (binds tighter than AND),
// and parentheses. Values are bare words, numbers or texts in quotes ("a \"b\"" or 'a').
struct Filter {
  enum class Kind { kAnd, kOr, kNot, kCompare };
  Kind kind = Kind::kCompare;
  // Of kAnd and kOr two or more, of kNot one.
  std::vector<std::unique_ptr<Filter>> children;
  // Of kCompare: the dotted field path, the operator as written and the value without its quotes.
  std::string field;
  std::string op;
  std::string value;
  bool quoted = false;
};

// Parses a filter; nullptr for an empty one. INVALID_ARGUMENT on `filter` with the byte offset of
// the fault; depth over 32 or more than 100 comparisons are refused too.
absl::StatusOr<std::unique_ptr<Filter>> ParseFilter(std::string_view text);

}  // namespace rezon::paging

#endif  // REZON_SERVICES_PLATFORM_PAGING_FILTER_H_
