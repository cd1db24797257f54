#ifndef REZON_SERVICES_ASSIGNMENTS_STORE_ROW_WRITER_H_
#define REZON_SERVICES_ASSIGNMENTS_STORE_ROW_WRITER_H_

#include <google/protobuf/timestamp.pb.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "absl/time/time.h"
#include "services/platform/db/result.h"
#include "services/platform/wire/message_writer.h"

namespace rezon::assignments::store {

// A time as google.protobuf.Timestamp has it: nanoseconds count forward, before 1970 too.
inline std::pair<std::int64_t, std::int64_t> SecondsAndNanos(absl::Time time) {
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  return {seconds, absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))};
}

// Writes columns of one row into the fields of a message; columns count from `first`.
class RowWriter {
 public:
  RowWriter(const db::Result& rows, int row, int first, wire::MessageWriter& out)
      : rows_(rows), row_(row), first_(first), out_(out) {}

  void Text(int field, int column) { out_.Text(field, rows_.View(row_, first_ + column)); }
  void Date(int field, int column) {
    out_.AppendedText(field, [&](std::string& out) { Append(column, out); });
  }
  void Int(int field, int column) { out_.Int(field, rows_.Int(row_, first_ + column)); }
  void Bool(int field, int column) { out_.Int(field, rows_.Bool(row_, first_ + column) ? 1 : 0); }
  // Nothing for an empty id.
  void Reference(int field, std::string_view collection, int id) {
    const std::string_view text = rows_.View(row_, first_ + id);
    if (!text.empty()) out_.Text(field, {collection, text});
  }
  // A name made of uuids: each collection with its column.
  void Name(int field, std::initializer_list<std::pair<std::string_view, int>> parts) {
    out_.AppendedText(field, [&](std::string& out) {
      for (const auto& [collection, id] : parts) {
        out += collection;
        Append(id, out);
      }
    });
  }
  // Absent for NULL.
  void Time(int field, int column) {
    if (rows_.IsNull(row_, first_ + column)) return;
    const auto [seconds, nanos] = SecondsAndNanos(rows_.Time(row_, first_ + column));
    out_.Message(field, [seconds = seconds, nanos = nanos](wire::MessageWriter& time) {
      time.Int(google::protobuf::Timestamp::kSecondsFieldNumber, seconds);
      time.Int(google::protobuf::Timestamp::kNanosFieldNumber, nanos);
    });
  }

 private:
  void Append(int column, std::string& out) { rows_.AppendText(row_, first_ + column, out); }

  const db::Result& rows_;
  const int row_;
  const int first_;
  wire::MessageWriter& out_;
};

}  // namespace rezon::assignments::store

#endif  // REZON_SERVICES_ASSIGNMENTS_STORE_ROW_WRITER_H_
