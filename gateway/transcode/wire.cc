#include "gateway/transcode/wire.h"

namespace rezon::gateway::wire {
namespace {

constexpr int kVarint = 0;
constexpr int kFixed64 = 1;
constexpr int kBytes = 2;
constexpr int kFixed32 = 5;

std::optional<uint64_t> TakeVarint(std::string_view& bytes) {
  uint64_t value = 0;
  for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

// Length of the value after a tag whose type is not kBytes; no value for groups and rubbish.
std::optional<size_t> FixedLength(int type, std::string_view bytes) {
  if (type == kFixed64) return 8;
  if (type == kFixed32) return 4;
  if (type != kVarint) return std::nullopt;
  std::string_view rest = bytes;
  if (!TakeVarint(rest)) return std::nullopt;
  return bytes.size() - rest.size();
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

std::optional<std::string_view> FindBytesField(std::string_view message, int number) {
  std::optional<std::string_view> found;
  while (!message.empty()) {
    const auto tag = TakeVarint(message);
    if (!tag) return std::nullopt;
    const int type = static_cast<int>(*tag & 7);
    const auto length = type == kBytes ? TakeVarint(message) : FixedLength(type, message);
    if (!length || *length > message.size()) return std::nullopt;
    if (type == kBytes && *tag >> 3 == static_cast<uint64_t>(number)) {
      found = message.substr(0, *length);
    }
    message.remove_prefix(*length);
  }
  return found;
}

}  // namespace rezon::gateway::wire
