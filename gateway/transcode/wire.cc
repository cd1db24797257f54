#include "gateway/transcode/wire.h"

namespace rezon::gateway::wire {
namespace {

constexpr int kVarint = 0;
constexpr int kFixed64 = 1;
constexpr int kBytes = 2;
constexpr int kFixed32 = 5;

std::optional<uint64_t> TakeNumber(int type, std::string_view* message) {
  switch (type) {
    case kFixed64:
      return TakeFixed(message, 8);
    case kFixed32:
      return TakeFixed(message, 4);
    case kVarint:
    case kBytes:  // its length
      return TakeVarint(message);
    default:
      return std::nullopt;
  }
}

}  // namespace

void AppendVarint(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

void AppendVarintField(std::string& out, int number, uint64_t value) {
  AppendVarint(out, static_cast<uint64_t>(number) << 3 | kVarint);
  AppendVarint(out, value);
}

void AppendBytesField(std::string& out, int number, std::string_view bytes) {
  AppendVarint(out, static_cast<uint64_t>(number) << 3 | kBytes);
  AppendVarint(out, bytes.size());
  out.append(bytes);
}

std::optional<uint64_t> TakeVarint(std::string_view* bytes) {
  uint64_t value = 0;
  for (int shift = 0; shift < 64 && !bytes->empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes->front());
    bytes->remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

std::optional<uint64_t> TakeFixed(std::string_view* bytes, size_t width) {
  if (bytes->size() < width) return std::nullopt;
  uint64_t value = 0;
  for (size_t i = width; i > 0; --i) {
    value = value << 8 | static_cast<unsigned char>((*bytes)[i - 1]);
  }
  bytes->remove_prefix(width);
  return value;
}

bool TakeField(std::string_view* message, Field* field) {
  const auto tag = TakeVarint(message);
  if (!tag || *tag >> 3 == 0 || *tag >> 3 > 0x1FFFFFFF) return false;
  const int type = static_cast<int>(*tag & 7);
  const auto number = TakeNumber(type, message);
  if (!number) return false;
  field->number = static_cast<int>(*tag >> 3);
  field->is_bytes = type == kBytes;
  field->value = *number;
  field->bytes = {};
  if (!field->is_bytes) return true;
  if (*number > message->size()) return false;
  field->bytes = message->substr(0, *number);
  message->remove_prefix(*number);
  return true;
}

std::optional<std::string_view> FindBytesField(std::string_view message, int number) {
  std::optional<std::string_view> found;
  for (Field field; !message.empty();) {
    if (!TakeField(&message, &field)) return std::nullopt;
    if (field.is_bytes && field.number == number) found = field.bytes;
  }
  return found;
}

}  // namespace rezon::gateway::wire
