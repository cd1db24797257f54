#include "gateway/transcode/scalars.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "absl/strings/escaping.h"
#include "services/platform/log/json.h"

namespace rezon::gateway {
namespace {

using Type = google::protobuf::FieldDescriptor::Type;
using Descriptor = google::protobuf::FieldDescriptor;

constexpr int64_t kFirstSecond = -62135596800;  // 0001-01-01
constexpr int64_t kLastSecond = 253402300799;   // 9999-12-31T23:59:59
constexpr int64_t kLongestDuration = 315576000000;

template <typename Number>
void Append(Number number, std::string* json) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  json->append(text, static_cast<size_t>(end - text));
}

template <typename Number>
void AppendQuoted(Number number, std::string* json) {
  json->push_back('"');
  Append(number, json);
  json->push_back('"');
}

template <typename Real>
void AppendReal(Real real, std::string* json) {
  if (std::isnan(real)) {
    json->append("\"NaN\"");
  } else if (std::isinf(real)) {
    json->append(real > 0 ? "\"Infinity\"" : "\"-Infinity\"");
  } else {
    Append(real, json);
  }
}

int64_t ZigZag(uint64_t value) {
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

// ".5", ".000001" and the like in 3, 6 or 9 digits; nothing for 0.
void AppendFraction(int32_t nanos, std::string* json) {
  if (nanos == 0) return;
  char text[16];
  if (nanos % 1'000'000 == 0) {
    std::snprintf(text, sizeof text, ".%03d", nanos / 1'000'000);
  } else if (nanos % 1'000 == 0) {
    std::snprintf(text, sizeof text, ".%06d", nanos / 1'000);
  } else {
    std::snprintf(text, sizeof text, ".%09d", nanos);
  }
  json->append(text);
}

}  // namespace

bool IsNumber(Type type) {
  return type != Descriptor::TYPE_STRING && type != Descriptor::TYPE_BYTES &&
         type != Descriptor::TYPE_MESSAGE && type != Descriptor::TYPE_GROUP;
}

size_t FixedWidth(Type type) {
  switch (type) {
    case Descriptor::TYPE_DOUBLE:
    case Descriptor::TYPE_FIXED64:
    case Descriptor::TYPE_SFIXED64:
      return 8;
    case Descriptor::TYPE_FLOAT:
    case Descriptor::TYPE_FIXED32:
    case Descriptor::TYPE_SFIXED32:
      return 4;
    default:
      return 0;
  }
}

void AppendNumber(const FieldPlan& field, uint64_t value, std::string* json) {
  switch (field.type) {
    case Descriptor::TYPE_BOOL:
      json->append(value != 0 ? "true" : "false");
      break;
    case Descriptor::TYPE_ENUM: {
      const auto number = static_cast<int32_t>(value);
      auto name = field.names.find(number);
      name == field.names.end() ? Append(number, json) : void(json->append(name->second));
      break;
    }
    case Descriptor::TYPE_DOUBLE: {
      double real;
      std::memcpy(&real, &value, sizeof real);
      AppendReal(real, json);
      break;
    }
    case Descriptor::TYPE_FLOAT: {
      float real;
      const auto bits = static_cast<uint32_t>(value);
      std::memcpy(&real, &bits, sizeof real);
      AppendReal(real, json);
      break;
    }
    case Descriptor::TYPE_INT32:
    case Descriptor::TYPE_SFIXED32:
      Append(static_cast<int32_t>(value), json);
      break;
    case Descriptor::TYPE_UINT32:
    case Descriptor::TYPE_FIXED32:
      Append(static_cast<uint32_t>(value), json);
      break;
    case Descriptor::TYPE_SINT32:
      Append(static_cast<int32_t>(ZigZag(value)), json);
      break;
    case Descriptor::TYPE_SINT64:
      AppendQuoted(ZigZag(value), json);
      break;
    case Descriptor::TYPE_UINT64:
    case Descriptor::TYPE_FIXED64:
      AppendQuoted(value, json);
      break;
    default:
      AppendQuoted(static_cast<int64_t>(value), json);
  }
}

void AppendBytes(const FieldPlan& field, std::string_view bytes, std::string* json) {
  if (field.type == Descriptor::TYPE_STRING) return log::AppendJsonText(*json, bytes);
  std::string encoded;
  absl::Base64Escape({bytes.data(), bytes.size()}, &encoded);
  json->append("\"").append(encoded).append("\"");
}

bool AppendTimestamp(int64_t seconds, int32_t nanos, std::string* json) {
  if (seconds < kFirstSecond || seconds > kLastSecond || nanos < 0 || nanos > 999'999'999) {
    return false;
  }
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  char text[40];
  std::snprintf(text, sizeof text, "\"%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  json->append(text);
  AppendFraction(nanos, json);
  json->append("Z\"");
  return true;
}

bool AppendDuration(int64_t seconds, int32_t nanos, std::string* json) {
  if (std::abs(seconds) > kLongestDuration || std::abs(nanos) > 999'999'999 ||
      (seconds < 0 && nanos > 0) || (seconds > 0 && nanos < 0)) {
    return false;
  }
  json->append(seconds < 0 || nanos < 0 ? "\"-" : "\"");
  Append(std::abs(seconds), json);
  AppendFraction(std::abs(nanos), json);
  json->append("s\"");
  return true;
}

void AppendCamelCase(std::string_view path, std::string* json) {
  bool up = false;
  for (char c : path) {
    if (c == '_') {
      up = true;
      continue;
    }
    json->push_back(up && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    up = false;
  }
}

}  // namespace rezon::gateway
