#include "services/platform/wire/message_writer.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <array>

namespace rezon::wire {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedOutputStream;

constexpr std::size_t kMostVarintBytes = 10;
constexpr std::size_t kOneByteLength = 128;

using VarintBytes = std::array<std::uint8_t, kMostVarintBytes>;

std::string_view ToVarint(std::uint64_t value, VarintBytes& bytes) {
  const std::uint8_t* end = CodedOutputStream::WriteVarint64ToArray(value, bytes.data());
  return {reinterpret_cast<const char*>(bytes.data()),
          static_cast<std::size_t>(end - bytes.data())};
}

}  // namespace

void MessageWriter::Varint(std::uint64_t value) {
  VarintBytes bytes;
  out_.append(ToVarint(value, bytes));
}

void MessageWriter::Text(int field, std::initializer_list<std::string_view> pieces) {
  std::size_t size = 0;
  for (std::string_view piece : pieces) size += piece.size();
  if (size == 0) return;
  Varint(WireFormatLite::MakeTag(field, WireFormatLite::WIRETYPE_LENGTH_DELIMITED));
  Varint(size);
  for (std::string_view piece : pieces) out_.append(piece);
}

void MessageWriter::Int(int field, std::int64_t value) {
  if (value == 0) return;
  Varint(WireFormatLite::MakeTag(field, WireFormatLite::WIRETYPE_VARINT));
  Varint(static_cast<std::uint64_t>(value));
}

std::size_t MessageWriter::Open(int field) {
  Varint(WireFormatLite::MakeTag(field, WireFormatLite::WIRETYPE_LENGTH_DELIMITED));
  out_.push_back('\0');
  return out_.size();
}

void MessageWriter::Close(std::size_t start) {
  const std::size_t size = out_.size() - start;
  if (size < kOneByteLength) {
    out_[start - 1] = static_cast<char>(size);
    return;
  }
  // Long contents are moved to make room: rare in a row, whose long texts go through Text.
  VarintBytes bytes;
  out_.replace(start - 1, 1, ToVarint(size, bytes));
}

}  // namespace rezon::wire
