#include "services/registry/domain/resource.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "absl/strings/numbers.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/time_util.h"
#include "services/platform/errors/errors.h"

namespace rezon::registry {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool OutputOnly(std::string_view field) {
  return std::find(std::begin(kOutputOnly), std::end(kOutputOnly), field) != std::end(kOutputOnly);
}

void SetText(Message* message, const char* field, std::string text) {
  message->GetReflection()->SetString(message, message->GetDescriptor()->FindFieldByName(field),
                                      std::move(text));
}

void SetTime(Message* message, const char* field, absl::Time time) {
  auto* target = message->GetReflection()->MutableMessage(
      message, message->GetDescriptor()->FindFieldByName(field));
  target->CopyFrom(
      google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(absl::ToUnixMicros(time)));
}

bool Populated(const Message& message, const FieldDescriptor* field) {
  const auto* reflection = message.GetReflection();
  return field->is_repeated() ? reflection->FieldSize(message, field) > 0
                              : reflection->HasField(message, field);
}

// Makes the field of `to` what it is in `from`, empty or not.
void CopyField(const Message& from, const FieldDescriptor* field, Message* to) {
  std::unique_ptr<Message> only(from.New());
  only->CopyFrom(from);
  std::vector<const FieldDescriptor*> set;
  only->GetReflection()->ListFields(*only, &set);
  for (const FieldDescriptor* other : set) {
    if (other != field) only->GetReflection()->ClearField(only.get(), other);
  }
  to->GetReflection()->ClearField(to, field);
  to->MergeFrom(*only);
}

absl::Status UnknownPath(const std::string& path) {
  return errors::InvalidField("update_mask", "names no field of the resource: " + path,
                              "Маска изменений: нет такого поля " + path);
}

}  // namespace

std::string ToJson(const Message& message) {
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(message, &json).ok()) std::abort();
  return json;
}

void FromJson(std::string_view json, Message* message) {
  google::protobuf::util::JsonParseOptions options;
  // Rows written by a later version may know more.
  options.ignore_unknown_fields = true;
  message->Clear();
  if (!google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, message, options)
           .ok()) {
    std::abort();
  }
}

std::string BodyOf(const Message& resource) {
  std::unique_ptr<Message> copy(resource.New());
  copy->CopyFrom(resource);
  for (std::string_view field : kOutputOnly) {
    copy->GetReflection()->ClearField(copy.get(),
                                      copy->GetDescriptor()->FindFieldByName(std::string(field)));
  }
  return ToJson(*copy);
}

void Fill(const ResourceType& type, std::string_view region, const Row& row, Message* resource) {
  FromJson(row.body, resource);
  SetText(resource, "name", std::string(type.collection) + "/" + row.id);
  SetText(resource, "region", std::string(region));
  SetText(resource, "etag", MakeEtag(row.version));
  SetTime(resource, "create_time", row.create_time);
  SetTime(resource, "update_time", row.update_time);
}

absl::Status ApplyPatch(const google::protobuf::FieldMask& mask, const Message& patch,
                        Message* resource) {
  const auto* descriptor = resource->GetDescriptor();
  const bool all = mask.paths_size() == 1 && mask.paths(0) == "*";
  for (const std::string& path : mask.paths()) {
    if (!all && descriptor->FindFieldByName(path) == nullptr) return UnknownPath(path);
  }
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const FieldDescriptor* field = descriptor->field(i);
    if (OutputOnly(field->name())) continue;
    const auto& paths = mask.paths();
    const bool wanted = all || (paths.empty() ? Populated(patch, field)
                                              : std::find(paths.begin(), paths.end(),
                                                          field->name()) != paths.end());
    if (wanted) CopyField(patch, field, resource);
  }
  return absl::OkStatus();
}

std::string MakeEtag(std::int64_t version) { return "\"" + std::to_string(version) + "\""; }

std::int64_t ReadEtag(std::string_view etag) {
  if (etag.empty()) return 0;
  std::int64_t version = -1;
  const bool quoted = etag.size() > 2 && etag.front() == '"' && etag.back() == '"';
  if (!quoted || !absl::SimpleAtoi(std::string(etag.substr(1, etag.size() - 2)), &version) ||
      version < 1) {
    return -1;
  }
  return version;
}

}  // namespace rezon::registry
