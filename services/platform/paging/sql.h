#ifndef REZON_SERVICES_PLATFORM_PAGING_SQL_H_
#define REZON_SERVICES_PLATFORM_PAGING_SQL_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "services/platform/paging/filter.h"

namespace rezon::paging {

// How a field of a filter or order becomes SQL. Only listed fields exist.
struct Field {
  enum class Type { kText, kInt, kBool, kDate, kTime, kEnum, kUuid };
  // SQL of the left side, for example `a.due_date`. Written by the program, never by a caller.
  std::string column = {};
  Type type = Type::kText;
  // Enum names a caller may write, with what the column holds; kEnum only.
  absl::flat_hash_map<std::string, std::string> values = {};
  // Turns a caller's value into the column's, for example a resource name into its id. Optional.
  std::function<absl::StatusOr<std::string>(std::string_view)> convert = {};
  // Operators allowed; empty: those sensible for the type. `:` on text is a case-insensitive
  // substring; where it means something else give `has_sql`, with `?` for the bound value.
  std::vector<std::string> operators = {};
  std::string has_sql = {};
  // Full SQL templates for fields that are not one column, one for each operator, `?` for the
  // value.
  absl::flat_hash_map<std::string, std::string> templates = {};
};

using Fields = absl::flat_hash_map<std::string, Field>;

// A condition and the values bound to it as text, in order: `$first`, `$first+1` …
struct Condition {
  std::string sql;  // "TRUE" for an empty filter
  std::vector<std::string> values;
};

// Translates a filter. INVALID_ARGUMENT on `filter` for an unknown field, an operator the field
// does not take, or a value that is not of the field's type. Values are never put into the SQL
// text.
absl::StatusOr<Condition> ToSql(const Filter* filter, const Fields& fields, int first_parameter);

// One column of an order.
struct OrderColumn {
  std::string field;
  std::string column;
  bool descending = false;
};

// Parses `due_date desc, number`; empty gives `fallback`. INVALID_ARGUMENT on order_by for unknown
// or repeated fields. `fields` maps what a caller may write to SQL columns.
absl::StatusOr<std::vector<OrderColumn>> ParseOrder(
    std::string_view text, const absl::flat_hash_map<std::string, std::string>& fields,
    absl::Span<const OrderColumn> fallback);

}  // namespace rezon::paging

#endif  // REZON_SERVICES_PLATFORM_PAGING_SQL_H_
