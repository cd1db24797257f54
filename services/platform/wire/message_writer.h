#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rezon::wire {

// Appends the fields of one protobuf message to a string, as they go over the wire, without making
// the message. For pages of rows: no object and no allocation a field, and no second check of text
// that PostgreSQL has checked. Field numbers are the generated constants (`kNameFieldNumber`); that
// they fit the types is for a test of the caller to show. As proto3 has it, an empty text, zero and
// false are left out. Not thread-safe; `out` must outlive the writer.
class MessageWriter {
 public:
  explicit MessageWriter(std::string& out) : out_(out) {}

  // A string field: UTF-8.
  void Text(int field, std::string_view value) { Text(field, {value}); }
  // A string field of several pieces one after the other.
  void Text(int field, std::initializer_list<std::string_view> pieces);
  // A string field that `append` writes: void(std::string& out), which may only append.
  template <typename Append>
  void AppendedText(int field, Append&& append) {
    const std::size_t field_start = out_.size();
    const std::size_t start = Open(field);
    append(out_);
    if (out_.size() == start) return out_.resize(field_start);
    Close(start);
  }
  // An int32, int64, enum or bool field.
  void Int(int field, std::int64_t value);
  // A message field, present even when it is empty. `fill` is void(MessageWriter&).
  template <typename Fill>
  void Message(int field, Fill&& fill) {
    const std::size_t start = Open(field);
    fill(*this);
    Close(start);
  }

 private:
  void Varint(std::uint64_t value);
  // Writes the tag and room for a length of one byte; the place where the content begins.
  std::size_t Open(int field);
  // Writes the length of the content that began at `start`.
  void Close(std::size_t start);

  std::string& out_;
};

}  // namespace rezon::wire
