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

// The last occurrence of a length-delimited field at the top level of a message; no value when it
// is absent or the bytes are not a message.
std::optional<std::string_view> FindBytesField(std::string_view message, int number);

}  // namespace rezon::gateway::wire
