#ifndef REZON_SERVICES_PLATFORM_DB_RESULT_H_
#define REZON_SERVICES_PLATFORM_DB_RESULT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

struct pg_result;

namespace rezon::db {

// The rows of one statement. Immutable; movable; views into it live as long as it does.
// A getter whose type does not fit the column, an index out of range, or a NULL read by a getter
// that cannot say so is a mistake in the program and aborts it with the column's name in the log.
class Result {
 public:
  Result() = default;
  explicit Result(pg_result* adopted);

  int rows() const { return rows_; }
  bool empty() const { return rows_ == 0; }
  int columns() const { return columns_; }
  // Rows inserted, updated, deleted or selected, as the server's command tag says.
  std::int64_t affected() const;

  bool IsNull(int row, int column) const;
  // text, varchar, name, json, jsonb: without a copy. NULL reads as empty.
  std::string_view View(int row, int column) const;
  // As View, but also uuid (lower case with dashes), date (ISO), integers and booleans.
  std::string Text(int row, int column) const;
  // As Text, put after what `out` has.
  void AppendText(int row, int column, std::string& out) const;
  std::optional<std::string> OptionalText(int row, int column) const;
  // int2, int4, int8.
  std::int64_t Int(int row, int column) const;
  std::optional<std::int64_t> OptionalInt(int row, int column) const;
  bool Bool(int row, int column) const;
  // float4, float8. numeric is not read: cast it to text or float8 in the statement.
  double Double(int row, int column) const;
  // bytea, without a copy.
  std::string_view Bytes(int row, int column) const;
  absl::CivilDay Date(int row, int column) const;
  std::optional<absl::CivilDay> OptionalDate(int row, int column) const;
  // timestamptz, to the microsecond.
  absl::Time Time(int row, int column) const;
  std::optional<absl::Time> OptionalTime(int row, int column) const;
  // text[], uuid[], varchar[], jsonb[]; NULL array and NULL elements read as empty.
  std::vector<std::string> TextArray(int row, int column) const;
  // int4[], int8[].
  std::vector<std::int64_t> IntArray(int row, int column) const;

 private:
  struct Free {
    void operator()(pg_result* result) const;
  };
  // One value as the server sent it; NULL has no bytes.
  struct Cell {
    unsigned type;
    bool null;
    std::string_view bytes;
  };
  Cell At(int row, int column) const;
  // The value's bytes; NULL is a misuse.
  std::string_view Raw(int row, int column) const;
  [[noreturn]] void Misuse(int row, int column, const char* what) const;

  std::unique_ptr<pg_result, Free> result_;
  int rows_ = 0;
  int columns_ = 0;
};

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_RESULT_H_
