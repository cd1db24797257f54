#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The few pieces of the protobuf wire format that the gateway writes and reads itself, so that no
// message object is needed on the way of a call.
namespace rezon::gateway::wire {

void AppendVarint(std::string& out, uint64_t value);
// A field of wire type 0.
void AppendVarintField(std::string& out, int number, uint64_t value);
// A field of wire type 2: string, bytes or an embedded message.
void AppendBytesField(std::string& out, int number, std::string_view bytes);

// One field as it stands on the wire.
struct Field {
  int number = 0;
  bool is_bytes = false;
  uint64_t value = 0;      // varints and fixed-width numbers
  std::string_view bytes;  // length-delimited fields
};
// Takes the next field off `message`; false when what is there is not a field.
bool TakeField(std::string_view* message, Field* field);
// Takes a varint off `bytes`; no value when there is none.
std::optional<uint64_t> TakeVarint(std::string_view* bytes);
// Takes a little-endian number of `width` (4 or 8) bytes.
std::optional<uint64_t> TakeFixed(std::string_view* bytes, size_t width);

// The last occurrence of a length-delimited field at the top level of a message; no value when it
// is absent or the bytes are not a message.
std::optional<std::string_view> FindBytesField(std::string_view message, int number);

}  // namespace rezon::gateway::wire
