#include "services/assignments/handlers/access.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <openssl/sha.h>

#include <memory>

#include "absl/strings/ascii.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"

namespace rezon::assignments {

absl::Status RequireRole(const server::CallContext& call,
                         std::initializer_list<std::string_view> roles) {
  if (call.principal().HasAnyRole(roles)) return absl::OkStatus();
  std::string wanted;
  for (std::string_view role : roles) {
    if (!wanted.empty()) wanted += ", ";
    wanted += role;
  }
  return errors::PermissionDenied("ROLE_REQUIRED", "one of these roles is required: " + wanted,
                                  "Недостаточно прав для этого действия");
}

absl::StatusOr<std::string> RequestId(const std::string& request_id) {
  std::string id = absl::AsciiStrToLower(request_id);
  if (id.empty() || ids::IsUuid(id)) return id;
  return errors::InvalidField("request_id", "must be a UUID",
                              "Идентификатор запроса должен быть UUID");
}

std::string ContentHash(const google::protobuf::Message& request) {
  std::unique_ptr<google::protobuf::Message> copy(request.New());
  copy->CopyFrom(request);
  const auto* field = copy->GetDescriptor()->FindFieldByName("request_id");
  if (field != nullptr) copy->GetReflection()->ClearField(copy.get(), field);
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    copy->SerializeToCodedStream(&coded);
  }
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return digest;
}

absl::Status CheckText(std::string_view field, const std::string& text, bool required,
                       std::size_t max_bytes) {
  if (required && absl::StripAsciiWhitespace(text).empty()) {
    return errors::InvalidField(field, "must not be empty", "Поле обязательно для заполнения");
  }
  if (text.size() > max_bytes) {
    return errors::InvalidField(field, "is longer than " + std::to_string(max_bytes) + " bytes",
                                "Слишком длинный текст");
  }
  if (text.find('\0') != std::string::npos) {
    return errors::InvalidField(field, "must not contain U+0000",
                                "Текст содержит недопустимый символ");
  }
  return absl::OkStatus();
}

}  // namespace rezon::assignments
