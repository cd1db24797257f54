#include "services/platform/db/result.h"

#include <libpq-fe.h>

#include <cstdlib>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/platform/db/binary.h"
#include "services/platform/log/log.h"

namespace rezon::db {

void Result::Free::operator()(pg_result* result) const { PQclear(result); }

Result::Result(pg_result* adopted)
    : result_(adopted), rows_(PQntuples(adopted)), columns_(PQnfields(adopted)) {}

std::int64_t Result::affected() const {
  std::int64_t count = 0;
  if (result_ == nullptr || !absl::SimpleAtoi(PQcmdTuples(result_.get()), &count)) return 0;
  return count;
}

void Result::Misuse(int row, int column, const char* what) const {
  const char* name = result_ != nullptr && column >= 0 ? PQfname(result_.get(), column) : nullptr;
  log::Error("a result column was read wrongly", {{"column", name != nullptr ? name : "?"},
                                                  {"column_index", column},
                                                  {"row", row},
                                                  {"fault", what}});
  std::abort();
}

// A page reads some two thousand cells, so each is asked of libpq once.
Result::Cell Result::At(int row, int column) const {
  if (row < 0 || row >= rows_ || column < 0 || column >= columns_) Misuse(row, column, "range");
  const int length = PQgetlength(result_.get(), row, column);
  const bool null = length == 0 && PQgetisnull(result_.get(), row, column) != 0;
  return {PQftype(result_.get(), column),
          null,
          {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(length)}};
}

std::string_view Result::Raw(int row, int column) const {
  const Cell cell = At(row, column);
  if (cell.null) Misuse(row, column, "null");
  return cell.bytes;
}

bool Result::IsNull(int row, int column) const { return At(row, column).null; }

std::string_view Result::View(int row, int column) const {
  const Cell cell = At(row, column);
  if (cell.null) return {};
  if (!binary::Textual(cell.type)) Misuse(row, column, "not a text");
  return binary::TextOf(cell.type, cell.bytes);
}

std::string Result::Text(int row, int column) const {
  std::string text;
  AppendText(row, column, text);
  return text;
}

void Result::AppendText(int row, int column, std::string& out) const {
  const Cell cell = At(row, column);
  if (cell.null) return;
  switch (cell.type) {
    case binary::kUuid:
      return binary::AppendUuid(cell.bytes, out);
    case binary::kDate:
      out += binary::DateText(binary::Date(cell.bytes));
      return;
    case binary::kInt2:
    case binary::kInt4:
    case binary::kInt8:
      return absl::StrAppend(&out, *binary::Integer(cell.bytes));
    case binary::kBool:
      out += cell.bytes[0] != 0 ? "true" : "false";
      return;
    default:
      if (!binary::Textual(cell.type)) Misuse(row, column, "not a text");
      out += binary::TextOf(cell.type, cell.bytes);
  }
}

std::optional<std::string> Result::OptionalText(int row, int column) const {
  if (IsNull(row, column)) return std::nullopt;
  return Text(row, column);
}

std::int64_t Result::Int(int row, int column) const {
  const Cell cell = At(row, column);
  if (cell.null) Misuse(row, column, "null");
  switch (cell.type) {
    case binary::kInt2:
    case binary::kInt4:
    case binary::kInt8:
      return *binary::Integer(cell.bytes);
    case binary::kOid:
      return *binary::Integer(cell.bytes) & 0xffffffff;
    default:
      Misuse(row, column, "not an integer");
  }
}

std::optional<std::int64_t> Result::OptionalInt(int row, int column) const {
  if (IsNull(row, column)) return std::nullopt;
  return Int(row, column);
}

bool Result::Bool(int row, int column) const {
  if (PQftype(result_.get(), column) != binary::kBool) Misuse(row, column, "not a boolean");
  return Raw(row, column)[0] != 0;
}

double Result::Double(int row, int column) const {
  unsigned type = PQftype(result_.get(), column);
  if (type != binary::kFloat4 && type != binary::kFloat8) Misuse(row, column, "not a float");
  return binary::Real(Raw(row, column));
}

std::string_view Result::Bytes(int row, int column) const {
  if (PQftype(result_.get(), column) != binary::kBytea) Misuse(row, column, "not bytea");
  return IsNull(row, column) ? std::string_view() : Raw(row, column);
}

absl::CivilDay Result::Date(int row, int column) const {
  if (PQftype(result_.get(), column) != binary::kDate) Misuse(row, column, "not a date");
  return binary::Date(Raw(row, column));
}

std::optional<absl::CivilDay> Result::OptionalDate(int row, int column) const {
  if (IsNull(row, column)) return std::nullopt;
  return Date(row, column);
}

absl::Time Result::Time(int row, int column) const {
  if (PQftype(result_.get(), column) != binary::kTimestamptz) {
    Misuse(row, column, "not a timestamptz");
  }
  return binary::Timestamp(Raw(row, column));
}

std::optional<absl::Time> Result::OptionalTime(int row, int column) const {
  if (IsNull(row, column)) return std::nullopt;
  return Time(row, column);
}

std::vector<std::string> Result::TextArray(int row, int column) const {
  if (IsNull(row, column)) return {};
  auto array = binary::ReadArray(Raw(row, column));
  if (!array) Misuse(row, column, "not an array");
  std::vector<std::string> out;
  out.reserve(array->values.size());
  for (const auto& value : array->values) {
    if (!value) {
      out.emplace_back();
    } else if (array->element == binary::kUuid) {
      out.push_back(binary::Uuid(*value));
    } else if (binary::Textual(array->element)) {
      out.emplace_back(binary::TextOf(array->element, *value));
    } else {
      Misuse(row, column, "not an array of texts");
    }
  }
  return out;
}

std::vector<std::int64_t> Result::IntArray(int row, int column) const {
  if (IsNull(row, column)) return {};
  auto array = binary::ReadArray(Raw(row, column));
  if (!array) Misuse(row, column, "not an array");
  std::vector<std::int64_t> out;
  out.reserve(array->values.size());
  for (const auto& value : array->values) {
    auto number = value ? binary::Integer(*value) : std::nullopt;
    if (!number) Misuse(row, column, "not an array of integers");
    out.push_back(*number);
  }
  return out;
}

}  // namespace rezon::db
