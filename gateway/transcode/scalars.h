#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gateway/transcode/plan.h"

namespace rezon::gateway {

// Appends a number, truth or enum value as its field's type wants it in JSON; `value` is what stood
// on the wire.
void AppendNumber(const FieldPlan& field, uint64_t value, std::string* json);

// Appends a string or bytes field.
void AppendBytes(const FieldPlan& field, std::string_view bytes, std::string* json);

// Appends google.protobuf.Timestamp and Duration from their parts; false when they are out of
// range.
bool AppendTimestamp(int64_t seconds, int32_t nanos, std::string* json);
bool AppendDuration(int64_t seconds, int32_t nanos, std::string* json);

// "display_name" as "displayName", for field masks.
void AppendCamelCase(std::string_view path, std::string* json);

// True for types whose wire form is a varint or fixed-width number, and their width on the wire
// when it is fixed (4 or 8), else 0.
bool IsNumber(google::protobuf::FieldDescriptor::Type type);
size_t FixedWidth(google::protobuf::FieldDescriptor::Type type);

}  // namespace rezon::gateway
