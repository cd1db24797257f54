#pragma once

#include <google/protobuf/descriptor.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace rezon::gateway {

struct MessagePlan;

// How one field is printed as JSON.
struct FieldPlan {
  // "\"displayName\":".
  std::string key;
  int number = 0;
  google::protobuf::FieldDescriptor::Type type = google::protobuf::FieldDescriptor::TYPE_INT32;
  bool repeated = false;
  bool map = false;
  // Left out when it is not set: messages, optional fields, members of a oneof.
  bool has_presence = false;
  // Of messages.
  const MessagePlan* message = nullptr;
  // Of enums: names in quotes by number.
  std::unordered_map<int32_t, std::string> names;
};

// How a message is printed as JSON: everything that does not depend on its content, looked up once.
struct MessagePlan {
  enum class Kind { kFields, kTimestamp, kDuration, kFieldMask, kWrapper, kByProtobuf };
  Kind kind = Kind::kFields;
  std::string type_url;
  std::vector<FieldPlan> fields;
  // Index in `fields` by field number for small numbers, -1 for none.
  std::vector<int> small;
  // Index of a field, -1 for numbers that the contract does not know.
  int IndexOf(int number) const;
};

// The plans of message types and all they contain. Filled at start, then only read.
class Plans {
 public:
  // The plan of a message, made when it is new.
  const MessagePlan* Make(const google::protobuf::Descriptor* message);
  // Null for types that were not made.
  const MessagePlan* Find(const google::protobuf::Descriptor* message) const;

 private:
  std::unordered_map<const google::protobuf::Descriptor*, std::unique_ptr<MessagePlan>> plans_;
};

}  // namespace rezon::gateway
