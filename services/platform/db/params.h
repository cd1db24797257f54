#ifndef REZON_SERVICES_PLATFORM_DB_PARAMS_H_
#define REZON_SERVICES_PLATFORM_DB_PARAMS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "absl/types/span.h"

namespace rezon::db {

// The parameters of one execution, in order. Each adder returns the object, so that calls chain:
//   Params().Text(region).Int(version).TextArray(ids)
// Values travel as text and take the type that the statement casts them to (bytea travels raw).
// A text with an embedded NUL makes the execution fail with INVALID_ARGUMENT. Values are copied.
class Params {
 public:
  Params& Null();
  // text, varchar, uuid, date, jsonb …: anything with a textual form.
  Params& Text(std::string_view value);
  Params& Text(const std::string& value) { return Text(std::string_view(value)); }
  Params& Text(const char* value) { return Text(std::string_view(value)); }
  Params& Text(const std::optional<std::string>& value);
  // int2, int4, int8.
  Params& Int(std::int64_t value);
  Params& Int(std::optional<std::int64_t> value);
  Params& Bool(bool value);
  Params& Double(double value);
  // bytea.
  Params& Bytes(std::string_view value);
  // date; nullopt is NULL.
  Params& Date(std::optional<absl::CivilDay> value);
  // timestamptz, to the microsecond; infinities are kept.
  Params& Time(absl::Time value);
  Params& Time(std::optional<absl::Time> value);
  // text[], uuid[], date[], jsonb[] …: the statement casts, `$1::uuid[]`.
  Params& TextArray(absl::Span<const std::string> values);
  // The same with NULL elements.
  Params& TextArray(absl::Span<const std::optional<std::string>> values);
  // int4[], int8[].
  Params& IntArray(absl::Span<const std::int64_t> values);
  Params& IntArray(absl::Span<const std::optional<std::int64_t>> values);
  Params& BoolArray(absl::Span<const bool> values);
  // bytea[].
  Params& BytesArray(absl::Span<const std::string> values);
  // date[], NULL elements for nullopt.
  Params& DateArray(absl::Span<const std::optional<absl::CivilDay>> values);

  int size() const { return static_cast<int>(values_.size()); }
  // OK, or INVALID_ARGUMENT naming the first parameter that cannot be sent.
  const absl::Status& status() const { return status_; }

 private:
  friend class Connection;
  struct Value {
    std::string bytes;
    bool null = false;
    bool binary = false;
  };
  Params& Push(std::string bytes);
  void CheckText(std::string_view value);
  template <typename T, typename Write>
  Params& Array(absl::Span<const T> values, Write write);

  std::vector<Value> values_;
  absl::Status status_;
};

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_PARAMS_H_
