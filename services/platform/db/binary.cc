#include "services/platform/db/binary.h"

#include <limits>

namespace rezon::db::binary {
namespace {

std::uint32_t Load32(std::string_view bytes) { return absl::big_endian::Load32(bytes.data()); }

}  // namespace

std::optional<std::int64_t> Integer(std::string_view bytes) {
  switch (bytes.size()) {
    case 2:
      return static_cast<std::int16_t>(absl::big_endian::Load16(bytes.data()));
    case 4:
      return static_cast<std::int32_t>(Load32(bytes));
    case 8:
      return static_cast<std::int64_t>(absl::big_endian::Load64(bytes.data()));
    default:
      return std::nullopt;
  }
}

std::string Uuid(std::string_view bytes) {
  std::string out;
  AppendUuid(bytes, out);
  return out;
}

void AppendUuid(std::string_view bytes, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  const std::size_t start = out.size();
  out.append(2 * bytes.size() + 4, '-');
  char* to = out.data() + start;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) ++to;
    auto byte = static_cast<unsigned char>(bytes[i]);
    *to++ = kHex[byte >> 4];
    *to++ = kHex[byte & 15];
  }
}

std::string DateText(absl::CivilDay day) {
  if (day.year() < 0 || day.year() > 9999) return absl::FormatCivilTime(day);
  // A page of rows has hundreds of dates: a format string read for each would be felt.
  std::string out = "0000-00-00";
  auto put = [&out](std::size_t last, int digits, int value) {
    for (std::size_t at = last; digits > 0; --digits, --at, value /= 10) {
      out[at] = static_cast<char>('0' + value % 10);
    }
  };
  put(3, 4, static_cast<int>(day.year()));
  put(6, 2, day.month());
  put(9, 2, day.day());
  return out;
}

absl::CivilDay Date(std::string_view bytes) {
  return absl::CivilDay(2000, 1, 1) + static_cast<std::int32_t>(Load32(bytes));
}

absl::Time Timestamp(std::string_view bytes) {
  std::int64_t micros = *Integer(bytes);
  if (micros == std::numeric_limits<std::int64_t>::max()) return absl::InfiniteFuture();
  if (micros == std::numeric_limits<std::int64_t>::min()) return absl::InfinitePast();
  constexpr std::int64_t kSecondsFrom1970To2000 = 946684800;
  return absl::FromUnixSeconds(kSecondsFrom1970To2000) + absl::Microseconds(micros);
}

double Real(std::string_view bytes) {
  if (bytes.size() == 4) {
    std::uint32_t bits = Load32(bytes);
    float value;
    std::memcpy(&value, &bits, sizeof(value));
    return value;
  }
  std::uint64_t bits = absl::big_endian::Load64(bytes.data());
  double value;
  std::memcpy(&value, &bits, sizeof(value));
  return value;
}

std::optional<Array> ReadArray(std::string_view bytes) {
  if (bytes.size() < 12) return std::nullopt;
  Array array;
  array.element = Load32(bytes.substr(8));
  std::uint32_t dimensions = Load32(bytes);
  if (dimensions == 0) return array;
  if (dimensions != 1 || bytes.size() < 20) return std::nullopt;
  std::uint32_t count = Load32(bytes.substr(12));
  bytes.remove_prefix(20);
  array.values.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (bytes.size() < 4) return std::nullopt;
    auto length = static_cast<std::int32_t>(Load32(bytes));
    bytes.remove_prefix(4);
    if (length < 0) {
      array.values.push_back(std::nullopt);
      continue;
    }
    if (bytes.size() < static_cast<std::size_t>(length)) return std::nullopt;
    array.values.push_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  return array;
}

bool Textual(unsigned oid) {
  switch (oid) {
    case kText:
    case kVarchar:
    case kBpchar:
    case kName:
    case kJson:
    case kJsonb:
      return true;
    default:
      return oid >= kFirstUserType;  // enums travel as their labels
  }
}

std::string_view TextOf(unsigned oid, std::string_view bytes) {
  if (oid == kJsonb && !bytes.empty()) bytes.remove_prefix(1);
  return bytes;
}

}  // namespace rezon::db::binary
