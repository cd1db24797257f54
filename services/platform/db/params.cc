#include "services/platform/db/params.h"

#include <cmath>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/platform/errors/errors.h"

namespace rezon::db {
namespace {

std::string TimeText(absl::Time value) {
  if (value == absl::InfiniteFuture()) return "infinity";
  if (value == absl::InfinitePast()) return "-infinity";
  return absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", value, absl::UTCTimeZone());
}

std::string DateText(absl::CivilDay value) {
  return absl::StrFormat("%04d-%02d-%02d", value.year(), value.month(), value.day());
}

void AppendQuoted(std::string& out, std::string_view value) {
  out.push_back('"');
  for (char c : value) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  out.push_back('"');
}

}  // namespace

Params& Params::Push(std::string bytes) {
  values_.push_back({std::move(bytes), false, false});
  return *this;
}

void Params::CheckText(std::string_view value) {
  if (value.find('\0') == std::string_view::npos || !status_.ok()) return;
  status_ = errors::InvalidArgument("EMBEDDED_NUL", "a text must not contain the character U+0000",
                                    "Текст не должен содержать нулевой символ");
}

Params& Params::Null() {
  values_.push_back({std::string(), true, false});
  return *this;
}

Params& Params::Text(std::string_view value) {
  CheckText(value);
  return Push(std::string(value));
}

Params& Params::Text(const std::optional<std::string>& value) {
  return value ? Text(std::string_view(*value)) : Null();
}

Params& Params::Int(std::int64_t value) { return Push(absl::StrCat(value)); }

Params& Params::Int(std::optional<std::int64_t> value) { return value ? Int(*value) : Null(); }

Params& Params::Bool(bool value) { return Push(value ? "t" : "f"); }

Params& Params::Double(double value) {
  if (std::isnan(value)) return Push("NaN");
  if (std::isinf(value)) return Push(value > 0 ? "Infinity" : "-Infinity");
  return Push(absl::StrFormat("%.17g", value));
}

Params& Params::Bytes(std::string_view value) {
  values_.push_back({std::string(value), false, true});
  return *this;
}

Params& Params::Date(std::optional<absl::CivilDay> value) {
  return value ? Push(DateText(*value)) : Null();
}

Params& Params::Time(absl::Time value) { return Push(TimeText(value)); }

Params& Params::Time(std::optional<absl::Time> value) { return value ? Time(*value) : Null(); }

template <typename T, typename Write>
Params& Params::Array(absl::Span<const T> values, Write write) {
  std::string out = "{";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out.push_back(',');
    write(out, values[i]);
  }
  out.push_back('}');
  return Push(std::move(out));
}

Params& Params::TextArray(absl::Span<const std::string> values) {
  return Array(values, [this](std::string& out, const std::string& value) {
    CheckText(value);
    AppendQuoted(out, value);
  });
}

Params& Params::TextArray(absl::Span<const std::optional<std::string>> values) {
  return Array(values, [this](std::string& out, const std::optional<std::string>& value) {
    if (!value) {
      out += "NULL";
      return;
    }
    CheckText(*value);
    AppendQuoted(out, *value);
  });
}

Params& Params::IntArray(absl::Span<const std::int64_t> values) {
  return Array(values, [](std::string& out, std::int64_t value) { absl::StrAppend(&out, value); });
}

Params& Params::IntArray(absl::Span<const std::optional<std::int64_t>> values) {
  return Array(values, [](std::string& out, std::optional<std::int64_t> value) {
    value ? absl::StrAppend(&out, *value) : absl::StrAppend(&out, "NULL");
  });
}

Params& Params::BoolArray(absl::Span<const bool> values) {
  return Array(values, [](std::string& out, bool value) { out += value ? "t" : "f"; });
}

Params& Params::BytesArray(absl::Span<const std::string> values) {
  return Array(values, [](std::string& out, const std::string& value) {
    absl::StrAppend(&out, "\"\\\\x", absl::BytesToHexString(value), "\"");
  });
}

Params& Params::DateArray(absl::Span<const std::optional<absl::CivilDay>> values) {
  return Array(values, [](std::string& out, std::optional<absl::CivilDay> value) {
    absl::StrAppend(&out, value ? DateText(*value) : "NULL");
  });
}

}  // namespace rezon::db
