#include "services/registry/handlers/access.h"

#include <openssl/sha.h>

#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"

namespace rezon::registry {
namespace {

std::string Deterministic(const google::protobuf::Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

}  // namespace

absl::Status CheckMayWrite(const server::CallContext& call) {
  if (call.principal().HasAnyRole({"registrar", "operator", "integration"})) {
    return absl::OkStatus();
  }
  return errors::PermissionDenied("ROLE_REQUIRED", "needs registrar, operator or integration",
                                  "Изменять реестр может регистратор или оператор");
}

std::string Sha256(std::string_view content) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest);
  return {reinterpret_cast<const char*>(digest), sizeof(digest)};
}

std::string Sha256Hex(std::string_view content) { return absl::BytesToHexString(Sha256(content)); }

absl::StatusOr<server::RequestKey> MakeKeyOf(std::string_view method, const std::string& request_id,
                                             std::string_view content) {
  server::RequestKey key{std::string(method), absl::AsciiStrToLower(request_id), Sha256(content)};
  if (!key.id.empty() && !ids::IsUuid(key.id)) {
    return errors::InvalidField("request_id", "must be a UUID",
                                "Номер запроса должен быть в виде UUID");
  }
  return key;
}

absl::StatusOr<server::RequestKey> MakeKey(std::string_view method, const std::string& request_id,
                                           const google::protobuf::Message& request) {
  std::unique_ptr<google::protobuf::Message> copy(request.New());
  copy->CopyFrom(request);
  copy->GetReflection()->ClearField(copy.get(),
                                    copy->GetDescriptor()->FindFieldByName("request_id"));
  return MakeKeyOf(method, request_id, Deterministic(*copy));
}

}  // namespace rezon::registry
