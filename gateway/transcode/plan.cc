#include "gateway/transcode/plan.h"

#include <utility>

#include "gateway/transcode/schema.h"

namespace rezon::gateway {
namespace {

namespace pb = google::protobuf;

constexpr int kSmall = 128;

MessagePlan::Kind KindOf(const pb::Descriptor* message) {
  switch (message->well_known_type()) {
    case pb::Descriptor::WELLKNOWNTYPE_UNSPECIFIED:
      return MessagePlan::Kind::kFields;
    case pb::Descriptor::WELLKNOWNTYPE_TIMESTAMP:
      return MessagePlan::Kind::kTimestamp;
    case pb::Descriptor::WELLKNOWNTYPE_DURATION:
      return MessagePlan::Kind::kDuration;
    case pb::Descriptor::WELLKNOWNTYPE_FIELDMASK:
      return MessagePlan::Kind::kFieldMask;
    case pb::Descriptor::WELLKNOWNTYPE_ANY:
    case pb::Descriptor::WELLKNOWNTYPE_STRUCT:
    case pb::Descriptor::WELLKNOWNTYPE_VALUE:
    case pb::Descriptor::WELLKNOWNTYPE_LISTVALUE:
      return MessagePlan::Kind::kByProtobuf;
    default:
      return MessagePlan::Kind::kWrapper;
  }
}

void ReadNames(const pb::EnumDescriptor* type, FieldPlan* plan) {
  for (int i = 0; i < type->value_count(); ++i) {
    // Of aliases the first one counts.
    plan->names.emplace(type->value(i)->number(), "\"" + type->value(i)->name() + "\"");
  }
}

}  // namespace

int MessagePlan::IndexOf(int number) const {
  if (number < kSmall) return small[static_cast<size_t>(number)];
  for (size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].number == number) return static_cast<int>(i);
  }
  return -1;
}

const MessagePlan* Plans::Find(const pb::Descriptor* message) const {
  auto it = plans_.find(message);
  return it == plans_.end() ? nullptr : it->second.get();
}

const MessagePlan* Plans::Make(const pb::Descriptor* message) {
  auto [it, fresh] = plans_.emplace(message, nullptr);
  if (!fresh) return it->second.get();
  // Known before its fields are made: messages may contain themselves.
  MessagePlan* plan = (it->second = std::make_unique<MessagePlan>()).get();
  plan->kind = KindOf(message);
  plan->type_url = TypeUrl(message->full_name());
  plan->small.assign(kSmall, -1);
  if (plan->kind == MessagePlan::Kind::kByProtobuf) return plan;
  for (int i = 0; i < message->field_count(); ++i) {
    const pb::FieldDescriptor* field = message->field(i);
    FieldPlan entry;
    entry.key = "\"" + field->json_name() + "\":";
    entry.number = field->number();
    entry.type = field->type();
    entry.repeated = field->is_repeated();
    entry.map = field->is_map();
    entry.has_presence = field->has_presence();
    if (field->message_type() != nullptr) entry.message = Make(field->message_type());
    if (field->enum_type() != nullptr) ReadNames(field->enum_type(), &entry);
    if (entry.number < kSmall) plan->small[static_cast<size_t>(entry.number)] = i;
    plan->fields.push_back(std::move(entry));
  }
  return plan;
}

}  // namespace rezon::gateway
