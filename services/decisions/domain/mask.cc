#include "services/decisions/domain/mask.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/field_mask_util.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using google::protobuf::util::FieldMaskUtil;

std::string_view Head(std::string_view path) { return path.substr(0, path.find('.')); }

FieldMask Populated(const Message& given) {
  FieldMask mask;
  std::vector<const FieldDescriptor*> fields;
  given.GetReflection()->ListFields(given, &fields);
  for (const FieldDescriptor* field : fields) mask.add_paths(field->name());
  return mask;
}

FieldMask All(const std::set<std::string_view>& writable) {
  FieldMask mask;
  for (std::string_view field : writable) mask.add_paths(std::string(field));
  return mask;
}

absl::Status Unknown(const std::string& path) {
  return errors::InvalidField("update_mask", absl::StrCat("no such field: ", path),
                              absl::StrCat("В маске названо неизвестное поле «", path, "»."));
}

}  // namespace

absl::StatusOr<FieldMask> EffectiveMask(const FieldMask& mask, const Message& given,
                                        const std::set<std::string_view>& writable) {
  FieldMask asked = mask.paths().empty() ? Populated(given) : mask;
  if (asked.paths_size() == 1 && asked.paths(0) == "*") asked = All(writable);
  FieldMask effective;
  for (const std::string& path : asked.paths()) {
    if (!FieldMaskUtil::GetFieldDescriptors(given.GetDescriptor(), path, nullptr)) {
      return Unknown(path);
    }
    if (writable.count(Head(path)) != 0) effective.add_paths(path);
  }
  if (effective.paths().empty()) {
    return errors::InvalidField("update_mask", "names no field that may be changed",
                                "Нет ни одного поля, которое можно изменить.");
  }
  return effective;
}

bool Covers(const FieldMask& mask, std::string_view field) {
  for (const std::string& path : mask.paths()) {
    if (Head(path) == field) return true;
  }
  return false;
}

void Merge(const FieldMask& mask, const Message& from, Message* to) {
  FieldMaskUtil::MergeOptions options;
  options.set_replace_message_fields(true);
  options.set_replace_repeated_fields(true);
  FieldMaskUtil::MergeMessageTo(from, mask, options, to);
}

}  // namespace rezon::decisions
